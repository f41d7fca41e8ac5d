"""Floors for finding and resolving time phrases: on articles of our own, and on the shared ones where they are.

The figures are percent F1 (the cases': percent exact); ``data/dating_floor.json`` holds the floors. Raise them as
dating gets better, never the other way round.
"""

import importlib.util
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from dating_key import read_marked, score

from importers.dating.expressions import find
from importers.dating.resolve import resolve

DATA = Path(__file__).parent / "data"
FLOORS = json.loads((DATA / "dating_floor.json").read_text(encoding="utf-8"))
SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "temporal"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not beside the project")


@pytest.mark.parametrize("language", ["en", "es"])
def test_our_own_articles(language: str) -> None:
    figures, misses = score(read_marked(DATA / f"dating_{language}.txt"), language)
    for name, floor in FLOORS["own"][language].items():
        assert figures[name] >= floor, f"{name} {figures[name]} < {floor}\n" + "\n".join(misses)


def test_the_key_is_large_enough() -> None:
    assert sum(len(a.key) for lang in ("en", "es") for a in read_marked(DATA / f"dating_{lang}.txt")) >= 150


def shared_module(name: str) -> ModuleType:
    """Load the scorer that lies beside the shared articles."""
    sys.path.insert(0, str(SHARED))
    try:
        spec = importlib.util.spec_from_file_location(name, SHARED / f"{name}.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(SHARED))
    return module


def predictions(text: str, language: str, day: str) -> list[dict[str, object]]:
    reference = date.fromisoformat(day[:10])
    out: list[dict[str, object]] = []
    for timex in resolve(find(text, language), (reference, reference)):
        when = timex.when
        days = [when.start.isoformat(), when.end.isoformat()] if when.start and when.end else None
        out.append({"start": timex.start, "end": timex.end, "value": timex.value or days})
    return out


@needs_shared
@pytest.mark.parametrize("name", ["timebank", "aquaint"])
def test_shared_articles(name: str) -> None:
    scorer = shared_module("score")
    total: Counter[str] = Counter()
    for gold in scorer.load(SHARED / f"{name}.gold.jsonl"):
        text = (SHARED / name / f"{gold['doc']}.txt").read_text(encoding="utf-8")
        counts, _ = scorer.score_doc(gold, predictions(text, "en", gold["dct"]))
        total.update(counts)
    figures = scorer.figures(total)
    for row, floor in FLOORS["shared"][name].items():
        assert 100 * figures[row] >= floor, f"{row} {100 * figures[row]:.1f} < {floor}"


@needs_shared
@pytest.mark.parametrize("language", ["en", "es"])
def test_shared_cases(language: str) -> None:
    scorer = shared_module("score")
    right = total = 0
    for case in scorer.load(SHARED / "cases.jsonl"):
        if case["lang"] != language or case["holiday"] or case["disputed"]:
            continue
        span = {"start": case["span"][0], "end": case["span"][1]}
        found = [
            scorer.pred_value(p["value"])[1]
            for p in predictions(case["text"], language, case["reference"])
            if scorer.overlap(span, p) > 0
        ]
        total += 1
        right += tuple(case["expected"]) in found
    assert 100 * right / total >= FLOORS["shared"]["cases"][language]
