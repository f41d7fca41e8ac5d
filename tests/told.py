"""Articles of our own on a bombing that sources tell differently, with a reprint, and on less clear matters."""

from pathlib import Path

ARTICLES = {
    "harbour-first.txt": (
        "Bomb hits market in Guayaquil\n\nGUAYAQUIL, March 4, 2024 (Harbour News) - A car bomb killed three people and "
        "injured 12 at the central market in Guayaquil on Monday, police said.\n"
    ),
    "coast-later.txt": (
        "Market bombing toll disputed\n\nGUAYAQUIL, March 5, 2024 (Coast Ledger) - A car bomb killed three people and "
        "injured nine at the central market in Guayaquil on Monday, the hospital said.\n"
    ),
    "coast-reprint.txt": (
        "Market bombing toll disputed, hospital says\n\nGUAYAQUIL, March 5, 2024 (Coast Ledger) - A car bomb killed "
        "three people and injured nine at the central market in Guayaquil on Monday, the hospital said.\n"
    ),
    "cuenca.txt": (
        "Bus robbed near Cuenca\n\nCUENCA, March 6, 2024 (Austral) - Four men robbed a bus near Cuenca on Tuesday, "
        "police said. Two suspects were arrested in Cuenca on Wednesday.\n"
    ),
    "south.txt": (
        "Police hold suspects\n\nQUITO, March 7, 2024 (South Wire) - Police in Ecuador arrested several men on "
        "Wednesday. Inmates took 50 guards hostage in Ecuador on Tuesday, the government said.\n"
    ),
    "north.txt": (
        "Guards seized\n\nQUITO, March 7, 2024 (North Wire) - At least 60 guards were taken hostage in jails "
        "in Ecuador on Tuesday, a union said.\n"
    ),
}


def make_told_store(folder: Path) -> Path:
    """A store with these articles."""
    from importers.run import import_paths

    articles = folder / "articles"
    articles.mkdir()
    for name, text in ARTICLES.items():
        (articles / name).write_text(text, encoding="utf-8")
    store = folder / "told.db"
    for _ in import_paths(store, [articles]):
        pass
    return store
