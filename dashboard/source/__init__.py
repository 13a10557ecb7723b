"""Where the pages' data comes from: the current edition of the database."""
