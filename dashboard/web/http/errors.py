"""Server errors: a sentence for the client, and a line in the log."""

import logging
import re
import traceback
from pathlib import Path

from dashboard.source.errors import NoDatabaseError, QueryError, incident_of, new_incident
from dashboard.words.i18n import Translator

LOG = logging.getLogger("tracker.web")
PATH = re.compile(r"(?<![\w.])(?:[A-Za-z]:)?(?:[\\/][\w.@+-]+)*[\\/]([\w.@+-]+)")


def status_and_message(error: Exception, address: str, t: Translator) -> tuple[int, str]:
    """Return the HTTP status of an error, and a sentence with the number of its log entry.

    The line in the log names no path of this machine.
    """
    if isinstance(error, NoDatabaseError):  # which the log says once
        return 503, t("The server is waiting for its database; try again in a minute.")
    number = incident_of(error) or new_incident()
    LOG.error("incident %s: %s failed: %s", number, address[:200], log_line(error))
    if isinstance(error, QueryError | OSError):
        sentence = t("The data cannot be read at the moment; try again in a minute.")
        status = 503
    else:
        sentence = t("This is a fault of the server, not of what was asked; it has been noted.")
        status = 500
    return status, f"{sentence} {t('Incident number: {number}.', number=number)}"


def log_line(error: BaseException) -> str:
    """Return what happened and where in the code, in one line.

    >>> log_line(OSError("no file /srv/build/tracker-1.duckdb"))
    'OSError: no file tracker-1.duckdb'
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    message = PATH.sub(r"\1", " ".join(str(error).split()))[:500]
    return f"{type(error).__name__}: {message}{place}"
