"""What each edition changed, as an Atom feed and as a list."""
