"""Which type and which standing, as typed. Pure."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, get_args

from importers.typed.errors import TypedError, did_you_mean
from store.records.report import Factuality

FACTUALITIES: Final[tuple[Factuality, ...]] = get_args(Factuality)


def types(lexicons: Sequence[Path] = ()) -> Mapping[str, str]:
    """Give the event type of each sub-type of the lexicon, the user's files among it. Raises LexiconError."""
    from importers.extraction.lexicon.files import load_lexicons

    found: dict[str, str] = {}
    for language in ("en", "es"):
        lexicon = load_lexicons(language, tuple(lexicons))
        if lexicon is not None:
            found |= {name: kind.event_type for name, kind in lexicon.types.items()}
    return found


def read_type(typed: str, lexicons: Sequence[Path] = ()) -> tuple[str, str]:
    """Read a typed sub-type ("car bomb", "car_bomb") as (event_type, sub_event_type). Raises TypedError."""
    known = types(lexicons)
    name = "_".join(typed.casefold().replace("_", " ").split())
    if name not in known:
        fits = sorted(other for other in known if name and other.startswith(name))
        if len(fits) != 1:
            meant = f" It can be {', '.join(fits)}." if fits else did_you_mean(name, known)
            raise TypedError(f"“{typed}” is no type of event.{meant} ecu-tui lexicon show lists them.")
        name = fits[0]
    return known[name], name


def read_factuality(typed: str) -> Factuality:
    """Read a typed factuality. Raises TypedError."""
    word = typed.strip().casefold()
    for factuality in FACTUALITIES:
        if factuality == word:
            return factuality
    meant = did_you_mean(word, FACTUALITIES)
    raise TypedError(f"“{typed}” is no factuality.{meant} It is one of {', '.join(FACTUALITIES)}.")
