"""The faults that WinJournal must survive, and the run that tries them all."""
