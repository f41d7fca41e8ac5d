"""The user's config.toml: theme, mouse, keys. A mistake in it is one line of explanation, never a crash."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui.commands import KeymapError, check_keymap


class Config(NamedTuple):
    """What the user has set."""

    theme: str = ""
    mouse: bool = True
    keys: Mapping[str, str] = MappingProxyType({})
    """Command id to keys, in Textual's names."""


def config_file() -> Path:
    """Where config.toml is looked for ($XDG_CONFIG_HOME/ecu-tui)."""
    from platformdirs import user_config_path

    return user_config_path("ecu-tui", appauthor=False) / "config.toml"


def load_config(file: Path) -> tuple[Config, tuple[str, ...]]:
    """The settings in ``file``, and what is wrong with it, a sentence each; what is wrong counts as not set."""
    if not file.exists():
        return Config(), ()
    import tomllib  # there mostly is no such file

    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Config(), (f"{file}: {error}. It is left aside.",)
    wrong: list[str] = []
    theme, mouse, keys = "", True, {}
    for name, value in data.items():
        if name == "theme" and isinstance(value, str):
            theme = value
        elif name == "mouse" and isinstance(value, bool):
            mouse = value
        elif name == "keys" and isinstance(value, dict):
            try:
                keys = check_keymap({str(key): str(typed) for key, typed in value.items()})
            except KeymapError as error:
                wrong.append(f"{file}: {error} All keys stay as they are.")
        elif name in ("theme", "mouse", "keys"):
            wrong.append(f"{file}: {name} has a value of the wrong kind. It is left aside.")
        else:
            wrong.append(f"{file}: there is no setting {name}. The settings are theme, mouse and [keys].")
    return Config(theme, mouse, keys), tuple(wrong)
