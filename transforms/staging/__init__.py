"""The steps of a build that need not run in its own process: table by table, on any executor."""
