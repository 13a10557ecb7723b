"""The Chromium that tests and screenshots use: find it, or install one.

``python -m tools.chromium`` sees to it that there is one, and says what to install if it cannot.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = ("Chromium", "Google Chrome")

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",
)
"""What keeps a Chromium quiet that should ask nothing but our own server.

One process draws all pages of a context: what it has compiled for one, the next one has. A limit on
the number of such processes does not do it: a new window begins in a spare one.

Playwright itself adds that it does without its sandbox, which root and containers have not.
"""

OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
"""Asked in a process of its own: Playwright cannot be started twice in one."""


def main() -> None:
    """Install a Chromium, or what drives it, if either is missing; or say in a sentence what to."""
    if ready():
        return
    print("Installing Chromium for the browser tests ...", flush=True)
    for install in (install_packages, install_own):
        if install() and ready():
            return
    sys.exit(
        "The browser tests need Chromium and it could not be installed: install the packages "
        "chromium (or Google Chrome) and libatomic1, or set CHROMIUM to the path of a Chromium."
    )


def ready() -> bool:
    """Whether there is a Chromium, and Playwright's driver has the libraries it needs."""
    return bool(find()) and answer(sys.executable, "-m", "playwright", "--version") != ""


def find() -> str | None:
    """The path of a Chromium that starts: the one named in CHROMIUM, the system's, Playwright's."""
    return next((path for path in candidates() if path and starts(path)), None)


def candidates() -> Iterator[str | None]:
    """Where one may be, the best first."""
    yield os.environ.get("CHROMIUM")
    yield from map(shutil.which, NAMES)
    yield from (f"/Applications/{name}.app/Contents/MacOS/{name}" for name in APPLICATIONS)
    yield own()


def starts(path: str) -> bool:
    """Whether it is a browser; Ubuntu's ``chromium-browser`` may only advertise a snap."""
    return "Chrom" in answer(path, "--version")


def own() -> str | None:
    """Where Playwright keeps its own Chromium, if it is there."""
    path = answer(sys.executable, "-c", OWN).strip()
    return path if path and Path(path).exists() else None


def install_packages() -> bool:
    """Install Debian's or Ubuntu's packages, as root or where sudo asks no password."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]
    if not shutil.which("apt-get"):
        return False
    browser = [] if find() else ["chromium", "fonts-liberation"]
    packages = ["--yes", "--no-install-recommends", "libatomic1", *browser]
    succeeds(*apt, "update")  # one list that cannot be had need not matter
    return succeeds(*apt, "install", *packages)


def install_own() -> bool:
    """Let Playwright fetch its Chromium, with the system's libraries if it may."""
    libraries = ["--with-deps"] if os.geteuid() == 0 and shutil.which("apt-get") else []
    return succeeds(sys.executable, "-m", "playwright", "install", *libraries, "chromium")


def succeeds(*command: str) -> bool:
    """Whether a command succeeds; it is heard only if it does not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    if done.returncode != 0:
        print(done.stderr, end="", file=sys.stderr)
    return done.returncode == 0


def answer(*command: str) -> str:
    """What a command prints; nothing if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


if __name__ == "__main__":
    main()
