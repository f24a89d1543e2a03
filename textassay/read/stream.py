"""Byte streams that hash what passes and never grow beyond what was asked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from textassay import digests
from textassay.read.findings import InputError

if TYPE_CHECKING:
    from typing import Any, BinaryIO

    from _typeshed import WriteableBuffer

BUFFER = 1 << 20
# zstd blocks of 4 bytes can each stand for 128 KiB: at 512 bytes a step one
# step gives at most 16 MiB, whatever the bomb.
_ZSTD_STEP = 512
# News in JSON Lines shrinks 3 to 6 times. Copies of one article shrink 140 times with gzip, and
# 3,900 times with zstd: that is stopped too, and can be unpacked by hand. A table of blank lines
# has no record that is too large, only no end.
_BOMB_RATIO = 500
_BOMB_SIZE = 128 << 20  # bytes; below, even a bomb is soon over
_ZSTD_WINDOW = 1 << 27  # the largest window that the zstd tool accepts by default


class HashingStream(io.RawIOBase):
    """Passes a raw stream on and hashes every byte that passes."""

    def __init__(self, raw: io.RawIOBase) -> None:
        """Start with an empty digest."""
        self._raw = raw
        self._digest = digests.started()
        self.size = 0

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer and hash what came."""
        count = self._raw.readinto(buffer) or 0
        self._digest.update(memoryview(buffer)[:count])
        self.size += count
        return count

    def tell(self) -> int:
        """Return how many bytes have passed."""
        return self.size

    def hexdigest(self) -> str:
        """Return the digest of the whole file, reading what is left of it."""
        rest = bytearray(BUFFER)
        while self.readinto(rest):
            pass
        return self._digest.hexdigest()


class _ZstdStream(io.RawIOBase):
    """Decompresses zstd frames; a frame cut short is an error, not an end."""

    def __init__(self, raw: BinaryIO) -> None:
        from zstandard import ZstdDecompressor

        self._raw = raw
        self._decompressor = ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        self._frame = self._decompressor.decompressobj()
        self._started = False
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        while not self._ready:
            step = self._raw.read(_ZSTD_STEP)
            if not step:
                if self._started:
                    message = "the compressed stream ends in the middle"
                    raise EOFError(message)
                return 0
            self._ready = memoryview(self._decompress(step))
        target = memoryview(buffer)
        count = min(len(target), len(self._ready))
        target[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _decompress(self, data: bytes) -> bytes:
        parts = []
        while data:
            self._started = True
            parts.append(self._frame.decompress(data))
            if not self._frame.eof:
                break
            data = self._frame.unused_data
            self._frame = self._decompressor.decompressobj()
            self._started = False
        return b"".join(parts)


class _BoundedStream(io.RawIOBase):
    """Passes a decompressed stream on until it swells beyond all text."""

    def __init__(self, stream: io.BufferedIOBase | io.RawIOBase, raw: io.RawIOBase) -> None:
        self._stream = stream
        self._raw = raw
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        count = self._stream.readinto(buffer) or 0
        self._size += count
        if self._size > _BOMB_SIZE and self._size > _BOMB_RATIO * self._raw.tell():
            message = (
                f"The compressed file swells more than {_BOMB_RATIO} times: no text does. "
                "Look at what it holds before you read it."
            )
            raise InputError(message, "REC004", ratio=_BOMB_RATIO)
        return count


def decompressed(raw: io.RawIOBase, compression: str | None) -> io.BufferedReader[Any]:
    """Return a buffered stream of the bytes that a file stands for."""
    buffered = io.BufferedReader(raw, BUFFER)
    if compression == "gzip":
        from gzip import GzipFile

        unpacked = GzipFile(fileobj=buffered, mode="rb")
        return io.BufferedReader(_BoundedStream(unpacked, raw), BUFFER)
    if compression == "zstandard":
        return io.BufferedReader(_BoundedStream(_ZstdStream(buffered), raw), BUFFER)
    return buffered


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """Return everything in a stream.

    Raises:
        InputError: REC004, the stream holds more than ``limit`` bytes.
    """
    parts = []
    left = limit + 1
    while left > 0 and (part := stream.read(min(left, BUFFER))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise oversized(limit)
    return b"".join(parts)


def oversized(limit: int) -> InputError:
    """Return the error for a record that is larger than the limit."""
    message = (
        f"The record is larger than {limit:,} bytes. "
        "Split it, or raise the limit max-record-bytes if it is one text."
    )
    return InputError(message, "REC004", limit=limit)


def stream_errors() -> tuple[type[Exception], ...]:
    """Return what reading a damaged file or compressed stream can raise."""
    import sys
    import zlib

    zstandard = sys.modules.get("zstandard")  # loaded only where a .zst file was opened
    known: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error)
    return (*known, zstandard.ZstdError) if zstandard else known
