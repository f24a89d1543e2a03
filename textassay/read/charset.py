"""Which encoding bytes are in, where nothing proves it.

charset-normalizer gives its opinion; all encodings that decode the bytes are
then weighed by how likely their letters follow one another in any language
(the model of the mojibake check). Measured by ``benchmarks/charset.py``:
together .996 of 255 held-out texts restored exactly, the opinion alone .863.
"""

from __future__ import annotations

from math import exp

from textassay.frozen import NamedTuple
from textassay.model import Decoding
from textassay.text.character_model import model

# In order of preference where two give the very same text.
CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949"),
    *("mac_roman", "cp437", "cp850", "iso8859-2", "iso8859-7", "tis-620"),
)
_SAMPLE = 1 << 20  # bytes shown to charset-normalizer; it looks at steps of them
_TELLING = 4096  # bytes of lines beyond ASCII that the model weighs, about 3 ms in all
_LONGEST = 4  # bytes of a character: the sample may end inside one
_CERTAIN = 0.999  # nothing but a mark or strict UTF-8 is proof
_CONTESTED = 0.9  # where charset-normalizer gives another text
_SCALE = 4.0  # log-likelihood margin at which half of the doubt is about gone


class _Weighed(NamedTuple):
    score: float
    text: str
    encoding: str


def guess(data: bytes) -> list[Decoding]:
    """Return the plausible encodings of some bytes, best first; none if none is."""
    opinion = _opinion(data)
    names = dict.fromkeys((*CANDIDATES, *([opinion[0]] if opinion else [])))
    weighed = _weighed(_telling(data), list(names))
    found = []
    for place, item in enumerate(weighed):
        rival = next((other for other in weighed[place + 1 :] if other.text != item.text), None)
        margin = item.score - rival.score if rival else _SCALE * 10
        agreed = opinion is not None and _same(data, item.encoding, opinion[0])
        confidence = min(1 - exp(-margin / _SCALE) / 2, _CERTAIN if agreed else _CONTESTED)
        second = f"charset-normalizer: {opinion[0]} ({opinion[1]:.3f})" if opinion else "no opinion"
        evidence = f"letter pairs: {margin:.0f} above the next; {second}"
        found.append(Decoding(item.encoding, confidence=round(confidence, 3), evidence=evidence))
    return found


def _opinion(data: bytes) -> tuple[str, float] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return (best.encoding, round(1.0 - best.chaos, 3)) if best else None


def _telling(data: bytes) -> bytes:
    """Return lines that hold more than ASCII: the others say nothing."""
    sample = data[:_SAMPLE]
    lines = sample.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.isascii())[:_TELLING]


def _weighed(sample: bytes, names: list[str]) -> list[_Weighed]:
    letters = model()
    found = []
    for name in names:
        text = _decoded(sample, name)
        if text:
            found.append(_Weighed(letters.score(text), text, name))
    found.sort(key=lambda item: (-item.score, names.index(item.encoding)))
    return found


def _decoded(sample: bytes, encoding: str) -> str | None:
    for cut in range(_LONGEST):
        try:
            return sample[: len(sample) - cut].decode(encoding)
        except (UnicodeDecodeError, LookupError):
            if len(sample) < _TELLING:
                return None
    return None


def _same(data: bytes, encoding: str, other: str) -> bool:
    sample = data[:_SAMPLE]
    return encoding == other or sample.decode(encoding, "replace") == sample.decode(
        other, "replace"
    )
