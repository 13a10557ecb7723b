"""What large answers take, the server gives back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from transforms.paths import ROOT

pytestmark = pytest.mark.slow

SERVER = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dashboard import startup
from dashboard.sandbox import Sandbox
from tests.helpers.hostile_run import megabytes
from tests.helpers.numbers_file import UNHURRIED

LARGE = "SELECT repeat(chr(97 + (range % 26)::INT), 1500) AS text FROM range(9000)"


def run(number):
    return sandbox.run(LARGE, Path(sys.argv[1])).rows.height


startup.warm()
sandbox = Sandbox(limits=UNHURRIED)
run(0)
before = megabytes()
for _ in range(3):
    with ThreadPoolExecutor(2) as readers:
        list(readers.map(run, range(4)))
print(megabytes() - before)
sandbox.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it asks Linux how large a process is")
def test_large_answers_leave_the_server_as_large_as_before(database: Path) -> None:
    """It is as large after twelve answers of 13 MB as after one, within four of them."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_DATABASE": str(database)}
    message = subprocess.run(
        [sys.executable, "-c", SERVER, str(database)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert float(message.stdout) < 4 * 13
