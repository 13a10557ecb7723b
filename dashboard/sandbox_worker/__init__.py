"""The process that runs one SQL query and is thrown away: ``-m dashboard.sandbox_worker``.

It imports nothing else of this project, and as little as it can of all the rest: its start is
what a query waits for when no worker is ready.
"""
