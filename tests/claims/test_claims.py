"""What the checks of the class promise together."""

import time
from collections.abc import Mapping, Sequence

import pytest

from textassay import registry
from textassay.contract import Check
from textassay.engine.inspect import inspect
from textassay.model import NOTHING, Finding, Record, Severity
from textassay.text.document import Document

CHECKS = [check for check in registry.builtin() if check.code.startswith(("CLM", "TYP09"))]
VAGUE = [check for check in CHECKS if check.code in {"CLM001", "CLM002", "CLM003", "CLM004"}]
RELATIVE = [check for check in CHECKS if check.code == "CLM010"]


def judge(
    text: str, checks: Sequence[Check], *, language: str, metadata: Mapping[str, str] = NOTHING
) -> list[Finding]:
    """Return the findings on a text judged alone."""
    record = Record(id="r", path="r.txt", text=text, language=language, metadata=metadata)
    return inspect(Document(record), checks)


TRADES = ["beekeepers", "dockers", "podiatrists", "chess players", "landladies", "mycologists"]
VERBS = ["say", "fear", "hope", "believe", "complain", "expect", "doubt", "argue", "warn"]
OFICIOS = ["apicultores", "estibadores", "podólogas", "ajedrecistas", "micólogos", "vecinas"]
VERBOS = ["dicen", "temen", "creen", "lamentan", "esperan", "dudan", "sostienen", "advierten"]


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("verb", VERBS)
def test_any_trade_with_any_verb_of_saying_is_a_vague_source(trade: str, verb: str) -> None:
    """The grammar knows trades and verbs, not phrases."""
    found = judge(f"Some {trade} {verb} that the new rule is wrong.", VAGUE, language="en")

    assert [finding.text for finding in found] == [f"Some {trade} {verb}"]


@pytest.mark.parametrize("trade", OFICIOS)
@pytest.mark.parametrize("verb", VERBOS)
def test_any_trade_with_any_verb_is_a_vague_source_in_spanish(trade: str, verb: str) -> None:
    """Before the verb and behind it."""
    before = judge(f"Los {trade} {verb} que la norma es mala.", VAGUE, language="es")
    behind = judge(f"La norma es mala, {verb} {trade} de la zona.", VAGUE, language="es")

    assert [finding.text for finding in before] == [f"Los {trade} {verb}"]
    assert [finding.text for finding in behind] == [f"{verb} {trade}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Experts say the bridge is unsafe.",
        "The bridge is unsafe, according to experts.",
        "A senior official said the bridge was unsafe.",
        "Studies show that bridges rust.",
        "It is widely believed that the bridge is unsafe.",
    ],
)
def test_in_a_quotation_the_vagueness_is_the_speakers(sentence: str) -> None:
    """Wrapped in quotation marks, nothing is found that was found before."""
    assert judge(sentence, VAGUE, language="en") != []
    assert judge(f"“{sentence}” That was all Ann Roe said.", VAGUE, language="en") == []


def test_a_name_in_place_of_analysts_clears_the_finding() -> None:
    """What was vague was the source, nothing else."""
    assert judge("Analysts say that prices will fall.", VAGUE, language="en") != []
    assert judge("Jane Roe says that prices will fall.", VAGUE, language="en") == []


def test_the_next_sentence_may_name_the_source() -> None:
    """A generic source that a named example follows is not vague."""
    text = "Residents fear the dam. “It leaks,” said Jane Roe of Hill Street."

    assert judge(text, VAGUE, language="en") == []


def test_no_break_spaces_change_nothing() -> None:
    """Real records hold them anywhere."""
    text = "It is said that on Monday several experts said no, according to a source."
    plain = judge(text, CHECKS, language="en")
    other = judge(text.replace(" ", "\N{NO-BREAK SPACE}"), CHECKS, language="en")

    assert [(f.code, f.start, f.end) for f in other] == [(f.code, f.start, f.end) for f in plain]
    assert {f.code for f in plain} >= {"CLM001", "CLM002", "CLM010"}


def test_a_date_line_clears_the_relative_dates() -> None:
    """The anchor may be a line or declared."""
    text = "The ferry sank on Tuesday."

    assert len(judge(text, RELATIVE, language="en")) == 1
    assert judge(f"{text}\n\n5 March 2024", RELATIVE, language="en") == []
    assert judge(text, RELATIVE, language="en", metadata={"published": "2024-03-05"}) == []


def test_strict_makes_the_relative_date_an_error() -> None:
    """The option of the check, as a configuration sets it."""
    document = Document(Record(id="r", path="r.txt", text="It sank on Tuesday.", language="en"))
    (finding,) = inspect(document, RELATIVE, options={"CLM010": {"strict": True}})

    assert finding.severity == Severity.ERROR


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "experts say "),
        ("en", "according to experts, "),
        ("en", "it is said that "),
        ("en", "first time met since 2019 "),
        ("en", "on Monday last week "),
        ("en", "12 people: 3 men and 4 women, "),
        ("en", "BRICS (Brazil, Russia, "),
        ("en", "March 5, 2024 "),
        ("en", "A" * 50),
        ("en", "“a” said "),
        ("es", "los expertos dicen que "),
        ("es", "según se dice que "),
        ("es", "el lunes 5 de marzo de 2024 "),
        ("es", "países como Perú, "),
    ],
)
def test_the_worst_text_takes_linear_time(language: str, piece: str) -> None:
    """Eight times the text takes well under sixty-four times the time."""

    def seconds(copies: int) -> float:
        record = Record(id="r", path="r.txt", text=piece * copies, language=language)
        start = time.process_time()
        inspect(Document(record), CHECKS)
        return time.process_time() - start

    seconds(10)
    size = 20_000 // len(piece)
    small = max(min(seconds(size) for _ in range(3)), 0.03)

    assert min(seconds(8 * size) for _ in range(3)) < 24 * small
