"""What the words of the journal mean. Pure: standard library and dateutil."""
