"""The process that answers one SQL question and is thrown away: ``-m dashboard.sandbox_worker``.

It imports nothing else of this project, and as little as it can of all the rest: its start is
what a question waits for when no worker is ready.
"""
