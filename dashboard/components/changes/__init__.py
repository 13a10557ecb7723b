"""What changed between the as-of day and another one, on every page that can say it."""
