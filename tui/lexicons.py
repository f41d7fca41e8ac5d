"""Which lexicons of the user's own are laid over the shipped ones."""

from collections.abc import Sequence
from pathlib import Path


def lexicon_files(named: Sequence[Path] = ()) -> tuple[Path, ...]:
    """List the user's lexicons: ``lexicons/*.toml`` in the config folder by name, then those named for this run."""
    from platformdirs import user_config_path

    folder = user_config_path("ecu-tui", appauthor=False) / "lexicons"
    return (*sorted(folder.glob("*.toml")), *named)
