"""The command ``tracker`` where it is not installed: ``python -m tracker``."""

from tracker import main

if __name__ == "__main__":
    main()
