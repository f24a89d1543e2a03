"""One reader a format: bytes become records, or findings, never nothing."""
