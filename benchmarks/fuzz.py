"""Damaged input for every loader: `python -m benchmarks.fuzz [SECONDS] [SEED]`; an hour is `3600`.

Files of every format are cut, spliced, repeated and sprinkled with bytes that mean something to a parser; what is
inside a book is damaged before it is packed. `python -m benchmarks.fuzz guided [SECONDS]` lets atheris (Linux,
`pip install atheris`) look for input that reaches new lines of ours. A case fails when anything but an Article or an
ArticleError comes out, when a span lies, when text is not safe, or when it takes more than a minute of processor time
or 3 GB; it is then told and kept in the current folder as `fuzz-SEED.bin`.
"""

import io
import random
import signal
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

from benchmarks.fuzz_seeds import (
    ATOM,
    CHAPTERS,
    CONTAINER,
    JSON_FEED,
    MAIL,
    NAV,
    NCX,
    PACKAGE,
    PDF,
    RSS,
    SUBRIP,
    WEBVTT,
)
from benchmarks.tables import show
from reader.article import Article, ArticleError, safe_text
from reader.article.parsing import parse
from reader.resources import bundled

TOKENS = (
    b"<", b">", b"&", b"&#27;", b"\x1b[31m", b"\x1b]0;", b"\x00", b"\xff\xfe", b"\xe2\x80\xae", b"<p", b"<div>", b"</",
    b"<!--", b"]]>", b"<![CDATA[", b"<script>", b"=", b'"', b"\n\n", b"\r", b"--b", b"Content-Type: ", b"charset=",
    b"base64", b"---\n", b"> ", b"- ", b"|", b"[x](", b"**", b"By Ann Lee", b"(AP) \xe2\x80\x94 ", b"obj", b"stream",
    b"PK\x03\x04", b"%PDF-1.4", b"{", b"[", b"&a;", b"<!ENTITY a 'x'>", b"http://", b"99999999999", b"\xcc\x81" * 9,
    b"<item>", b"<entry>", b"<link href='#'/>", b"content:encoded", b"\xee\x80\x80", b"id='c2'", b"#c2", b"../",
    b"application/ld+json", b"hidden", b"<table><tr><td>", b"<figcaption>", b"\xe2\x80\x8d", b"null", b"1e999",
    b" --> ",
)  # fmt: skip


MOST_SECONDS = 60
MOST_MEMORY = 3 << 30


def seeds() -> list[tuple[str, bytes]]:
    """One file of each format to start from."""
    found = [
        (path.suffix, path.read_bytes()) for path in sorted(bundled("sample_articles").iterdir()) if path.is_file()
    ]
    others = (
        *((".eml", MAIL), (".rss", RSS), (".atom", ATOM), (".json", JSON_FEED), (".pdf", PDF), (".epub", b"")),
        *((".srt", SUBRIP), (".vtt", WEBVTT)),
    )
    return [*found, *others, *others]


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


def book(dice: random.Random) -> bytes:
    """An EPUB some of whose files are damaged, and now and then the archive itself."""
    files = {"META-INF/container.xml": CONTAINER, "b.opf": PACKAGE, "n.ncx": NCX, "v.xhtml": NAV}
    files |= {"a.xhtml": CHAPTERS[0], "b.xhtml": CHAPTERS[1]}
    for name in dice.sample(sorted(files), dice.choice((1, 1, 2, 3))):
        files[name] = damaged(files[name], dice)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", b"application/epub+zip")
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return damaged(packed.getvalue(), dice) if dice.random() < 0.15 else packed.getvalue()


