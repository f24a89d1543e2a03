"""Invisible characters carry data: a message in tags or variation selectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import SELECTORS, TAGS, runs_of
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_FIRST_SELECTOR = 0xFE00
_FIRST_SUPPLEMENT = 0xE0100  # selectors 17 to 256 are in a block of their own
_CARRIERS = SELECTORS | TAGS
_SHOWN = 40  # characters of the hidden message that are quoted
_BLACK_FLAG = "\U0001f3f4"  # the flags of England, Scotland and Wales are spelt in tags
_C2PA_MAGIC = b"C2PATXT"  # C2PA specification, embedding manifests into unstructured text


@check(
    code="ENC007",
    name="hidden-payload",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    characters=_CARRIERS,
)
def hidden_payload(document: Document, _context: Context) -> Iterator[Hit]:
    """Invisible characters carry data: a message in tags or variation selectors.

    ## What it finds
    Runs of Unicode tag characters that are no flag, and runs of two or more
    variation selectors. A C2PA manifest is named as such and only remarked.

    ## Why it matters
    Hidden instructions reach a language model unseen. A provenance manifest,
    on the other hand, must survive: no fix is ever offered for it.

    ## How it decides
    A character takes at most one selector; more of them encode bytes. The
    bytes are decoded and shown as evidence.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    text = document.text
    found = document.alphabet & _CARRIERS
    for match in runs_of(found).finditer(text):
        run = match.group()
        if run[0] in TAGS:
            if text.startswith(_BLACK_FLAG, match.start() - 1):
                continue
            yield _message(match.start(), match.end(), "".join(map(_ascii_of, run)))
        elif len(run) > 1:
            data = bytes(byte for char in run if (byte := _byte_of(char)) is not None)
            if data.startswith(_C2PA_MAGIC):
                yield _manifest(match.start(), match.end(), len(data))
            else:
                yield _message(match.start(), match.end(), data.decode("utf-8", "replace"))


def _message(start: int, end: int, message: str) -> Hit:
    shown = "".join(char if char.isprintable() else "\N{MIDDLE DOT}" for char in message[:_SHOWN])
    return Hit(
        start,
        end,
        f"{end - start} invisible characters carry hidden data.",
        evidence={"rule": "tags or selectors in a run", "decoded": shown},
    )


def _manifest(start: int, end: int, size: int) -> Hit:
    return Hit(
        start,
        end,
        "An embedded C2PA manifest: keep it, an edit of the text makes it invalid.",
        evidence={"rule": "C2PA text manifest", "bytes": size},
        severity=Severity.INFO,
    )


def _ascii_of(char: str) -> str:
    return chr(ord(char) - 0xE0000) if char in TAGS else "\N{MIDDLE DOT}"


def _byte_of(char: str) -> int | None:
    if char not in SELECTORS:
        return None
    code = ord(char)
    return code - (_FIRST_SELECTOR if code < _FIRST_SUPPLEMENT else _FIRST_SUPPLEMENT - 16)


EXAMPLES = (
    Bad("Hello\U000e0068\U000e0069 world", span="\U000e0068\U000e0069"),
    Good("Scotland \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f won"),
    Good("A heart \u2764\ufe0f for you"),
)
