"""Nothing of the user's is read or written: folders, time zone, locale and terminal are the tests' own."""

import importlib.util
import os
import shutil
import time
from datetime import timedelta
from pathlib import Path

import handmade
import pytest
import told
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

os.environ["TZ"] = "UTC"
time.tzset()

# What a test asserts is no time: a busy machine fails none.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test XDG folders of its own, and a plain UTF-8 terminal in UTC."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / f"xdg-{name.lower()}"))
    for name in ("TMUX", "NO_COLOR", "COLORTERM", "EDITOR", "VISUAL", "PAGER", "ECU_TUI_STORE", "ECU_TUI_PLAIN_OUTPUT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made store; only for tests that do not write to it."""
    return handmade.make_store(tmp_path_factory.mktemp("made") / "store.db")


@pytest.fixture
def own_store(tmp_path: Path) -> Path:
    """A hand-made store that a test may change."""
    return handmade.make_store(tmp_path / "store.db")


@pytest.fixture(scope="session")
def told_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of ``told.ARTICLES``, imported once."""
    return told.make_told_store(tmp_path_factory.mktemp("told"))


@pytest.fixture
def told_store(told_template: Path, tmp_path: Path) -> Path:
    """A store of ``told.ARTICLES`` that a test may change."""
    return Path(shutil.copy(told_template, tmp_path / "told.db"))


@pytest.fixture(scope="session")
def busy_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some weeks with as many events a day as a large store has: sentences of all lengths, a seventh told twice."""
    spec = importlib.util.spec_from_file_location("stores", ROOT / "benchmarks" / "stores.py")
    assert spec is not None
    assert spec.loader is not None
    stores = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(stores)
    stores.LAST = stores.FIRST + timedelta(days=30)
    path = tmp_path_factory.mktemp("busy") / "store.db"
    stores.build(path, 900, 1)
    return path
