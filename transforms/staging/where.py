"""Where the tasks of a build run; importable without anything heavy."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Where:
    """Where the tasks of a build run.

    Attributes:
        workers: Processes on this machine; 0 for this one alone.
        cluster: Address of the scheduler of a cluster of Dask, such as ``tcp://10.0.0.1:8786``.
    """

    workers: int = 0
    cluster: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether everything is done in this process."""
        return not self.workers and self.cluster is None
