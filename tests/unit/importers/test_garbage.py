"""Garbage is looked for seldom while articles are read, and as before after it."""

import gc

import pytest

from importers.garbage import seldom_collected


def test_thresholds_are_as_before_afterwards_also_after_an_error() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    with pytest.raises(KeyError), seldom_collected():
        raise KeyError
    assert gc.get_threshold() == before
