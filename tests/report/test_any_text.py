"""Every format parses, whatever text the records hold."""

import json
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textassay.model import Edit, Finding, Record, Related, Severity
from textassay.report.formats import FORMATS, renderer
from textassay.report.kept import TextKeeper
from textassay.report.run import CheckNote, FailedExpectation, RecordRow, Run, Verdict

# Lone surrogates reach a record through JSON escapes; pairs of them do not.
ANY = st.text(st.characters(exclude_categories=[]), max_size=60).filter(
    lambda text: (
        not any(
            "\ud800" <= first <= "\udbff" and "\udc00" <= second <= "\udfff"
            for first, second in pairwise(text)
        )
    )
)
JUNK = ANY | st.sampled_from(
    ["</script>", "]]>", "-->", "::error::", "\u2028", "`|`", "%0A", "{{7*7}}", '"><img onerror=x>']
)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Return a run of one record where every string is anything."""
    text = draw(JUNK) + draw(JUNK)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    found = Finding(
        id="ENC001-0", code="ENC001", check="any-defect", category="encoding",
        record=draw(JUNK), path=draw(JUNK), start=start, end=end, line=1, column=start + 1,
        severity=draw(st.sampled_from(list(Severity))), message=draw(JUNK), text=text[start:end],
        suggestion=draw(st.none() | JUNK), evidence={"seen": draw(JUNK)},
        edits=(Edit(start, end, draw(JUNK)),),
        related=(Related("a", draw(JUNK), 0, 1, draw(JUNK)),),
        state=draw(st.sampled_from(["new", "known", "waived"])),
    )  # fmt: skip
    keeper = TextKeeper(record_limit=draw(st.sampled_from([0, 1000])))
    keeper.add(Record(found.record, found.path, text), [found])
    expectation = FailedExpectation(draw(JUNK), draw(JUNK))
    return Run(
        version="0.1",
        verdict=Verdict("fail", 1, 1, 0, 0, 1, (draw(JUNK),), (expectation,)),
        roots=(draw(JUNK),),
        settings={"select": draw(JUNK)},
        records=(
            RecordRow(found.record, found.path, language=draw(JUNK), provenance={"by": draw(JUNK)}),
        ),
        findings=(found,),
        checks=(CheckNote("ENC001", "any-defect", "encoding", Severity.ERROR),),
        texts=keeper.texts,
    )


def _render(name: str, run: Run) -> str:
    stream = StringIO()
    renderer(name)(run, stream)
    written = stream.getvalue()
    written.encode()  # no lone surrogate is left
    return written


@given(runs())
@settings(deadline=None, max_examples=40)
def test_json_of_every_kind_parses(run: Run) -> None:
    """Run file, JSON Lines, SARIF and GitLab are JSON, and the run file is the run."""
    assert Run.from_json(_render("json", run)) == run
    assert json.loads(_render("sarif", run))["version"] == "2.1.0"
    assert isinstance(json.loads(_render("gitlab", run)), list)
    lines = _render("jsonl", run).splitlines()
    assert [json.loads(line)["text"] for line in lines] == [run.findings[0].text]


@given(runs())
@settings(deadline=None, max_examples=40)
def test_junit_is_xml(run: Run) -> None:
    """An XML parser reads the suites."""
    root = ET.fromstring(_render("junit", run))  # noqa: S314 - we wrote it

    assert [suite.get("name") for suite in root] == ["records", "gate"]


@given(runs())
@settings(deadline=None, max_examples=40)
def test_a_workflow_command_stays_on_its_line(run: Run) -> None:
    """Whatever the record says, GitHub sees our commands only."""
    for line in _render("github", run).splitlines():
        assert line.startswith(("::error file=", "::warning file=", "::notice title=textassay"))


@given(runs())
@settings(deadline=None, max_examples=40)
def test_the_concise_text_is_one_line_a_finding(run: Run) -> None:
    """No text breaks out of its line, nor becomes a workflow command."""
    lines = _render("text", run).splitlines()

    assert len(lines) == len(run.findings)
    assert not lines[0].lstrip().startswith("::")


class _Tags(HTMLParser):
    """Collects the elements of a page and the attributes that could act."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.acting: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.acting += [
            f"{name}={value}"
            for name, value in attrs
            if name.startswith("on")
            or name in {"style", "src", "srcdoc", "srcset", "action"}
            or (name == "href" and not (value or "").startswith("#"))
        ]


@given(runs())
@settings(deadline=None, max_examples=40)
def test_the_page_has_no_element_that_we_did_not_write(run: Run) -> None:
    """Text of a record adds neither elements nor acting attributes."""
    parser = _Tags()
    parser.feed(_render("html", run))

    assert parser.acting == []
    assert parser.tags.count("script") == 4
    assert "img" not in parser.tags


@given(runs())
@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_writes_a_control_character(name: str, run: Run) -> None:
    """Terminals, logs and pages are safe from escape sequences and reordering."""
    written = _render(name, run)

    assert not set(written) & set("\x00\x07\x08\x1b\x7f\x85\u202a\u202e\u2066\u2069\u200b\u2028")
