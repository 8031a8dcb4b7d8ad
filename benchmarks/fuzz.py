"""Damaged input for every loader: `python -m benchmarks.fuzz [SECONDS] [SEED]`; one hour is `3600`.

Files of every format are cut, spliced, repeated and sprinkled with bytes that mean something to a parser. A case
fails when anything but an Article or an ArticleError comes out, when a span lies, or when text is not safe; it is
then printed with its seed and kept in the current folder as `fuzz-SEED.bin`.
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.tables import show
from reader.article import Article, ArticleError, safe_text
from reader.article.parsing import parse
from reader.resources import bundled

TOKENS = (
    b"<", b">", b"&", b"&#27;", b"\x1b[31m", b"\x1b]0;", b"\x00", b"\xff\xfe", b"\xe2\x80\xae", b"<p", b"<div>", b"</",
    b"<!--", b"]]>", b"<![CDATA[", b"<script>", b"=", b'"', b"\n\n", b"\r", b"--b", b"Content-Type: ", b"charset=",
    b"base64", b"---\n", b"> ", b"- ", b"|", b"[x](", b"**", b"By Ann Lee", b"(AP) \xe2\x80\x94 ", b"obj", b"stream",
    b"PK\x03\x04", b"%PDF-1.4", b"{", b"[", b"&a;", b"<!ENTITY a 'x'>", b"http://", b"99999999999",
)  # fmt: skip
MAIL = (
    b"From: Ann <a@e.example>\nTo: b@e.example\nSubject: =?utf-8?q?Caf=C3=A9?=\nDate: Sun, 05 Apr 2026 08:00:00 +0100\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nWords.\n'
    b"--b\nContent-Type: text/html; charset=utf-8\n\n<p>The <b>caf\xc3\xa9</b> closed, said Olga.</p>\n--b--\n"
)
FEED = (
    b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item><title>One</title><link>http://e/1</link>"
    b"<description>&lt;p&gt;Words&lt;/p&gt;</description></item></channel></rss>"
)


def seeds() -> list[tuple[str, bytes]]:
    """One file of each format to start from."""
    found = [
        (path.suffix, path.read_bytes()) for path in sorted(bundled("sample_articles").iterdir()) if path.is_file()
    ]
    return [*found, (".eml", MAIL), (".xml", FEED), (".pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")]


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The data after some accidents."""
    content = bytearray(data[: dice.choice((500, 3000, 20_000))])
    for _ in range(dice.choice((1, 3, 10, 40))):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(6):
            case 0:
                content[at : at + dice.randrange(200)] = b""
            case 1:
                content[at:at] = dice.choice(TOKENS) * dice.choice((1, 1, 1, 50))
            case 2:
                content[at : at + 1] = bytes((dice.randrange(256),))
            case 3:
                content[at:at] = content[at : at + dice.randrange(300)] * dice.choice((1, 2, 20))
            case 4:
                content[at:at] = dice.randbytes(dice.randrange(20))
            case _:
                del content[at : at + 1]
    return bytes(content)


def complaint(article: Article) -> str | None:
    """What is wrong with an article; None when it is sound."""
    end = 0
    for block in article.blocks:
        if article.text[end : block.span[0]] not in ((" ", "\n\n") if end else ("",)) or block.span[0] >= block.span[1]:
            return f"block {block}"
        end = block.span[1]
    if end != len(article.text) or safe_text(article.text) != article.text:
        return "text"
    values = (article.title, article.site, article.url, article.published, *article.byline, *article.notes)
    return next((f"fact {value!r}" for value in values if value and safe_text(value, lines=False) != value), None)


def main(seconds: float = 20.0, seed: int | None = None) -> int:
    first = random.randrange(1 << 32) if seed is None else seed
    files = seeds()
    outcomes: Counter[tuple[str, str]] = Counter()
    failures = 0
    number = first
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        dice = random.Random(number)
        name, data = dice.choice(files)
        case = damaged(data, dice)
        try:
            problem = complaint(parse(case, name="x" + name))
            outcome = "article"
        except ArticleError:
            problem, outcome = None, "refused"
        except Exception as unexpected:
            problem = repr(unexpected)
        if problem:
            outcome = "FAILED"
            failures += 1
            Path(f"fuzz-{number}.bin").write_bytes(case)
            print(f"seed {number} ({name}): {problem}", file=sys.stderr)
        outcomes[name, outcome] += 1
        number += 1
    rows = [
        (name, *(outcomes[name, each] for each in ("article", "refused", "FAILED")))
        for name in sorted({n for n, _ in outcomes})
    ]
    show(f"Fuzzing, seeds {first} to {number - 1}", ("format", "articles", "refused", "failed"), rows)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*(float(sys.argv[1]),) if len(sys.argv) > 1 else (), *(int(n) for n in sys.argv[2:3])))
