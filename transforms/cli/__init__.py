"""The command ``tracker``: build, check, serve, ask, export, describe."""

from transforms.cli.main import main

__all__ = ["main"]
