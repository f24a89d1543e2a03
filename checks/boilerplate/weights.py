"""The weight of each cue, and the sums that decide.

One point decides by itself. Set by hand on the half of the development
lines that was looked at; benchmarks/quality/boilerplate.py scores the other.
"""

from __future__ import annotations

from types import MappingProxyType

from textassay.checks.boilerplate.kinds import Kind

SURE = 1.0  # the kind's own severity
CERTAIN = 1.3  # makes an error of a kind that is a warning by nature
WARNING = 0.8  # at most a warning
INFO = 0.6  # a remark

WEIGHTS = MappingProxyType(
    {
        "label": 1.2,  # the whole line is a phrase of page furniture
        "weak label": 0.6,  # the same, but the phrase also names things in prose
        "sure opening": 1.1,
        "opening": 1.0,  # the line opens with such a phrase
        "weak opening": 0.4,
        "inner opening": 0.9,  # after a full stop inside a line, with a colon or in capitals
        "sure ending": 1.0,
        "ending": 0.8,
        "weak ending": 0.4,
        "mention": 0.4,
        "second mention": 0.4,
        "sure mention": 0.9,  # a phrase that only a site says of itself, outside quotations
        "opens so too": 0.2,  # the line around such a sentence
        "pointer": 0.6,  # to a picture that is not there: a remark
        "date line": 0.5,
        "month or year line": 0.3,  # a heading of a chronicle, as likely
        "stamp of a comment": 1.0,
        "header after the prose": 0.3,
        "date and time line": 0.8,
        "agency in brackets": 0.9,
        "bare address": 0.9,
        "in text about programs": -0.5,
        "mail address": 0.7,
        "menu": 1.0,  # more than half of its parts are labels
        "part of a menu": 0.5,
        "in a thread of comments": 1.0,
        "in a run of short lines": 0.6,
        "headline in a run of short lines": 0.8,  # after the prose: 16 of 18 lines, 10 of 13 unlike
        "headline in a run of leftovers": 1.0,
        "short line near a leftover": 0.6,
        "between two leftovers": 0.6,
        "counts up with its neighbours": 0.6,
        "cut off like its neighbours": 0.8,
        "small label that comes back": 0.6,
        "post residue": 1.0,
        "text of a post, with its marks": 0.9,
        "text above a post": 0.6,
        "another prompt in the line": 0.4,
        "names a network": 0.3,  # "Follow the Post on Facebook"
        "speaks for the site": 0.3,  # a sentence with "our", "here", "app"
        "frame of a picture": 1.0,
        "inner bracket": 0.9,  # a prompt in brackets inside a paragraph
        "headline above a label to read on": 0.8,
        "credit in brackets": 1.0,
        "credit at its end": 0.9,
        "credit at the end": 0.9,  # of a paragraph: only the credit is a leftover
        "agency alone": 1.0,
        "initials of an agency": 0.7,  # jcr-lss/eat, the last line
        "credit alone": 0.9,
        "row of hashtags": 1.0,
        "agency with photographer": 0.8,
        "arrow to another page": 1.0,  # behind a headline, or back before one
        "pointer before a headline": 0.7,  # a hand, a pin: after the prose a warning
        "label of pointing words": 0.8,
        "call with a channel": 0.8,
        "question with its answers": 0.8,
        "ways to share": 1.0,
        "stacked with its like": 0.4,
        "leads to ways to share": 1.0,
        "goes on behind an advert": 1.0,
        "mark of an advert": 1.0,
        "disclaims liability": 0.9,
        "way to the section": 0.5,  # before the prose a warning
        "dated way to the section": 0.5,
        "headline in capitals": 0.5,
        "foreign to the next lines": 0.4,
        "not the only one": 0.2,
        "unended among ended": 0.5,  # alone, as often a paragraph that lost its full stop
        "shows in the present tense": 0.3,
        "unended with a day": 0.8,
        "line given twice": 0.5,
        "below the title": 0.3,
        "ornament": 0.2,
        "colon after the phrase": 0.4,
        "repeated in the record": 0.3,
        "before the prose": 0.3,
        "after the prose": 0.2,
        "beside a leftover": 0.2,
        "under a label of related articles": 1.0,
        "under a weaker label": 0.8,
        "a sentence": -0.3,  # prose that opens alike ends in a full stop
        "a full sentence": -0.6,
        "a full sentence, sure phrase": -0.1,
        "one word among prose": -0.7,  # a heading, as likely
        "title": -0.9,
        "long line": -0.4,
        "as long as an article": -2.0,
        "long for a header": -1.0,  # the date, time and place of an event are content
        "leads to what follows": -0.9,
        "opens a quotation": -0.6,
        "reported speech": -1.2,  # somebody says it in the article: `, the mayor said`
        "heading": -0.2,
        "list item": -0.3,
        "verse or table": -0.6,
        "word of another language": -0.4,
    }
)

HEAD_KINDS = frozenset(
    {Kind.HEADER, Kind.BYLINE, Kind.SHARE, Kind.CREDIT, Kind.NAVIGATION, Kind.COMMENTS}
)
"""Kinds that stand before the prose; the others gain nothing from it."""

TITLE_KINDS = frozenset(
    {
        Kind.RELATED,
        Kind.PROMOTION,
        Kind.POLL,
        Kind.SUBSCRIBE,
        Kind.SOURCE,
        Kind.CAPTION,
    }
)
"""Kinds whose openings also begin titles: ``Video: ...``, ``Poll: ...``."""

LONG_WORDS = 45  # teasers and notices are shorter: 95 % of the labelled leftovers

ARRANGED = frozenset(
    {
        "in a run of short lines",
        "headline in a run of leftovers",
        "headline in a run of short lines",
        "short line near a leftover",
        "between two leftovers",
        "counts up with its neighbours",
        "cut off like its neighbours",
        "small label that comes back",
        "under a label of related articles",
        "under a weaker label",
        "headline above a label to read on",
        "text of a post, with its marks",
        "text above a post",
    }
)
"""Cues of place alone: company adds nothing to them, so that they never make an error."""

PROMPTS = frozenset(
    {
        Kind.ADVERT,
        Kind.COMMENTS,
        Kind.CONSENT,
        Kind.NAVIGATION,
        Kind.PROMOTION,
        Kind.RELATED,
        Kind.SHARE,
        Kind.SUBSCRIBE,
    }
)
"""Kinds that ask something of the visitor: two of them in a line speak for each other."""
