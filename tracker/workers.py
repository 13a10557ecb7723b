"""Several servers behind one port: HAProxy spreads readers and keeps each with its server.

Streamlit keeps a session in the memory of one process and cannot share a port, so a proxy with
sticky sessions stands before the processes; HAProxy checks their health and spreads evenly.
"""

import contextlib
import ctypes
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from types import FrameType

import click

PROGRAM = "haproxy"
RESTART_AFTER = 1.0
"""Seconds after which a server that ended is started again."""
POLL_EVERY = 0.2
"""Seconds between two checks that all still run."""
GRACE = 20.0
"""Seconds that a server has to end."""
COMMON, BACKENDS = (Path(__file__).with_name(f"{name}.cfg") for name in ("haproxy", "workers"))
PR_SET_PDEATHSIG = 1
"""Of Linux's ``prctl``: the signal that a process gets when its parent ends."""


class _StopError(Exception):
    """Somebody stops the servers."""


def configuration(host: str, port: int, ports: Sequence[int]) -> str:
    """Return the configuration of HAProxy: where it listens, and the ``ports`` of the servers."""
    servers = [f"server worker{n} 127.0.0.1:{each}" for n, each in enumerate(ports, 1)]
    address = f"{'127.0.0.1' if host == 'localhost' else host}:{port}"
    common = COMMON.read_text("utf-8").replace('"${TRACKER_BIND}"', address)
    return f"{common}\n" + BACKENDS.read_text("utf-8").format(
        sticky="\n    ".join(f"{each} check cookie worker{n}" for n, each in enumerate(servers, 1)),
        stateless="\n    ".join(
            f"{each} track sticky/worker{n}" for n, each in enumerate(servers, 1)
        ),
    )


def serve(
    number: int, host: str, port: int, server: Sequence[str], environment: Mapping[str, str]
) -> None:
    """Serve with ``number`` processes until a signal stops this one.

    The command ``server`` gets a port and an address for each; the proxy listens on those given.

    Raises:
        ClickException: HAProxy is missing, or it ended, as when the port is taken.
    """
    program = which(PROGRAM) or which(PROGRAM, path="/usr/sbin:/usr/local/sbin")
    if program is None:
        raise click.ClickException(
            "--workers needs HAProxy, and there is none on this machine; "
            "install it (Debian and Ubuntu: apt install haproxy)"
        )
    ports = _free_ports(number)
    commands = [
        [*server, "--server.port", str(each), "--server.address", "127.0.0.1"] for each in ports
    ]
    with TemporaryDirectory(prefix="tracker-") as folder, _stoppable():
        file = Path(folder, PROGRAM + ".cfg")
        file.write_text(configuration(host, port, ports), "utf-8")
        with contextlib.ExitStack() as stack:
            servers = [stack.enter_context(_Server(each, environment)) for each in commands]
            proxy = subprocess.Popen([program, "-db", "-f", str(file)], preexec_fn=_with_parent)
            stack.callback(_end, proxy)
            with contextlib.suppress(_StopError):
                _watch(servers, proxy)


def _watch(servers: "Sequence[_Server]", proxy: "subprocess.Popen[bytes]") -> None:
    """Start every server again that ends.

    Raises:
        ClickException: The proxy ended.
    """
    while proxy.poll() is None:
        for each in servers:
            each.restart_if_ended()
        time.sleep(POLL_EVERY)
    raise click.ClickException(f"HAProxy ended with {proxy.returncode}; it says why above")


class _Server:
    """One server, started again whenever it ends."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command, self._environment = command, environment

    def __enter__(self) -> "_Server":
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._process)

    def restart_if_ended(self) -> None:
        """Start it again if it has ended, but not at once after its last start."""
        code = self._process.poll()
        if code is not None and time.monotonic() > self._started + RESTART_AFTER:
            click.echo(f"a server ended with {code}; it is started again", err=True)
            self._start()

    def _start(self) -> None:
        self._started = time.monotonic()
        self._process = subprocess.Popen(
            self._command, env=dict(self._environment), preexec_fn=_with_parent
        )


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_ports(number: int) -> list[int]:
    """Return ports of this machine that nobody listens on."""
    with contextlib.ExitStack() as stack:
        opened = [
            stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(number)
        ]
        return [each.getsockname()[1] for each in opened]


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Have the signals that stop a service end the block in order, also Ctrl-C."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise _StopError

    before = {each: signal.signal(each, stop) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _with_parent() -> None:
    """Have Linux end this process with its parent, however that ends."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
