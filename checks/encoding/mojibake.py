"""Letters were read in the wrong character set (mojibake)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import is_foreign
from textassay.checks.encoding.landmarks import landmarks
from textassay.checks.encoding.misreadings import LATIN
from textassay.checks.encoding.suspicion import (
    adjoining_runs,
    asian_suspects,
    letters_of_all,
    odd_tokens,
    runs_beyond_ascii,
    utf8_suspects,
)
from textassay.checks.encoding.technical import about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.alphabet import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.encoding._mojibake_search import Repair
    from textassay.contract import Context
    from textassay.text.document import Document

ONE_BY_ONE = 200  # sequences of a record; what follows is one finding
SURE_LANGUAGE = 0.5  # confidence from which its letters may judge single words
_C1 = span_of(0x80, 0x9F)
_SHOWN = 40  # characters of the repair that a message quotes


@check(
    code="ENC002",
    name="mojibake",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="safe",
)
def mojibake(document: Document, _context: Context) -> Iterator[Hit]:
    """Letters were read in the wrong character set (mojibake).

    ## What it finds
    UTF-8 read as one of twelve single-byte and four double-byte character
    sets, once or several times over, with lost bytes too; one single-byte
    set read as another; Chinese, Japanese and Korean sets read as others.

    ## Why it matters
    The letters on the page are not the letters that were written; searches,
    tokenisers and models see words that do not exist.

    ## How it decides
    Every wrong reading that the characters allow is undone, and a model of
    character pairs (over 500 languages) says which text is likelier. The
    gain is summed over the record: one odd word is no evidence for a rare
    accident. A single short sequence counts only if ftfy agrees. An edit is
    safe when its bytes are valid UTF-8 and give the same mojibake again. Where
    the language is unknown, a few letters for others of Latin are a remark.

    ## Known mistakes
    Single-byte sets mixed up in a word or two are often missed. Text that
    shows mojibake as an example: where a text talks about code, the finding
    is only a remark.

    ## Options
    None.
    """
    text = document.text
    if text.isascii():
        return
    present = document.alphabet
    marks = landmarks(document)
    if document.rare:
        suspects = utf8_suspects(runs_beyond_ascii(document.utf8)) + asian_suspects(text, present)
    else:
        suspects = utf8_suspects(adjoining_runs(text, marks.adjoining))
    odd = odd_tokens(text, present, marks.inside, lambda: document.language)
    lossy = _LOSSY & present
    if not (suspects or odd or (lossy and any(f"{lead} " in text for lead in lossy))):
        return
    from textassay.checks.encoding._mojibake_evidence import repairs

    found = repairs(text, suspects, odd, _sure_language(document) if odd else "")
    code = bool(found) and about_code(document)
    pieces = [[fix] for fix in found[:ONE_BY_ONE]]
    if len(found) > ONE_BY_ONE:
        pieces.append(found[ONE_BY_ONE:])
    for piece in pieces:
        severity = Severity.INFO if code else _severity(document, piece)
        yield _hit(piece, severity, code=code)


_LOSSY = frozenset(
    "\N{LATIN CAPITAL LETTER A WITH TILDE}\N{LATIN CAPITAL LETTER A WITH CIRCUMFLEX}"
)
"""Lead bytes whose trail a program may have turned into a blank ("voil\xc3 ")."""


def _sure_language(document: Document) -> str:
    """Return the code of the language, empty where it is not certain."""
    return document.language.code if document.language.confidence >= SURE_LANGUAGE else ""


def _severity(document: Document, found: list[Repair]) -> Severity | None:
    first, shown = found[0], document.text[found[0].start : found[-1].end]
    # A C1 control is an error whatever it meant; control-character would say so.
    if first.sure or not _C1.isdisjoint(shown):
        return None
    latin = bool(first.chain) and first.chain[0].meant in LATIN
    # The letters may be those of a language that we do not know.
    if latin and is_foreign(document) and letters_of_all().issuperset(shown):
        return Severity.INFO
    return Severity.WARNING


def _hit(found: list[Repair], severity: Severity | None, *, code: bool) -> Hit:
    first, last = found[0], found[-1]
    chain = ", then ".join(kind.name for kind in first.chain) or first.plan
    meant = first.meant if len(found) == 1 else None
    message = (
        f"Mojibake: \N{LEFT DOUBLE QUOTATION MARK}{first.meant[:_SHOWN]}"
        f"\N{RIGHT DOUBLE QUOTATION MARK} was meant ({chain})."
        if meant is not None
        else f"Mojibake in {len(found)} more places ({chain})."
    )
    return Hit(
        first.start,
        last.end,
        " ".join(message.split()),
        evidence={
            "rule": "character pairs" if first.chain else "ftfy",
            "chain": chain,
            "gain": round(first.gain, 1),
        },
        suggestion=meant,
        edits=tuple(
            Edit(fix.start, fix.end, fix.meant, safe=_is_safe(fix) and not code) for fix in found
        ),
        severity=severity,
    )


def _is_safe(fix: Repair) -> bool:
    """Tell whether a repair is proven, and brings no character to light that is a defect itself."""
    return fix.proven and all(char.isprintable() or char in _UNSEEN for char in fix.meant)


_UNSEEN = frozenset("\n\r\t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202f\u3000\ufeff") | span_of(
    0x2000, 0x200A
)
"""Blanks, and marks inside of words, that texts have by right."""


EXAMPLES = (
    Bad(
        "La econom\u00c3\u00ada de Espa\u00c3\u00b1a crece",
        span="\u00c3\u00ad",
        fix="\N{LATIN SMALL LETTER I WITH ACUTE}",
        language="es",
    ),
    Bad(
        "It\u00e2\u20ac\u2122s late and he doesn\u00e2\u20ac\u2122t care",
        span="\u00e2\u20ac\u2122",
        fix="\N{RIGHT SINGLE QUOTATION MARK}",
        language="en",
    ),
    Good("S\u00c3O PAULO, IRM\u00c3 and \u00c2ngela: \u00abn\u00e3o\u00bb", language="pt"),
    Good("Mr. Erdo\u011fan met Jos\u00e9 \u0160koda at the caf\u00e9", language="en"),
)
