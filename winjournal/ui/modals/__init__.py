"""What stands before a screen and asks or tells one thing."""
