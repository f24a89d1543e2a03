"""Glitches of encoding, put into clean text where a program or a hand would leave them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from damage import replacing

if TYPE_CHECKING:
    import random

    from injection import Injected, Injector

SMALL = r"[^\W\d_A-Z\u00c0-\u00de]"
TWINS = {ord("a"): 0x430, ord("e"): 0x435, ord("o"): 0x43E}  # Cyrillic letters that look alike


def _misread(match: re.Match[str]) -> str:
    return match.group().encode().decode("cp1252", "replace").replace("\ufffd", "\u008d")


def _unclosed(text: str, chance: random.Random) -> Injected | None:
    """Take the closing mark of a quotation; either end of it may be blamed."""
    found = list(re.finditer(r"(?<=[a-z])(?:[\u201d\u00bb\"]| \u00bb)(?=[ ,.])", text))
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + text[match.end() :], 0, len(text) - 1


INJECTORS: dict[str, Injector] = {
    "ENC001": replacing(r"(?<=[a-z])[\u00c0-\u00ff](?=[a-z])", lambda _: "\ufffd"),
    "ENC002": replacing(r"[\u00c0-\u00ff\u2018-\u201d]+", _misread),
    "ENC003": replacing(r"(?<=[a-z])[\u00c0-\u00ff\u2019](?=[a-z])", lambda _: "?"),
    "ENC004": replacing(r"(?<=[a-z])(?=[a-z])", lambda _: "\x92"),
    "ENC005": replacing(r"(?<=[a-z])(?=[a-z])", lambda _: "\u200b"),
    "ENC008": replacing(r"(?<= )(?=[a-z])", lambda _: "\ufeff"),
    "ENC009": replacing(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: "\u00ad"),
    "ENC011": replacing(r"(?<=[a-z]) (?=[a-z])", lambda _: "  "),
    "ENC012": replacing(r"(?<=[a-z])[,.](?= |$)", lambda match: " " + match.group()),
    "ENC013": replacing(rf"(?<={SMALL}{{2}}), (?={SMALL}{{2}})", lambda _: ","),
    "ENC014": replacing(r"(?<=[a-z]),(?= )|(?<=[a-z])\.$", lambda match: 2 * match.group()),
    "ENC015": _unclosed,
    "ENC016": replacing(r"(?<=[a-z])\u201d(?=[ ,.])", lambda _: '"'),
    "ENC017": replacing(
        r"[\u00c0-\u00ff]",
        lambda match: match.group().encode("ascii", "xmlcharrefreplace").decode(),
    ),
    "ENC018": replacing(r"(?<=[a-z])[\u00c0-\u00ff]", lambda match: f"\\u{ord(match.group()):04x}"),
    "ENC019": replacing(rf"(?<= ){SMALL}{{4,}}(?= )", lambda match: f"<b>{match.group()}</b>"),
    "ENC021": replacing(rf"(?<= ){SMALL}{{4,}}(?= )", lambda match: f"**{match.group()}**"),
    "ENC022": replacing(
        r"[\u00c0-\u00ff]", lambda match: unicodedata.normalize("NFD", match.group())
    ),
    "ENC023": replacing(r"(?<=[a-z])[aeo](?=[a-z])", lambda match: match.group().translate(TWINS)),
    "ENC024": replacing(r"fi|fl", lambda match: {"fi": "\ufb01", "fl": "\ufb02"}[match.group()]),
    "ENC025": replacing(
        r"(?<= )(?:the|of|in|de|la|en|der|die|les|des|di|que|und|da) (?=[A-Z])",
        lambda match: match.group().strip(),
    ),
}
