"""Between what a form holds, which is text, and what the services take."""
