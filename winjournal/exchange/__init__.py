"""In and out: domain to text and back."""
