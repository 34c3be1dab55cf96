"""What a form holds as text, made into things and back: for screens and the shell."""
