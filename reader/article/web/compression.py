"""Compressed bytes taken apart a piece at a time, so that a bomb never unfolds in memory."""

import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reader.article.model import ArticleError

ENCODINGS = "gzip, deflate, br, zstd"
"""The content encodings that are read, as a request asks for them."""

_STEP = 1 << 18
_WINDOW_LOG = 23
"""Of zstd: 8 MB, which is all that RFC 9659 allows in HTTP."""

_DAMAGED = "its packed data is damaged; try again, or get a fresh copy"
_SHORT = "it ends before its packed data does; try again, or get a fresh copy"
Unpack = Callable[[Iterable[bytes]], Iterator[bytes]]


def inflate(chunks: Iterable[bytes], encodings: list[str]) -> Iterator[bytes]:
    """The bytes under the content encodings of HTTP, applied in the order given; parts are at most half a megabyte.

    ArticleError for an encoding that was not asked for, for more than two of them, and for damaged data.
    """
    names = [name for name in encodings if name not in ("identity", "")]
    if len(names) > 2:
        raise ArticleError("the page is packed more than twice, which was refused; save it in a browser first")
    for name in names:
        if name not in _UNPACKERS:
            raise ArticleError("the page is packed in a way that is not read; save it in a browser and open the file")
    for name in reversed(names):
        chunks = _UNPACKERS[name](chunks)
    return iter(chunks)


def gunzip(data: bytes, most: int) -> bytes:
    """The content of a gzip file; ArticleError when it is damaged or unfolds to more than `most` bytes."""
    parts: list[bytes] = []
    size = 0
    for part in _unzip((data,), 31):
        size += len(part)
        if size > most:
            raise ArticleError(f"it unpacks to more than {most >> 20} MB, too large for an article")
        parts.append(part)
    return b"".join(parts)


def _unzip(chunks: Iterable[bytes], bits: int) -> Iterator[bytes]:
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
                raise ArticleError(_DAMAGED) from None
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
        raise ArticleError(_SHORT)


def _unbrotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    decoder = brotli.Decompressor()
    first = True
    for chunk in chunks:
        first = first and not chunk
        while not decoder.is_finished():
            try:
                part = decoder.process(chunk, output_buffer_limit=_STEP)
            except brotli.error:
                raise ArticleError(_DAMAGED) from None
            chunk = b""  # taken in whole, even where its content is handed out in many parts
            if part:
                yield part
            elif decoder.can_accept_more_data():
                break
    if not first and not decoder.is_finished():
        raise ArticleError(_SHORT)


def _unzstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    options = {int(zstd.DecompressionParameter.window_log_max): _WINDOW_LOG}
    decoder = zstd.ZstdDecompressor(options=options)
    first = True
    for chunk in chunks:
        first = first and not chunk
        while chunk or not (decoder.needs_input or decoder.eof):
            if decoder.eof:
                decoder = zstd.ZstdDecompressor(options=options)  # one frame may follow another
            try:
                part = decoder.decompress(chunk, max_length=_STEP)
            except zstd.ZstdError:
                raise ArticleError(_DAMAGED) from None
            chunk = decoder.unused_data if decoder.eof else b""
            if part:
                yield part
    if not first and not decoder.eof:
        raise ArticleError(_SHORT)


_UNPACKERS: dict[str, Unpack] = {
    "gzip": partial(_unzip, bits=31),
    "x-gzip": partial(_unzip, bits=31),
    "deflate": partial(_unzip, bits=15),
    "br": _unbrotli,
    "zstd": _unzstd,
}
