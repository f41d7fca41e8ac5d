"""What docs/extraction.md says of modules is what there is: each named once, under its folder."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXTRACTION = ROOT / "importers" / "extraction"


def test_every_module_has_its_step_under_its_folder() -> None:
    sections = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8").split("\n**")[1:]
    folders = [re.findall(r"`(\w+)/`", section) for section in sections]
    assert {name for names in folders for name in names} == {path.parent.name for path in EXTRACTION.glob("*/*.py")}
    for names, section in zip(folders, sections, strict=True):
        named = [module for row in re.findall(r"\| ([^|]+) \|\n", section) for module in re.findall(r"`(\w+)`", row)]
        there = [path.stem for name in names for path in (EXTRACTION / name).glob("*.py") if path.stem != "__init__"]
        assert sorted(named) == sorted(there)
