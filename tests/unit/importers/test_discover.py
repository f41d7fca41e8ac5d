import os
import socket
from pathlib import Path

import pytest

from importers.discover import discover
from importers.problems import ImportProblem, shown


def names(found) -> list[str]:
    return [item.name if isinstance(item, Path) else f"! {item.reason}" for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "2023/c.html", "2023/09/d.txt", ".hidden.txt", ".git/config"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_folders_are_walked_by_name_and_hidden_entries_skipped(folder: Path):
    assert names(discover([folder])) == ["d.txt", "c.html", "a.md", "b.txt"]


def test_each_path_comes_once_however_it_is_given(folder: Path):
    assert names(discover([folder / "b.txt", folder, folder / "2023", folder / "b.txt"])) == [
        "b.txt",
        "d.txt",
        "c.html",
        "a.md",
    ]


def test_patterns(folder: Path):
    assert names(discover([f"{folder}/*.txt"])) == ["b.txt"]
    assert names(discover([f"{folder}/**/*.txt"])) == ["d.txt", "b.txt"]
    assert names(discover([f"{folder}/*.pdf"])) == ["! nothing matches this pattern"]
    (folder / "[draft].txt").write_text("a file may be named like a pattern")
    assert names(discover([folder / "[draft].txt"])) == ["[draft].txt"]


def test_what_is_not_there(folder: Path):
    (folder / "broken").symlink_to(folder / "gone")
    (folder / "self").symlink_to(folder / "self")
    assert names(discover([folder / "nope.txt", "", "a\0b", folder / "broken", folder / "self"])) == [
        "! there is no such file or folder",
        "! there is no such file or folder",
        "! no file can have this name",
        "! it is a link to something that does not exist",
        "! it is a link that leads back to itself",
    ]


def test_a_folder_loop_is_one_problem_and_nothing_else_is_lost(folder: Path):
    (folder / "2023" / "loop").symlink_to(folder, target_is_directory=True)
    found = names(discover([folder]))
    assert found == ["d.txt", "c.html", "! it is a link back to a folder that it lies in", "a.md", "b.txt"]


def test_a_folder_reached_twice_is_read_once(folder: Path):
    (folder / "again").symlink_to(folder / "2023", target_is_directory=True)
    assert names(discover([folder])) == ["d.txt", "c.html", "a.md", "b.txt"]


def test_pipes_sockets_and_devices_are_named_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)  # a socket's path may be no longer than 108 bytes
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert names(discover([tmp_path])) == ["! it is a pipe, not a file", "! it is a socket, not a file"]
    assert names(discover(["/dev/null"])) == ["! it is a device, not a file"]


def test_a_folder_that_may_not_be_listed_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch):
    listing = Path.iterdir

    def refuse(path: Path):
        if path.name == "2023":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)  # root may list everything, so permissions alone do not show it
    assert names(discover([folder])) == ["! it may not be read: permission denied", "a.md", "b.txt"]


def test_names_that_are_not_utf8_are_found_and_shown_safely(tmp_path: Path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("text")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    (found,) = discover([tmp_path])
    assert isinstance(found, Path)
    assert shown(found).endswith("/caf\\xe9.txt")
    assert str(ImportProblem(found, "it is empty")).encode("utf-8").endswith(b"/caf\\xe9.txt: it is empty")
