"""The page of a record: one frame for every kind, made from what ``dashboard.kinds`` declares."""