def complaint(article: Article) -> str | None:
    """What is wrong with an article; None when it is sound."""
    end = 0
    for block in article.blocks:
        between = article.text[end : block.span[0]]
        if between not in ((" ", "\n\n") if end else ("",)) or block.span[0] >= block.span[1]:
            return f"block {block}"
        end = block.span[1]
    if end != len(article.text) or safe_text(article.text) != article.text:
        return "text"
    for link in article.links:
        if not 0 <= link.span[0] < link.span[1] <= end or not link.url.startswith(("http://", "https://", "mailto:")):
            return f"link {link}"
    values = (article.title, article.site, article.url, article.published, article.language, *article.byline)
    values = (*values, *article.notes, *(link.url for link in article.links))
    values = (*values, *(each for item in article.items for each in (item.title, item.url, *item.byline)))
    return next((f"fact {value!r}" for value in values if value and safe_text(value, lines=False) != value), None)


def outcome_of(name: str, case: bytes) -> tuple[str, str | None]:
    """How one case ends ("article", "refused"), and what is wrong with that, if anything."""
    try:
        return "article", complaint(parse(case, name="x" + name))
    except ArticleError as refusal:
        line = str(refusal)
        return "refused", None if line and safe_text(line, lines=False) == line else f"message {line!r}"
    except Exception as unexpected:
        return "FAILED", repr(unexpected)


def main(seconds: float = 20.0, seed: int | None = None) -> int:
    """Tries cases from a seed on until the time is over; gives 1 when any failed."""
    first = random.randrange(1 << 32) if seed is None else seed
    _hold_back()
    files = seeds()
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, tuple[float, int]] = {}
    number = first
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        dice = random.Random(number)
        name, data = dice.choice(files)
        case = book(dice) if name == ".epub" else damaged(data, dice)
        started = time.process_time()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
        outcome, problem = outcome_of(name, case)
        slowest[name] = max(slowest.get(name, (0.0, 0)), (time.process_time() - started, number))
        if problem:
            outcome = "FAILED"
            Path(f"fuzz-{number}.bin").write_bytes(case)
            print(f"seed {number} ({name}): {problem}", file=sys.stderr, flush=True)
        outcomes[name, outcome] += 1
        number += 1
    rows = [
        (name, *(outcomes[name, o] for o in ("article", "refused", "FAILED")), slowest[name][0], str(slowest[name][1]))
        for name in sorted({n for n, _ in outcomes})
    ]
    title = f"Fuzzing, {number - first} cases, seeds {first} to {number - 1}"
    show(title, ("format", "articles", "refused", "failed", "slowest, s", "its seed"), rows)
    return 1 if any(outcome == "FAILED" for _, outcome in outcomes) else 0


def _hold_back() -> None:
    """Makes too much memory and too much time exceptions like others, where the system can."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {MOST_SECONDS} seconds")

    if hasattr(signal, "setitimer"):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        signal.signal(signal.SIGPROF, stop)


def guided(seconds: float = 60.0) -> None:
    """Lets atheris look for cases that reach new lines of the loaders; ends the process."""
    import tempfile

    import atheris

    with atheris.instrument_imports(include=["reader.article"], enable_loader_override=False):
        pass
    endings = (".txt", ".html", ".md", ".eml", ".rss", ".atom", ".json", ".epub", ".pdf")

    def try_one(data: bytes) -> None:
        name = endings[data[0] % len(endings)] if data else ".txt"
        _, problem = outcome_of(name, data[1:])
        if problem:
            raise AssertionError(f"{name}: {problem}")

    with tempfile.TemporaryDirectory() as corpus:
        for number, (name, data) in enumerate(seeds()):
            case = book(random.Random(number)) if name == ".epub" else data
            first = bytes((endings.index(name if name in endings else ".txt"),))
            Path(corpus, str(number)).write_bytes(first + case[:20_000])
        limits = (f"-max_total_time={int(seconds)}", "-max_len=24000", "-timeout=60", "-rss_limit_mb=3000")
        atheris.Setup([sys.argv[0], corpus, *limits, "-print_final_stats=1"], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["guided"]:
        guided(*(float(each) for each in sys.argv[2:3]))
    else:
        sys.exit(main(*(float(sys.argv[1]),) if len(sys.argv) > 1 else (), *(int(n) for n in sys.argv[2:3])))
