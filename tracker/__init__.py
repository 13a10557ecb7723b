"""The command ``tracker``: build, check, serve, sql, export, describe."""

import os
import sys

INTERRUPTED = 130
"""What the command ends with after Ctrl-C, as shells expect it."""


def main() -> None:
    """Run the command; Ctrl-C ends it without a word, also while modules are being imported."""
    try:
        _use_utf8()
        from tracker.commands import tracker

        tracker(prog_name="tracker")
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)
    except SystemExit as error:
        if error.code == INTERRUPTED:
            os._exit(INTERRUPTED)  # what is cut short would report its own end
        raise
    except OSError as error:
        from transforms.errors import explained

        sys.stderr.write(f"error: {explained(error, 'the output')}\n")
        sys.exit(3)


def _use_utf8() -> None:
    """Start again in UTF-8 mode if the locale allows only ASCII file names."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "tracker", *sys.argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text file
