"""Pin the dependencies of ``pyproject.toml``, with hashes: ``python -m tools.pin [--upgrade]``."""

import sys

from tools.setup import call, find_uv, index_settings

FILES = {
    "requirements.txt": ("pyproject.toml",),
    "requirements-dev.txt": ("pyproject.toml", "--group=dev", "--constraints=requirements.txt"),
    "tools/build.txt": ("--group=build",),
    "tools/uv.txt": ("--group=uv",),
}
"""Each file of pinned packages and what goes into it; later ones agree with the first."""


def main(*options: str) -> None:
    """Write every file anew, for all systems and every Python that the project runs on."""
    uv, settings = find_uv(), index_settings()
    for file, wanted in FILES.items():
        print(file, flush=True)
        how = ("--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url")
        label = "--custom-compile-command=make pin"
        arguments = [*how, label, *options, "--output-file", file, *wanted]
        call(uv, "pip", "compile", "--quiet", *arguments, settings=settings)


if __name__ == "__main__":
    main(*sys.argv[1:])
