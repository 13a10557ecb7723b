"""Build the database when the server starts and finds none."""

import logging
from contextlib import suppress

from dashboard.source import served
from dashboard.source.errors import NoDatabaseError
from transforms import paths, pipeline
from transforms.errors import TrackerError
from transforms.problems import DataProblems

LOG = logging.getLogger("tracker.database")


def build_missing() -> None:
    """Build the database if it is missing or damaged, before the server starts.

    A running server only waits for one. Nothing is built if the data folder is not known.
    """
    with suppress(NoDatabaseError):
        if not served.newest().damaged:
            return
    data = paths.served_data()
    if data is None:
        return
    try:
        edition = pipeline.build(data, paths.DATABASE)
    except (TrackerError, DataProblems, OSError) as error:
        LOG.error("the database cannot be built from %s: %s", data, error)
        return
    for warning in edition.warnings:
        LOG.warning("%s", warning)
