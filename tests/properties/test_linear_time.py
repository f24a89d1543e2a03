"""No text makes the checks run away: time grows with length on the worst inputs."""

import gc
import time

import pytest

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.survey.store import survey
from textassay.text.document import Document

CHECKS = tuple(check for check in registry.builtin() if check.scope != "input")
SMALL = 20_000
FACTOR = 8
ALLOWED = 3 * FACTOR  # quadratic would be FACTOR squared, 64
WORST = {
    "one letter": "a",
    "dots": ". ",
    "straight quotes": '"a ',
    "opening quotes": "\N{LEFT DOUBLE QUOTATION MARK}a \N{LEFT SINGLE QUOTATION MARK}b ",
    "parentheses": "(a ",
    "capitals": "Word ",
    "figures": "1,234.5 ",
    "dates": "Monday, 3 May 2021, ",
    "teasers": "Read more\n",
    "short lines": "a\n",
    "accents": "\N{LATIN SMALL LETTER E WITH ACUTE}l est\N{LATIN SMALL LETTER A WITH ACUTE} ",
    "mojibake": "\N{LATIN CAPITAL LETTER A WITH TILDE}\N{COPYRIGHT SIGN} ",
    "markup": "<b>&amp;</b> ",
    "attributions": "analysts say that ",
    "atribuciones": "dijeron los expertos que ",
    "one sentence": "The council met on Monday and approved the annual budget.\n",
    "han": "\u4eca\u65e5\u306f\u3002",
    "doubled": "the the of of ",
    "addresses": "http://a.b/c?d=e ",
    "hyphens": "re -es ",
    "escapes": "%20\\u0041=C3=A9 ",
    "zero width": "a\u200b",
    "names": "Vladimir Volodmir Putin ",
    "list": "- Item one\n",
    "capital lines": "AAAA BBBB CCCC\n",
}


def _seconds(text: str) -> float:
    document = Document(Record("r", "r.txt", text, language="en"))
    gc.collect()
    gc.disable()  # what it costs depends on what all other tests have left behind
    try:
        start = time.process_time()
        inspect(document, CHECKS, facts=survey([document]).join([document])[0])
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("name", WORST)
def test_eight_times_the_text_takes_nowhere_near_the_square_as_long(name: str) -> None:
    """The least of several runs is compared: machines are noisy."""
    piece = WORST[name]
    small = piece * (SMALL // len(piece))
    least = min(_seconds(small) for _ in range(3))

    assert min(_seconds(small * FACTOR) for _ in range(2)) <= ALLOWED * max(least, 0.02)
