"""Packages come from where the machine's own configuration says, uv's first, else pip's."""

import os
from pathlib import Path
from typing import Any

import pytest

from tools import setup


@pytest.fixture(autouse=True)
def _bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which neither uv nor pip is configured."""
    for name in os.environ:
        if name.startswith(("PIP_", "UV_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(setup, "SYSTEM_UV", tmp_path / "no-uv.toml")
    monkeypatch.setattr(setup, "TOOLS", tmp_path / "no-tools")


@pytest.fixture
def settings_of_pip(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Stand in for pip, which the environment of the tests does without."""

    def answer(listed: str) -> None:
        monkeypatch.setattr(setup, "quiet", lambda *command: True)
        monkeypatch.setattr(setup.subprocess, "check_output", lambda *command, **how: listed)

    return answer


def test_the_index_of_pip_becomes_that_of_uv(settings_of_pip: Any) -> None:
    """It says in uv's words what pip's configuration says."""
    settings_of_pip(
        "global.extra-index-url='\\nhttps://b.invalid/simple\\nhttps://c.invalid/simple'\n"
        "global.index-url='https://a.invalid/simple'\n"
    )

    assert setup.index_settings() == {
        "UV_DEFAULT_INDEX": "https://a.invalid/simple",
        "UV_INDEX": "https://b.invalid/simple https://c.invalid/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


def test_the_environment_goes_before_the_file(settings_of_pip: Any) -> None:
    """It takes the index of PIP_INDEX_URL, as pip itself would."""
    settings_of_pip(":env:.index-url='https://e.invalid'\nglobal.index-url='https://a.invalid'\n")

    assert setup.index_settings()["UV_DEFAULT_INDEX"] == "https://e.invalid"


def test_a_folder_that_is_gone_is_passed_over(settings_of_pip: Any, tmp_path: Path) -> None:
    """It leaves out folders of packages that do not exist, at which uv would stop."""
    settings_of_pip(f"global.find-links='/nowhere/wheels {tmp_path}'\n")

    assert setup.index_settings()["UV_FIND_LINKS"] == str(tmp_path)


@pytest.mark.parametrize("name", ["UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_CONFIG_FILE"])
def test_what_uv_is_told_stands(
    settings_of_pip: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It takes nothing from pip where uv has been configured."""
    settings_of_pip("global.index-url='https://a.invalid/simple'\n")
    monkeypatch.setenv(name, "https://u.invalid/simple")

    assert setup.index_settings() == {}


def test_the_configuration_file_of_uv_stands(settings_of_pip: Any, tmp_path: Path) -> None:
    """It takes nothing from pip where uv has a file of its own."""
    settings_of_pip("global.index-url='https://a.invalid/simple'\n")
    (tmp_path / "uv").mkdir()
    (tmp_path / "uv" / "uv.toml").touch()

    assert setup.index_settings() == {}
