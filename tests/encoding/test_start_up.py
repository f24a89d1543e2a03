"""Clean text pays for nothing that only damage needs."""

import subprocess
import sys

import pytest

from textassay.checks.encoding import tail_words
from textassay.text.lexicon import entries

PROGRAM = """
import sys
from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.text.document import Document

checks = [check for check in registry.builtin() if check.code.startswith("ENC")]
text = {text!r}
found = inspect(Document(Record(id="r", path="r.txt", text=text, language={language!r})), checks)
heavy = ["ftfy", "numpy", "charset_normalizer", "textassay.checks.encoding._mojibake_evidence"]
print(len(found), [name for name in heavy if name in sys.modules])
"""
CLEAN = "La niña comió «un plátano» en el jardín, dijo José.\n¿Qué pasó? Núñez calló: “nada”."


def _run(text: str) -> str:
    program = PROGRAM.format(text=text, language="es")
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_clean_text_loads_neither_ftfy_nor_the_character_model() -> None:
    """They cost 50 and 20 ms, which ``textassay check FILE`` does not have."""
    assert _run(CLEAN) == "0 []"


def test_mojibake_loads_what_it_needs() -> None:
    """The same program with a damaged word: the test above can fail."""
    assert "mojibake_evidence" in _run(CLEAN + " La economÃ­a")


def test_clean_text_in_english_makes_no_table_of_a_codec() -> None:
    """Seventeen codecs cost five milliseconds to import."""
    program = PROGRAM.format(
        text="\u201cYes,\u201d she said \u2013 and left. It\u2019s late.", language="en"
    )
    program += "print('encodings.cp850' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "pt", "it"])
def test_short_first_texts_are_searched_for_glued_words_as_long_ones_are(language: str) -> None:
    """Which way a text is searched must not show in what is found."""
    words = entries(tail_words.__file__, f"small_words.{language}.txt")
    text = " ".join(f"{word} m{word} {word}{word} M{word} {word}x" for word in words).encode(
        "latin-1"
    )
    found = sorted(place[1:] for place in tail_words.at_once(text, language))

    assert sorted(place[1:] for place in tail_words.one_by_one(text, language)) == found
    assert len(found) > len(words)
