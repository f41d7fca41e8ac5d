"""What docs/extraction.md says of modules is what there is: each named once, in the step it belongs to."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_module_has_its_step() -> None:
    steps = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8").partition("## The steps")[2]
    named = re.findall(r"`(\w+)`", steps)
    assert sorted(named) == sorted(
        path.stem for path in (ROOT / "importers" / "extraction").glob("*.py") if path.stem != "__init__"
    )
