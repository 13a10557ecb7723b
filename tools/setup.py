"""Set up ``.venv`` inside the checkout with uv: ``python -m tools.setup run`` or ``test``.

It needs nothing but Python's standard library. Packages come from the index that the machine's
uv is configured for or, where only pip is, from pip's; no address is ever written down.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
REQUIREMENTS = {"run": "requirements.txt", "test": "requirements-dev.txt"}

SYSTEM_UV = Path("/etc/uv/uv.toml")
OLDEST_UV = (0, 5)
"""The first uv that checks the hashes of what a build needs."""

PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
}
"""What uv calls the settings of pip that say where packages come from."""


def main(purpose: str) -> None:
    """Make ``.venv`` hold exactly what the purpose needs, and this checkout itself."""
    uv, settings = find_uv(), index_settings()
    hush = [] if sys.stderr.isatty() else ["--quiet"]  # a reader at a terminal sees the progress
    if (VENV / ".test").exists():
        purpose = "test"  # `make run` leaves the tools of `make test` where they are
    if not usable():
        shutil.rmtree(VENV, ignore_errors=True)
        call(uv, "venv", "--quiet", "--python", sys.executable, str(VENV), settings=settings)
    python = ["--python", str(VENV / "bin" / "python")]
    print(f"Installing {REQUIREMENTS[purpose]} ...", flush=True)
    pinned = ["--require-hashes", REQUIREMENTS[purpose]]
    call(uv, "pip", "sync", *hush, *python, *pinned, settings=settings)
    itself = ["--no-deps", "--build-constraints", "tools/build.txt", "--editable", "."]
    call(uv, "pip", "install", "--quiet", *python, *itself, settings=settings)
    (VENV / ".checkout").write_text(f"{ROOT}\n")
    for stamp in ("run", "test")[: 1 + (purpose == "test")]:
        (VENV / f".{stamp}").touch()


def usable() -> bool:
    """Whether ``.venv`` was made here, by this version of Python, and still starts."""
    try:
        made_for = (VENV / ".checkout").read_text().strip()
        version = "import sys; print(*sys.version_info[:2])"
        answer = subprocess.check_output([VENV / "bin" / "python", "-c", version], text=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return made_for == str(ROOT) and answer.split() == [str(part) for part in sys.version_info[:2]]


def find_uv() -> str:
    """The machine's uv, else the one in ``.tools``, installed there when missing."""
    own = TOOLS / "bin" / "uv"
    for candidate in (shutil.which("uv"), str(own)):
        if candidate and uv_version(candidate) >= OLDEST_UV:
            return candidate
    install_uv()
    return str(own)


def install_uv() -> None:
    """Put the pinned uv into ``.tools``, with what this Python has: venv, or only pip."""
    print("Installing uv into .tools ...", flush=True)
    shutil.rmtree(TOOLS, ignore_errors=True)
    pip = ["-m", "pip", "install", "--quiet", "--root-user-action=ignore"]
    pinned = ["--require-hashes", "--only-binary=:all:", "--requirement", "tools/uv.txt"]
    if quiet(sys.executable, "-m", "venv", str(TOOLS)):
        call(str(TOOLS / "bin" / "python"), *pip, *pinned)
    elif quiet(sys.executable, "-m", "pip", "--version"):
        shutil.rmtree(TOOLS, ignore_errors=True)
        call(sys.executable, *pip, "--target", str(TOOLS), *pinned)
    else:
        sys.exit(
            f"This Python ({sys.executable}) has neither venv nor pip: install python3-venv "
            "(on Debian and Ubuntu: apt-get install python3-venv) or uv, then try again."
        )


def uv_version(uv: str) -> tuple[int, ...]:
    """The version of a uv as numbers; nothing when it does not start."""
    try:
        answer = subprocess.run([uv, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", answer.stdout)[:2])


def index_settings() -> dict[str, str]:
    """Pip's configuration in uv's words, for what uv's own does not say."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser())
    has_file = any(path.exists() for path in (home / "uv/uv.toml", SYSTEM_UV))
    if has_file or any(
        os.environ.get(name)
        for name in (*PIP_TO_UV.values(), "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_CONFIG_FILE")
        if name.startswith("UV_")
    ):
        return {}
    found = {PIP_TO_UV[name]: value for name, value in pip_settings().items() if name in PIP_TO_UV}
    # Pip takes the best of all its indexes; uv would stop at the first that knows the name.
    return {"UV_INDEX_STRATEGY": "unsafe-best-match", **found}


def pip_settings() -> dict[str, str]:
    """The settings that pip would use for an install, lists as uv writes them."""
    pythons = (str(TOOLS / "bin" / "python"), sys.executable)
    with_pip = [each for each in pythons if quiet(each, "-m", "pip", "--version")]
    if not with_pip:
        return {}
    listed = subprocess.check_output([with_pip[0], "-m", "pip", "config", "list"], text=True)
    settings = {}
    for section in ("global", "install", ":env:"):
        for name, value in re.findall(rf"(?m)^{section}\.([\w-]+)=(.*)$", listed):
            values = [part for part in str(ast.literal_eval(value)).split() if there(part)]
            settings[name] = ("," if name == "find-links" else " ").join(values)
    return settings


def there(place: str) -> bool:
    """Whether a folder on this machine exists; pip passes over a missing one, uv stops."""
    path = place.removeprefix("file://")
    return not path.startswith("/") or Path(path).exists()


def quiet(*command: str) -> bool:
    """Whether a command succeeds, without a word of its output."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def call(*command: str, settings: dict[str, str] | None = None) -> None:
    """Run a command in the checkout; stop with a sentence when it fails."""
    own = {"UV_PYTHON_DOWNLOADS": "never"}
    if not os.access(os.environ.get("HOME", ""), os.W_OK):
        own["UV_CACHE_DIR"] = str(TOOLS / "cache")  # nobody's home
    environment = {**(settings or {}), **own, **os.environ}
    try:
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    except subprocess.CalledProcessError:
        sys.exit(
            f"Setting up stopped at `{Path(command[0]).name} {command[1]}`, for the reason above; "
            "the first set-up needs the network, or an index that pip or uv is configured for."
        )


if __name__ == "__main__":
    main(sys.argv[1])
