"""Tells the character set of bytes that are not UTF-8, by the character model.

For the reader of records: each candidate decodes a sample, and the model of
character pairs says which text is the likeliest per byte.
"""

from __future__ import annotations

from dataclasses import dataclass

from textassay.checks.encoding.character_model import model

SAMPLE = 2_000  # bytes that are judged; longer ones did not change the answer
CANDIDATES = (
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8-r",
    "iso8859-7",
    "cp1255",
    "cp1256",
    "cp1254",
    "cp1257",
    "iso8859-2",
    "mac-roman",
    "cp437",
    "cp850",
    "cp866",
    "tis-620",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "utf-16-le",
    "utf-16-be",
)
NUL_SHARE = 0.02  # of the even or odd bytes: UTF-16 text has blanks and line breaks
_LONGEST_CHARACTER = 4  # bytes that may be cut off at the end of the sample


@dataclass(frozen=True, slots=True)
class Guess:
    """A character set with its lead over the next one.

    ``lead``: natural logarithm of the likelihood ratio to the best text that
    another set gives, over the whole sample; sets that give the same text
    count as one.
    """

    encoding: str
    lead: float


def likeliest(data: bytes) -> Guess | None:
    """Return the likeliest character set of bytes, or None where none decodes them."""
    sample = data[:SAMPLE]
    scores: dict[str, tuple[float, str]] = {}
    for codec in CANDIDATES:
        if codec.startswith("utf-16") and not _has_nuls(sample, codec):
            continue
        text = _decoded(sample, codec, whole=len(data) <= SAMPLE)
        if text is not None and text not in scores:
            scores[text] = (model().score(text), codec)
    ranked = sorted(scores.values(), reverse=True)
    if not ranked:
        return None
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else float(len(sample))
    return Guess(ranked[0][1], round(lead, 1))


def _has_nuls(sample: bytes, codec: str) -> bool:
    half = sample[1::2] if codec == "utf-16-le" else sample[0::2]
    return half.count(0) > NUL_SHARE * len(half)


def _decoded(sample: bytes, codec: str, *, whole: bool) -> str | None:
    for cut in range(1 if whole else _LONGEST_CHARACTER):
        try:
            return sample[: len(sample) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
    return None
