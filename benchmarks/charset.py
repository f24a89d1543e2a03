"""How often the reader restores a text exactly from bytes in an old encoding.

Usage: ``python benchmarks/charset.py DECLARATIONS [PROSE]``, with the folders that
``encoding_text`` describes. Only the halves that no model was trained on are read.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from hashlib import md5
from pathlib import Path

from charset_normalizer import from_bytes
from encoding_text import declarations, prose

from textassay.read.decoding import decode
from textassay.read.findings import InputError

LANGUAGES = {
    "cp1252": "en es fr de pt-PT pt-BR pt it nl da nb fi sv ga ca eu gl",
    "cp1250": "pl cs hu ro hr sk sl",
    "iso8859-2": "pl cs hu hr sk sl",
    "cp1251": "ru bg uk sr-Cyrl",
    "koi8-r": "ru bg",
    "iso8859-7": "el el-monoton",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar fa",
    "gb18030": "zh",
    "big5": "zh-Hant",
    "cp932": "ja",
    "euc_jp": "ja",
    "cp949": "ko",
    "tis-620": "th",
    "mac_roman": "es fr de pt it",
    "cp437": "es fr de it",
    "utf-16-le": "en es fr de ru el el-monoton ar zh",
}
SIZE = 800  # characters a text
EACH = 24  # texts an encoding
BEYOND = 5  # characters beyond ASCII that a text must have


def texts(folders: list[Path]) -> dict[str, list[str]]:
    """Return held-out texts by language."""
    paragraphs: defaultdict[str, list[str]] = defaultdict(list)
    for paragraph in declarations(folders[0]):
        if not paragraph.trains:
            paragraphs[paragraph.language].append(paragraph.text)
    for paragraph in prose(folders[1]) if folders[1:] else ():
        digest = md5(paragraph.source.encode(), usedforsecurity=False).digest()
        if digest[0] % 2:  # of prose the model was trained on whole files of the other half
            paragraphs[paragraph.language].append(paragraph.text)
    joined = {language: "\n".join(found) for language, found in paragraphs.items()}
    return {
        language: [text[start : start + SIZE] for start in range(0, len(text) - SIZE // 2, SIZE)]
        for language, text in joined.items()
    }


def samples(by_language: dict[str, list[str]], encoding: str) -> list[bytes]:
    """Return texts of the languages of an encoding as its bytes."""
    found = []
    pool = [text for name in LANGUAGES[encoding].split() for text in by_language.get(name, ())]
    random.Random(4).shuffle(pool)  # noqa: S311 - a fixed choice, no secret
    for text in pool:
        data = text.encode(encoding, "ignore")
        if sum(letter > "\x7f" for letter in data.decode(encoding)) >= BEYOND:
            found.append(data)
    return found[:EACH]


def ours(data: bytes) -> str | None:
    """Return what the reader reads."""
    try:
        return decode(data).text
    except InputError:
        return None


def theirs(data: bytes) -> str | None:
    """Return what charset-normalizer alone reads."""
    best = from_bytes(data).best()
    return data.decode(best.encoding, "replace") if best else None


def main() -> None:
    """Print exact restorations by encoding, and milliseconds a text."""
    by_language = texts([Path(name) for name in sys.argv[1:]])
    totals = [0, 0, 0]
    spent = 0.0
    for encoding in LANGUAGES:
        datas = samples(by_language, encoding)
        begin = time.process_time()
        right = sum(ours(data) == data.decode(encoding) for data in datas)
        spent += time.process_time() - begin
        peer = sum(theirs(data) == data.decode(encoding) for data in datas)
        print(f"{encoding:12} n {len(datas):3}  ours {right:3}  charset-normalizer {peer:3}")
        totals = [
            total + more for total, more in zip(totals, (len(datas), right, peer), strict=True)
        ]
    number, right, peer = totals
    print(f"all n {number} ours {right / number:.3f} charset-normalizer {peer / number:.3f}")
    print(f"{1000 * spent / number:.1f} ms a text")


if __name__ == "__main__":
    main()
