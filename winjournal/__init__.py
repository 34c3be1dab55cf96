"""WinJournal: a journal in the terminal for people who negotiate."""

__version__ = "0.1.0"
