"""Writes out the phrases of page furniture: ``checks/boilerplate/lexicon/*.phrases``.

Run by hand after a change of a lexicon; a test tells when it was forgotten::

    python tools/expand_phrases.py
"""

from __future__ import annotations

from pathlib import Path

from textassay.checks.boilerplate import phrases
from textassay.checks.boilerplate._expansion import stored
from textassay.text import lexicon

HEAD = """\
# The phrases of {language}.txt, written out by tools/expand_phrases.py: do not edit.
# Source: {language}.txt. Licence: as there.
"""


def main() -> None:
    """Write the file of each language."""
    folder = Path(phrases.__file__).parent / "lexicon"
    for language in phrases.languages():
        rows = lexicon.entries(phrases.__file__, f"{language}.txt")
        text = HEAD.format(language=language) + "\n".join(map(stored, rows)) + "\n"
        (folder / f"{language}.phrases").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
