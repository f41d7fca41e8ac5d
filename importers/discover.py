"""From what the user typed (files, folders, patterns) to the files to read, in an order that is always the same."""

import errno
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from importers.problems import ImportProblem

_Key = tuple[int, int]
"""(device, inode): what a folder is, however it was reached."""


def discover(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | ImportProblem]:
    """Find the files under ``paths``, each path once; what cannot be looked at is yielded as a problem. Never raises.

    Folders are walked in order of names, hidden entries skipped. A path that does not exist but holds ``*``, ``?`` or
    ``[`` is taken as a pattern (``**`` for folders of any depth).
    """
    seen: set[str] = set()
    folders: set[_Key] = set()
    for given in paths:
        for found in _given(os.fspath(given), folders):
            if isinstance(found, ImportProblem):
                yield found
            elif (key := os.path.abspath(found)) not in seen:  # noqa: PTH100 - Path.resolve would follow links
                seen.add(key)
                yield found


def _given(name: str, folders: set[_Key]) -> Iterator[Path | ImportProblem]:
    path = Path(name)
    if not name:
        yield ImportProblem(path, "there is no such file or folder", "an empty name was given")
        return
    try:
        status = path.stat()
    except FileNotFoundError:
        yield from _pattern(name, folders)
    except (OSError, ValueError) as error:
        yield problem_of(path, error)
    else:
        yield from _walk(path, status, folders)


def _pattern(name: str, folders: set[_Key]) -> Iterator[Path | ImportProblem]:
    """Find what a path that does not exist stands for."""
    if not glob.has_magic(name) or Path(name).is_symlink():
        yield missing(Path(name))
        return
    matches = sorted(glob.iglob(name, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
    if not matches:
        yield ImportProblem(name, "nothing matches this pattern")
    for match in matches:
        try:
            status = Path(match).stat()
        except OSError as error:
            yield problem_of(Path(match), error)
        else:
            yield from _walk(Path(match), status, folders)


def _walk(path: Path, status: os.stat_result, folders: set[_Key]) -> Iterator[Path | ImportProblem]:
    """Walk depth first. The stack holds what is left to do, and for each entry the folders that it lies in."""
    stack: list[tuple[Path, os.stat_result, tuple[_Key, ...]]] = [(path, status, ())]
    while stack:
        path, status, inside = stack.pop()
        if stat.S_ISREG(status.st_mode):
            yield path
        elif not stat.S_ISDIR(status.st_mode):
            yield ImportProblem(path, f"it is {special(status.st_mode)}, not a file")
        elif (key := (status.st_dev, status.st_ino)) in inside:
            yield ImportProblem(path, "it is a link back to a folder that it lies in", "its files are read once")
        elif key not in folders:
            folders.add(key)
            entries, problems = _entries(path)
            yield from problems
            stack.extend((name, entry, (*inside, key)) for name, entry in reversed(entries))


def _entries(folder: Path) -> tuple[list[tuple[Path, os.stat_result]], list[ImportProblem]]:
    """List a folder by name, without what is hidden, and what of it cannot be looked at."""
    entries: list[tuple[Path, os.stat_result]] = []
    problems: list[ImportProblem] = []
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        return [], [problem_of(folder, error)]
    for path in paths:
        try:
            entries.append((path, path.stat()))
        except OSError as error:
            problems.append(problem_of(path, error))
    return entries, problems


def special(mode: int) -> str:
    """Name a thing that is not a file."""
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a folder" if stat.S_ISDIR(mode) else "a device"


def missing(path: Path) -> ImportProblem:
    if path.is_symlink():
        return ImportProblem(path, "it is a link to something that does not exist")
    return ImportProblem(path, "there is no such file or folder", "check the spelling")


def problem_of(path: Path, error: OSError | ValueError) -> ImportProblem:
    """Say an error of the operating system as a sentence."""
    if isinstance(error, ValueError):  # a NUL in the name
        return ImportProblem(str(path).replace("\0", "\\0"), "no file can have this name")
    if isinstance(error, FileNotFoundError):
        return missing(path)
    if isinstance(error, PermissionError):
        return ImportProblem(path, "it may not be read: permission denied", "check its permissions")
    if error.errno == errno.ELOOP:
        return ImportProblem(path, "it is a link that leads back to itself")
    if error.errno == errno.ENAMETOOLONG:
        return ImportProblem(path, "its name is too long for this system")
    return ImportProblem(path, f"it cannot be read: {error.strerror or error}")
