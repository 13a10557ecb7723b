"""Messages, labels, dates and numbers in each language."""
