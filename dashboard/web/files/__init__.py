"""Relations, the database and the data package as files over HTTP."""
