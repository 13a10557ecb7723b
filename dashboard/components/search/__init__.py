"""The search: its box on every page, and the page with all that was found."""
