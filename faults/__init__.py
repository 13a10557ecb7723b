"""Trials of the tracker under fault: kills, full disks, damage, hostile input, load.

Each module is one trial, or two, with a function ``run(size, folder)``. ``python -m faults`` runs
them all and writes ``docs/faults.md``; ``tests/faults`` runs a short lane of each. A trial sees the
tracker as its users do: through the command, the files it leaves and the addresses it serves.
"""

from collections.abc import Mapping

from faults import damage, disk, http, kill, load, malformed, many, meeting, queries, texts, workers
from faults.trial import Trial

TRIALS: Mapping[str, Trial] = {
    "kill": kill.run,
    "disk": disk.run,
    "damage": damage.run,
    "meeting": meeting.run,
    "malformed": malformed.run,
    "texts": texts.run,
    "http": http.run,
    "queries": queries.run,
    "sessions": load.sessions,
    "soak": load.soak,
    "workers": workers.run,
    "tenfold": many.ten,
    "hundredfold": many.hundred,
}
"""Every trial by name, in the order in which they run."""
