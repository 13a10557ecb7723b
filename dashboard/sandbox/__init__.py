"""Anybody's SQL, each question in a process of its own that is thrown away afterwards.

DuckDB's settings alone do not hold: some queries pass its memory limit or do not heed an
interrupt. A process can be bounded by the operating system and killed. Two workers wait ready,
with the file open, so that their start is over before a question comes.
"""

from dashboard.sandbox.answers import Answer, Limits, Progress, SandboxError
from dashboard.sandbox.fair_queue import Asker
from dashboard.sandbox.pending import Asked
from dashboard.sandbox.pool import Sandbox

__all__ = ["Answer", "Asked", "Asker", "Limits", "Progress", "Sandbox", "SandboxError"]
