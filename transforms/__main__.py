"""The command ``tracker`` where it is not installed: ``python -m transforms``."""

from transforms.cli import main

if __name__ == "__main__":
    main(prog_name="tracker")
