"""Errors of the database, with the number of their log entry."""

import logging
import secrets

LOG = logging.getLogger("tracker.database")


class QueryError(Exception):
    """A query that DuckDB cannot answer, with DuckDB's own explanation."""


class DatabaseError(QueryError):
    """DuckDB or its file failed, whatever the query was; the log has details under ``incident``."""

    def __init__(self, message: str, incident: str) -> None:
        """Keep DuckDB's explanation and the number to report."""
        super().__init__(message)
        self.incident = incident


class NoDatabaseError(QueryError):
    """There is no database at the moment; the server goes on when there is one."""


def new_incident() -> str:
    """Return a number that readers can report and operators find in the log.

    >>> len(new_incident())
    8
    """
    return secrets.token_hex(4)


def incident_of(error: BaseException) -> str | None:
    """Return the number of the log entry that an error already has, if any."""
    return error.incident if isinstance(error, DatabaseError) else None


def fault(error: Exception, file: str, sql: str) -> DatabaseError:
    """Log that the database failed, and return the error to raise."""
    incident = new_incident()
    message = " ".join(str(error).split())[:1000]
    LOG.error(
        "incident %s: %s: %s; the connection to %s is opened anew; the query was: %.500s",
        *(incident, type(error).__name__, message, file, " ".join(sql.split())),
    )
    return DatabaseError(str(error), incident)
