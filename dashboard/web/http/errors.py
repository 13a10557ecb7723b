"""What went wrong on our side: a sentence for whoever asked, a line for whoever runs the server."""

import logging
import re
import traceback
from pathlib import Path

from dashboard.source import database
from dashboard.words.i18n import Translator

LOG = logging.getLogger("tracker.web")
PATH = re.compile(r"(?<![\w.])(?:[A-Za-z]:)?(?:[\\/][\w.@+-]+)*[\\/]([\w.@+-]+)")


def told(error: Exception, address: str, t: Translator) -> tuple[int, str]:
    """Note an error in the log, without any path of this machine; return status and sentence."""
    LOG.error("%s failed: %s", address[:200], described(error))
    if isinstance(error, database.QueryError | OSError):
        return 503, t("The data cannot be read at the moment; try again in a minute.")
    return 500, t("This is a fault of the server, not of what was asked; it has been noted.")


def described(error: BaseException) -> str:
    """Return what happened and where in the code, in one line.

    >>> described(OSError("no file /srv/build/tracker-1.duckdb"))
    'OSError: no file tracker-1.duckdb'
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    message = PATH.sub(r"\1", " ".join(str(error).split()))[:500]
    return f"{type(error).__name__}: {message}{place}"
