"""The command ``tracker``: build, check, serve, ask, export, describe."""

from tracker.main import main

__all__ = ["main"]
