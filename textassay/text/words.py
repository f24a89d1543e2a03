"""Words by Unicode rules, with offsets."""

from __future__ import annotations

import re

WORD = re.compile(
    r"[^\W\d_][\u0300-\u036f]*(?:[^\W\d_]|[\u0300-\u036f])*"
    r"(?:['\u2019\u02bc-](?:[^\W\d_]|[\u0300-\u036f])+)*"
)
"""A run of letters with combining marks, joined by inner apostrophes or hyphens."""
