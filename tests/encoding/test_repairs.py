"""One call of fix is complete: nothing is left for a second one, and nothing is new."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textassay import registry
from textassay.engine.arbitration import HIDDEN, arbitrate
from textassay.engine.fixing import ROUNDS, fix
from textassay.engine.inspect import inspect
from textassay.model import Edit, Finding, Record, Severity
from textassay.text.document import Document

CHECKS = [check for check in registry.builtin() if check.code.startswith("ENC")]
SENTENCES = (
    "La comisión aprobó anoche, tras años de debate, la reforma que pedían «los vecinos».",
    "L’été dernier, l’élève a reçu une réponse : « Ça ira », écrit-elle au maire.",
    "Der Bürgermeister weiß, daß über „große“ Brücken länger geredet wird.",
    "Câți oameni știu că țara își întoarce fața spre oraș?",
    "Každý člověk má právo na život, svobodu a osobní bezpečnost.",
    "Все люди рождаются свободными и равными в своём достоинстве.",
    "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια.",
    "Mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm.",
    "Gbogbo ènìyàn ni a bí ní òmìnira; iyì àti ẹ̀tọ́ kọ̀ọ̀kan sì dọ́gba.",
    "“Don’t wait,” she said — the café’s naïve owner smiled… 🙂",
)
CODECS = ("cp1250", "cp1251", "cp1252", "cp1253", "cp1256", "latin-1", "mac-roman", "cp437")
BOTH_FORMS = (*SENTENCES, *(unicodedata.normalize("NFD", text) for text in SENTENCES))


def _findings(record: Record) -> list[Finding]:
    return inspect(Document(record), CHECKS)


def _misread(text: str, codec: str, *, lossy: bool) -> str:
    if lossy:
        return text.encode().decode(codec, "replace")
    return "".join(
        byte.decode(codec, "ignore") or byte.decode("latin-1")
        for byte in (bytes([number]) for number in text.encode())
    )


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(BOTH_FORMS), st.integers(0, 2)), min_size=1, max_size=5),
    st.sampled_from(CODECS),
    st.sampled_from(["whole", "lossy"]),
)
def test_fixing_twice_gives_what_fixing_once_gave(
    lines: list[tuple[str, int]], codec: str, loss: str
) -> None:
    """Whatever was misread, how often, and in whichever form its accents are.

    What is found then was found before: damage hides no defect.
    """
    damaged = []
    for line, times in lines:
        for _ in range(times):
            line = _misread(line, codec, lossy=loss == "lossy")  # noqa: PLW2901 - over and over
        damaged.append(line)
    record = Record("r", "r.txt", "\n".join(damaged))
    fixed = fix(record, _findings)

    assert fix(fixed, _findings) == fixed
    assert _defects(fixed) <= _defects(record)


def _defects(record: Record) -> set[str]:
    return {item.code for item in _findings(record) if item.severity is not Severity.INFO}


def test_accents_that_the_damage_hid_are_composed_in_the_same_call() -> None:
    """Undoing the mojibake shows a decomposed letter beside whole ones."""
    clean = "La economía de España y la acción de José en México. La razón está allí."
    shown = clean.replace("acción", unicodedata.normalize("NFD", "acción"))
    damaged = _misread(shown, "cp1252", lossy=False)

    assert fix(Record("r", "r.txt", damaged), _findings).text == clean


def _finding(text: str, *edits: Edit) -> Finding:
    return Finding(
        id="id",
        code="ENC999",
        check="made-up",
        category="encoding",
        record="r",
        path="r.txt",
        start=0,
        end=len(text),
        line=1,
        column=1,
        severity=Severity.ERROR,
        message="Made up.",
        text=text,
        edits=edits,
    )


def test_overlapping_edits_wait_for_the_next_round() -> None:
    """The first one is made; the other is found again, or not."""

    def find(record: Record) -> list[Finding]:
        edits = [Edit(0, 2, "b", safe=True), Edit(1, 3, "c", safe=True), Edit(3, 4, "x")]
        return [_finding(record.text, *edits)] if record.text == "aaaa" else []

    assert fix(Record("r", "r.txt", "aaaa"), find).text == "baa"


@pytest.mark.parametrize("turns", [{"a": "b", "b": "a"}, {"a": "aa", "aa": "a"}])
def test_a_text_whose_edits_never_rest_is_left_as_it_was(turns: dict[str, str]) -> None:
    """So the rule holds for checks of anybody."""
    calls = []

    def find(record: Record) -> list[Finding]:
        calls.append(record)
        text = record.text
        return [_finding(text, Edit(0, len(text), turns[text], safe=True))]

    record = Record("r", "r.txt", "a")

    assert fix(record, find) == record
    assert len(calls) == ROUNDS


def test_a_defect_that_damage_hides_is_found_where_it_will_stand() -> None:
    """The quotation mark that comes out of the sequence has no partner."""
    found = _findings(Record("r", "r.txt", "â€œThe mayor said it again.", language="en"))
    (hidden,) = (item for item in found if HIDDEN in item.evidence)

    assert (hidden.code, hidden.text, hidden.edits) == ("ENC015", "â€œ", ())
    assert [item.code for item in arbitrate(found)] == ["ENC002"]


def test_a_hidden_defect_elsewhere_is_found_at_its_own_place() -> None:
    """Repairs before it and behind it move it in the mended text, not in its record."""
    clean = f"Каждый имеет право на жизнь ( и свободу ) и безопасность.\n{SENTENCES[5]}"
    damaged = _misread(clean, "cp437", lossy=False)
    found = _findings(Record("r", "r.txt", damaged))
    hidden = [item for item in found if HIDDEN in item.evidence]

    assert [(item.code, item.text) for item in hidden] == [("ENC012", "( "), ("ENC012", " )")]
    assert [item.start for item in hidden] == [damaged.index("( "), damaged.index(" )")]


def test_a_hidden_defect_is_found_beside_a_plain_one_of_its_kind() -> None:
    """A lone quotation mark in sight does not excuse the one that the damage hides."""
    text = 'He said: "I am leaving.\nSo did she.\n\u00e2\u20ac\u0153The mayor said it again.'
    found = _findings(Record("r", "r.txt", text, language="en"))
    marks = [(item.text, HIDDEN in item.evidence) for item in found if item.code == "ENC015"]

    assert marks == [('"', False), ("\u00e2\u20ac\u0153", True)]
