"""One reader a format: bytes become records, or findings, never nothing."""

from textassay.read.corpus import read
from textassay.read.findings import is_unread
from textassay.read.settings import Declarations, Declared, ReadSettings

__all__ = ["Declarations", "Declared", "ReadSettings", "is_unread", "read"]
