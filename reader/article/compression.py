"""Compressed bytes taken apart a piece at a time, so that a bomb never unfolds in memory."""

import zlib
from collections.abc import Iterable, Iterator

from reader.article.model import ArticleError

_STEP = 1 << 18
_NAMES = {"gzip": 31, "x-gzip": 31, "deflate": 15}


def inflate(chunks: Iterable[bytes], encodings: list[str]) -> Iterator[bytes]:
    """The bytes under the content encodings of HTTP, applied in the order given; parts are at most 256 KB.

    ArticleError for an encoding that was not asked for, for more than two of them, and for damaged data.
    """
    names = [name for name in encodings if name not in ("identity", "")]
    if len(names) > 2:
        raise ArticleError("the page is packed more than twice, which was refused; save it in a browser first")
    for name in names:
        if name not in _NAMES:
            raise ArticleError("the page is packed in a way that is not read; save it in a browser and open the file")
    for name in reversed(names):
        chunks = _unpack(chunks, _NAMES[name])
    return iter(chunks)


def gunzip(data: bytes, most: int) -> bytes:
    """The content of a gzip file; ArticleError when it is damaged or unfolds to more than `most` bytes."""
    parts: list[bytes] = []
    size = 0
    for part in _unpack((data,), 31):
        size += len(part)
        if size > most:
            raise ArticleError(f"it unpacks to more than {most >> 20} MB, too large for an article")
        parts.append(part)
    return b"".join(parts)


def _unpack(chunks: Iterable[bytes], bits: int) -> Iterator[bytes]:
    decoder = zlib.decompressobj(bits)
    first = True
    for chunk in chunks:
        if not chunk:
            continue
        if first and bits == 15 and chunk[0] & 0x0F != 8:  # servers that send bare deflate without zlib's header
            decoder = zlib.decompressobj(-15)
        first = False
        while chunk:
            try:
                part = decoder.decompress(chunk, _STEP)
            except zlib.error:
                raise ArticleError("its packed data is damaged; try again, or get a fresh copy") from None
            if part:
                yield part
            if decoder.eof:
                chunk = decoder.unused_data
                if not chunk.strip(b"\x00"):
                    return
                if bits != 31 or not chunk.startswith(b"\x1f\x8b"):
                    return
                decoder = zlib.decompressobj(bits)
            else:
                chunk = decoder.unconsumed_tail
    if not first and not decoder.eof:
        raise ArticleError("it ends before its packed data does; try again, or get a fresh copy")
