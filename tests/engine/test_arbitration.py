"""One defect, one finding: the table holds for any findings at all."""

from hypothesis import given
from hypothesis import strategies as st

from textassay.engine.arbitration import arbitrate, beats
from textassay.model import Finding, Severity

NAMES = {
    "ENC001": ("mojibake", "encoding"),
    "ENC002": ("double-space", "encoding"),
    "TYP001": ("misspelling", "typo"),
    "DUP001": ("repeated-line", "duplicate"),
    "BPL001": ("caption", "boilerplate"),
    "CLM001": ("vague-source", "claim"),
    "PRV001": ("unregistered-file", "provenance"),
}


def _finding(code: str, start: int, end: int, severity: Severity = Severity.WARNING) -> Finding:
    name, category = NAMES[code]
    return Finding(
        f"{code}-{start}-{end}",
        code,
        name,
        category,
        "r",
        "r.txt",
        start,
        end,
        1,
        1,
        severity,
        "m",
        "",
    )


def _codes(*findings: Finding) -> list[str]:
    ordered = sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))
    return [finding.code for finding in arbitrate(ordered)]


FINDINGS = st.lists(
    st.builds(
        lambda code, start, length, severity: _finding(code, start, start + length, severity),
        st.sampled_from(sorted(NAMES)),
        st.integers(0, 20),
        st.integers(0, 12),
        st.sampled_from(list(Severity)),
    ),
    max_size=12,
    unique_by=lambda finding: finding.id,
).map(lambda found: sorted(found, key=lambda f: (f.start, f.end, f.code)))


def test_nothing_is_said_inside_a_damaged_span() -> None:
    """Mojibake makes every word in it wrong."""
    assert _codes(_finding("ENC001", 0, 9), _finding("TYP001", 2, 8, Severity.ERROR)) == ["ENC001"]


def test_a_damaged_span_and_what_overlaps_it_are_one_defect() -> None:
    """A lost character and the blank before it, as if it were a question mark."""
    damage = _finding("ENC001", 1, 3)

    assert _codes(_finding("ENC002", 0, 2), damage) == ["ENC001"]
    assert _codes(_finding("ENC002", 0, 1), damage) == ["ENC002", "ENC001"]


def test_the_pieces_of_a_damaged_word_are_no_typos() -> None:
    """What mojibake leaves of a word touches it; a word apart is judged."""
    damage = _finding("ENC001", 1, 3)

    assert _codes(damage, _finding("TYP001", 3, 8)) == ["ENC001"]
    assert _codes(_finding("TYP001", 0, 1), damage) == ["ENC001"]
    assert _codes(damage, _finding("TYP001", 4, 8)) == ["ENC001", "TYP001"]
    assert _codes(damage, _finding("CLM001", 3, 8)) == ["ENC001", "CLM001"]


def test_claims_and_small_typos_inside_boilerplate_are_left_out() -> None:
    """Deleting the line removes them; an error in it is still told."""
    line = _finding("BPL001", 0, 90)
    inside = [_finding("CLM001", 5, 20), _finding("TYP001", 30, 35)]

    assert _codes(line, *inside) == ["BPL001"]
    assert _codes(line, _finding("TYP001", 30, 35, Severity.ERROR)) == ["BPL001", "TYP001"]


def test_on_one_span_the_graver_speaks_and_remembers_the_other() -> None:
    """The caption that repeats the body is one defect."""
    found = arbitrate([_finding("BPL001", 0, 50), _finding("DUP001", 0, 50)])

    assert [finding.code for finding in found] == ["DUP001"]
    assert found[0].evidence["also"][0]["code"] == "BPL001"
    assert _codes(_finding("BPL001", 0, 50, Severity.ERROR), _finding("DUP001", 0, 50)) == [
        "BPL001"
    ]


def test_a_remark_about_a_repeated_title_hides_nothing() -> None:
    """An info finding removes no span."""
    title = _finding("DUP001", 0, 90, Severity.INFO)

    assert _codes(title, _finding("CLM001", 5, 20)) == ["DUP001", "CLM001"]


@given(FINDINGS)
def test_no_two_findings_stay_where_one_beats_the_other(found: list[Finding]) -> None:
    """What is left obeys the table."""
    left = [finding for finding in arbitrate(found) if finding.start < finding.end]
    for one in left:
        for other in left:
            touching = one.start < other.end and other.start < one.end
            if (
                one.code != other.code
                and touching
                and "provenance" not in (one.category, other.category)
            ):
                assert not beats(one, other)


@given(FINDINGS, st.sampled_from(sorted(NAMES)))
def test_turning_a_check_off_never_hides_a_finding_of_another(
    found: list[Finding], code: str
) -> None:
    """Fewer checks, never fewer findings of the others."""
    everything = {finding.id for finding in arbitrate(found) if finding.code != code}
    without = {finding.id for finding in arbitrate([f for f in found if f.code != code])}

    assert everything <= without


@given(FINDINGS)
def test_nothing_is_lost(found: list[Finding]) -> None:
    """Every finding speaks or is in the evidence of one that does."""
    left = arbitrate(found)
    kept = {(finding.code, finding.start, finding.end) for finding in left}
    told = {
        (also["code"], also["start"], also["end"])
        for finding in left
        for also in finding.evidence.get("also", ())
    }

    assert {(finding.code, finding.start, finding.end) for finding in found} == kept | told
