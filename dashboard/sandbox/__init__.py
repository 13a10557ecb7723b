"""Runs readers' SQL, each query in a process of its own that is thrown away afterwards.

DuckDB's settings alone do not hold: some queries exceed its memory limit or do not heed an
interrupt. A process can be bounded by the operating system and killed. Two workers wait ready,
with the file open, so that their start is over before a query comes.
"""

from dashboard.sandbox.lane import Client
from dashboard.sandbox.limits import Capacity, Limits
from dashboard.sandbox.pending import PendingQuery
from dashboard.sandbox.pool import Sandbox
from dashboard.sandbox.results import Outcome, Progress, Result, SandboxError

__all__ = [
    "Capacity",
    "Client",
    "Limits",
    "Outcome",
    "PendingQuery",
    "Progress",
    "Result",
    "Sandbox",
    "SandboxError",
]
