"""What each check cost, added up while it runs, in one process or in many."""

from collections import defaultdict
from io import StringIO

import pytest

from tests.fixed_run import fixed_run
from textassay.engine import local, surveying
from textassay.engine.settings import Settings
from textassay.model import Record
from textassay.report.formats import renderer

RECORDS = [
    Record(id=f"r{n}", path=f"r{n}.txt", text=f"The council met again, said Ada {n}. " * 9)
    for n in range(70)
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_cost_of_each_check_is_added_up(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also that of the survey and of what the checks share; findings stay the same."""
    monkeypatch.setattr(surveying, "PARALLEL_FROM", 1)
    settings = Settings(select=("TYP001", "DUP001"))
    costs: dict[str, float] = defaultdict(float)
    metered = list(local.assay(RECORDS, settings, jobs=jobs, costs=costs))
    plain = list(local.assay(RECORDS, settings, jobs=jobs))

    assert {"TYP001", "DUP001", "survey", "shared views"} == set(costs)
    assert all(seconds > 0 for seconds in costs.values())
    for one, other in zip(metered, plain, strict=True):
        assert isinstance(one, local.Judged)
        assert isinstance(other, local.Judged)
        assert one.findings == other.findings


def test_the_statistics_list_the_dearest_first() -> None:
    """And leave out what costs next to nothing."""
    stream = StringIO()
    costs = {"TYP001": 2.0, "survey": 6.0, "BPL001": 0.001}
    renderer("text")(fixed_run(), stream, statistics=True, costs=costs)
    shown = [line.split() for line in stream.getvalue().splitlines() if "of the time" in line]

    assert [line[0] for line in shown] == ["6,000", "2,000"]
    assert [line[-1] for line in shown] == ["survey", "misspelt-word"]
