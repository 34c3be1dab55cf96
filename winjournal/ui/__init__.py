"""The only room that knows textual."""
