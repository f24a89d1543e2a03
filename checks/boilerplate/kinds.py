"""The kinds of leftover boilerplate, one check each."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a leftover line was on the page it was taken from."""

    NAVIGATION = "navigation"
    RELATED = "related"
    SHARE = "share"
    SUBSCRIBE = "subscribe"
    ADVERT = "advert"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADER = "header"
    BYLINE = "byline"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    DISCLAIMER = "disclaimer"
    EMBED = "embed"
    PROMOTION = "promotion"
    SOURCE = "source"
    CONSENT = "consent"
    POLL = "poll"
    ASSISTANT = "assistant"
    TEMPLATE = "template"
    MEDIA = "media"
