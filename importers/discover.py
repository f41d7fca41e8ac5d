"""From what the user typed (files, folders, patterns) to the files to read, in an order that is always the same."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from importers.problems import ImportProblem

_Key = tuple[int, int]
"""(device, inode): what a folder is, however it was reached."""


def discover(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | ImportProblem]:
    """The files under ``paths``, each path once; what cannot be looked at is yielded as a problem. Never raises.

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
                yield Path(found)


def _given(path: str, folders: set[_Key]) -> Iterator[str | ImportProblem]:
    try:
        status = os.stat(path)
    except FileNotFoundError:
        yield from _pattern(path, folders)
    except (OSError, ValueError) as error:
        yield problem_of(path, error)
    else:
        yield from _walk(path, status, folders)


def _pattern(path: str, folders: set[_Key]) -> Iterator[str | ImportProblem]:
    if os.path.islink(path):
        yield ImportProblem(path, "it is a link to something that does not exist")
        return
    if not glob.has_magic(path):
        yield ImportProblem(path, "there is no such file or folder", "check the spelling")
        return
    matches = sorted(glob.iglob(path, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
    if not matches:
        yield ImportProblem(path, "nothing matches this pattern")
    for match in matches:
        yield from _given_match(match, folders)


def _given_match(path: str, folders: set[_Key]) -> Iterator[str | ImportProblem]:
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        yield problem_of(path, error)
    else:
        yield from _walk(path, status, folders)


def _walk(path: str, status: os.stat_result, folders: set[_Key]) -> Iterator[str | ImportProblem]:
    """The files under ``path``, depth first. The stack holds what is left to do and the folders each entry lies in."""
    stack: list[tuple[str, os.stat_result, tuple[_Key, ...]]] = [(path, status, ())]
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


def _entries(folder: str) -> tuple[list[tuple[str, os.stat_result]], list[ImportProblem]]:
    entries: list[tuple[str, os.stat_result]] = []
    problems: list[ImportProblem] = []
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        return [], [problem_of(folder, error)]
    for name in names:
        path = os.path.join(folder, name)  # noqa: PTH118 - keeps "./" as the user typed it
        try:
            entries.append((path, os.stat(path)))
        except FileNotFoundError:
            problems.append(ImportProblem(path, "it is a link to something that does not exist"))
        except OSError as error:
            problems.append(problem_of(path, error))
    return entries, problems


def special(mode: int) -> str:
    """What a thing that is neither a file nor a folder is called."""
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a device"


def problem_of(path: str | os.PathLike[str], error: OSError | ValueError) -> ImportProblem:
    """An error of the operating system as a sentence."""
    import errno  # noqa: PLC0415

    code = getattr(error, "errno", None)
    if isinstance(error, PermissionError):
        return ImportProblem(path, "it may not be read: permission denied", "check its permissions")
    if isinstance(error, FileNotFoundError):
        return ImportProblem(path, "there is no such file or folder", "check the spelling")
    if code == errno.ELOOP:
        return ImportProblem(path, "it is a link that leads back to itself")
    if code == errno.ENAMETOOLONG:
        return ImportProblem(path, "its name is too long for this system")
    if isinstance(error, ValueError):
        return ImportProblem(os.fspath(path).replace("\0", "\\0"), "no file can have this name")
    return ImportProblem(path, f"it cannot be read: {error.strerror or error}")
