"""What the database can fail with, and the number under which the log has it."""

import logging
import secrets

LOG = logging.getLogger("tracker.database")


class QueryError(Exception):
    """A query that DuckDB cannot answer, with DuckDB's own explanation."""


class DatabaseError(QueryError):
    """DuckDB or its file failed, whatever the query was; the log says more under ``incident``."""

    def __init__(self, message: str, incident: str) -> None:
        """Keep DuckDB's explanation and the number to report."""
        super().__init__(message)
        self.incident = incident


class NoDatabaseError(QueryError):
    """There is no database at the moment; the server goes on when there is one."""


def new_incident() -> str:
    """Return a number for a reader to report and for whoever runs the server to look up.

    >>> len(new_incident())
    8
    """
    return secrets.token_hex(4)


def incident_of(error: BaseException) -> str | None:
    """Return the number under which an error is in the log already, if it is."""
    return error.incident if isinstance(error, DatabaseError) else None


def fault(error: Exception, file: str, sql: str) -> DatabaseError:
    """Note in the log that the database failed, and return the error that says so."""
    incident = new_incident()
    message = " ".join(str(error).split())[:1000]
    LOG.error(
        "incident %s: %s: %s; the connection to %s is opened anew; the query was: %.500s",
        *(incident, type(error).__name__, message, file, " ".join(sql.split())),
    )
    return DatabaseError(str(error), incident)
