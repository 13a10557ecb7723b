"""The HTML in which the app starts: its content before any script has run."""
