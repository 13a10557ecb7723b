"""The HTML in which the app starts: what it says before any script has run."""
