"""A large library against its bars: `python -m benchmarks.library [ARTICLES CLAIMS [FOLDER]]`.

100,000 articles and 2,000,000 claims unless said, of invented words as frequent as words are (Zipf), written straight
into the tables and indexed as `Library.keep` does it, in a temporary folder that is taken away afterwards (1.5 GB; half
an hour), or in FOLDER, where they stay. Beside each figure stands `sqlite3` doing the bare query on the same file. Then
home is opened in a terminal with that library, and with one of ten articles, in turns. Wall-clock time: measure on a
machine that does nothing else.
"""

import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from benchmarks.opening import READER, WORD, until_drawn
from benchmarks.tables import show
from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.article import article_from_text
from reader.article.model import Article, Block
from reader.library import Library
from reader.library.digest import digest_of
from reader.library.index import add_words
from reader.library.people import count_all
from reader.library.stored import analysis_as_dict, article_as_dict, pack

WORDS, PEOPLE, OUTLETS, ROLES = 40_000, 30_000, 200, 300
ROUNDS = 40
BARS = {"search": 100.0, "person": 100.0, "adding": 20.0, "home": 1.2}
DAY = 86400.0
FIRST = 1_500_000_000.0


class Invented:
    """Words, names and outlets, each as often as such things are."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        parts = ("ba", "ce", "di", "fo", "gu", "har", "ki", "lo", "mer", "na", "pel", "ro", "sti", "tu", "ven", "zor")
        every = (a + b + c for c in ("", *parts) for b in parts for a in parts)
        longer = (a + b + c + d for a in parts for b in parts for c in parts for d in parts)
        self.words = list(dict.fromkeys([*every, *longer]))[:WORDS]
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        capital = [word.capitalize() for word in self.words[:3000]]
        self.people = [f"{capital[n % 217]} {capital[n % 2999]}" for n in range(PEOPLE)]
        self.often = list(accumulate(1 / (rank + 5) for rank in range(PEOPLE)))
        self.roles = [" ".join(self.words[n : n + 2]) for n in range(100, 100 + ROLES)]

    def sentence(self, least: int, most: int) -> str:
        """Words in a row."""
        count = self.dice.randint(least, most)
        return " ".join(self.dice.choices(self.words, cum_weights=self.weights, k=count))

    def article(self, number: int, claims: int) -> tuple[Article, Analysis, list[int]]:
        """An article, what was found in it, and the people in it by number."""
        title = self.sentence(5, 9).capitalize()
        who = list(dict.fromkeys(self.dice.choices(range(PEOPLE), cum_weights=self.often, k=6)))
        parts, found, at, spoken = [title], [], len(title) + 2, dict[int, list[str]]()
        for order in range(claims):
            person = self.dice.choice(who)
            words = self.sentence(8, 26)
            lead = f"{self.sentence(4, 14).capitalize()}. {self.people[person]} said: “"
            span = (at + len(lead), at + len(lead) + len(words))
            found.append((f"c{order + 1}", person, span))
            spoken.setdefault(person, []).append(f"c{order + 1}")
            parts.append(f"{lead}{words}.”")
            at += len(parts[-1]) + 2
        text = "\n\n".join(parts)
        starts = [0, *accumulate(len(part) + 2 for part in parts)]
        blocks = [Block("paragraph", (a, a + len(p)), 0) for a, p in zip(starts, parts, strict=False)]
        blocks[0] = Block("title", blocks[0].span, 1)
        day = time.strftime("%Y-%m-%d", time.gmtime(FIRST + number % 3000 * DAY))
        outlet = f"Outlet {number % OUTLETS}"
        address = f"https://outlet{number % OUTLETS}.example/{number}"
        article = Article(
            text, tuple(blocks), address, title, ("A. Reporter",), published=day, site=outlet, url=address
        )
        actors = tuple(
            Actor(f"a{person}", self.people[person], "person", self.roles[person % ROLES], claims=tuple(said))
            for person, said in spoken.items()
        )
        made = tuple(
            Claim(name, "direct", "said", (span,), speaker=f"a{person}", speaker_name=self.people[person],
                  speakers=(f"a{person}",), confidence=0.9)
            for name, person, span in found
        )  # fmt: skip
        sentences = tuple(Sentence(block.span, at) for at, block in enumerate(blocks))
        return article, Analysis(sentences, actors, made, Summary("lead", (1,)), Stats(claims * 30, 1, claims)), who


def fill(path: Path, articles: int, claims: int) -> None:
    """A library of so many articles and claims, written straight into its tables."""
    from reader.library.words import folded

    invented = Invented(1)
    with Library(path) as library:
        library.count()
        with library._store.alone() as connection:
            connection.execute("PRAGMA synchronous = OFF")
        with library._writing() as connection:
            connection.executemany(
                "INSERT INTO person (id, uid, name, folded, kind, roles) VALUES (?, ?, ?, ?, 'person', ?)",
                [
                    (n + 1, f"{n:032x}", name, folded(name), json.dumps([invented.roles[n % ROLES]]))
                    for n, name in enumerate(invented.people)
                ],
            )
        number = made = 0
        while number < articles:
            with library._writing() as connection:
                for _ in range(min(2000, articles - number)):
                    number += 1
                    many = (claims * number // articles) - made
                    _write(connection, invented, number, made, many)
                    made += many
            if sys.stderr.isatty():
                print(f"\r{number:,} articles, {made:,} claims", end="", file=sys.stderr)
        with library._writing() as connection:
            count_all(connection)
        with library._store.alone() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write(connection: sqlite3.Connection, invented: Invented, number: int, made: int, many: int) -> None:
    article, analysis, who = invented.article(number, many)
    text, added = article.text, FIRST + number
    connection.execute(
        "INSERT INTO article (id, key, source, url, title, site, byline, published, words, claims, added, state) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, digest_of(article.source)[:32], article.source, article.url, article.title, article.site,
            '["A. Reporter"]', article.published, len(text.split()), many, added,
            ("to-read", "reading", "done")[number % 3],
        ),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?)",
        (number, number, digest_of(text), added, pack(article_as_dict(article)), pack(analysis_as_dict(analysis))),
    )
    add_words(connection, "edition_words", number, article.title or "", text)
    names = {f"a{person}": (person + 1, invented.people[person]) for person in who}
    connection.executemany(
        "INSERT INTO appearance VALUES (?, ?, ?, ?)",
        [(number, actor, row, name.casefold()) for actor, (row, name) in names.items()],
    )
    for order, claim in enumerate(analysis.claims, 1):
        (span,), (row, name) = claim.content, names[claim.speaker or ""]
        words = text[slice(*span)]
        connection.execute(
            "INSERT INTO claim (id, edition, article, local, kind, type, speaker, words, start, stop) "
            "VALUES (?, ?, ?, ?, 'direct', 'said', ?, ?, ?, ?)",
            (made + order, number, number, claim.id, name, words, *span),
        )
        connection.execute("INSERT INTO saying VALUES (?, ?, ?)", (row, article.published, made + order))
        add_words(connection, "claim_words", made + order, name, words)


def questions(invented: Invented) -> list[tuple[str, str]]:
    """Searches of every kind, and the bare match of each."""
    dice, words = random.Random(5), invented.words

    def word(least: int, most: int) -> str:
        return words[dice.randrange(least, most)]

    found = []
    for _ in range(ROUNDS // 8):
        rare, middling, common = word(2000, 20_000), word(200, 2000), word(0, 40)
        surname = dice.choice(invented.people).split()[1]
        found += [
            (rare, f'"{rare}"'),
            (f"{middling} {common}", f'"{middling}" AND "{common}"'),
            (common, f'"{common}"'),
            (f'"{common} {word(0, 40)}"', f'"{common}"'),
            (f"{middling[:4]}*", f'"{middling[:4]}"*'),
            (f"speaker:{surname} {common}", f'speaker : "{surname.lower()}" AND "{common}"'),
            (f"{middling} since:2024 outlet:outlet", f'"{middling}"'),
            (f"{middling} -{common} kind:claim", f'"{middling}" NOT "{common}"'),
        ]
    return found


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that something takes on the wall, and of the processor."""
    start, used = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


Row = tuple[str, float, float, float, float, float | str]
Taken = list[tuple[float, float]]
"""Milliseconds on the wall and of the processor, of each try."""


def row(what: str, ours: Taken, theirs: Taken | None = None, bar: float | str = "") -> Row:
    """A row of the table: medians and the worst of ours, and the bare query's median."""
    wall, used = zip(*ours, strict=True)
    bare = statistics.median(wall for wall, _ in theirs) if theirs else 0.0
    return what, statistics.median(wall), statistics.median(used), max(wall), bare, bar


def measure(path: Path) -> list[Row]:
    """What takes how long."""
    invented, rows = Invented(1), list[Row]()
    bare = sqlite3.connect(path)

    def of_bare(sql: str, *values: object) -> tuple[float, float]:
        return timed(lambda: bare.execute(sql, values).fetchall())

    with Library(path) as library:
        library.count()
        ours, theirs, kinds = Taken(), Taken(), dict[int, Taken]()
        for at, (typed, match) in enumerate(questions(invented)):
            for table, asked in (("claim_words", match), ("edition_words", match.replace("speaker :", ""))):
                theirs.append(of_bare(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT 20", asked))
            ours.append(timed(lambda typed=typed: library.search(typed)))  # type: ignore[misc]
            kinds.setdefault(at % 8, []).append(ours[-1])
        both = [(a[0] + b[0], a[1] + b[1]) for a, b in zip(theirs[::2], theirs[1::2], strict=True)]
        rows.append(row("search", ours, both, BARS["search"]))
        names = ("rare word", "two words", "common word", "phrase", "prefix", "speaker", "since, outlet", "without")
        rows += [row(f"  {names[at]}", times) for at, times in kinds.items()]
        ours, theirs = Taken(), Taken()
        for number in (1, 2, 3, 5, 9, 20, 60, 300, 2000, 20_000):
            name = invented.people[number - 1]
            theirs.append(
                of_bare(
                    "SELECT claim.words, article.title FROM saying JOIN claim ON claim.id = saying.claim JOIN article "
                    "ON article.id = claim.article WHERE person = ? ORDER BY day DESC LIMIT 200",
                    number,
                )
            )

            def said(name: str = name) -> None:
                for person in library.people(name):
                    library.said(person, limit=200)

            ours.append(timed(said))
        rows.append(row("a person's claims", ours, theirs, BARS["person"]))
        rows.append(row("the most quoted", [timed(library.people) for _ in range(3)]))
        rows.append(row("the first hundred articles", [timed(lambda: library.entries(limit=100)) for _ in range(5)]))
        rows.append(row("home's counts", [timed(library.counts) for _ in range(3)]))
        fresh = [invented.article(10_000_000 + number, 20)[:2] for number in range(20)]
        ours = [timed(lambda made=made: library.keep(*made)) for made in fresh]  # type: ignore[misc]
        rows.append(row("adding an article", ours, None, BARS["adding"]))
        articles = library.count()
    bare.close()
    size = path.stat().st_size
    print(f"\n{articles:,} articles, {size / 1e9:.2f} GB, {size // articles:,} bytes an article")
    return rows


def homes(large: Path, rounds: int) -> tuple[float, float]:
    """Milliseconds until home shows its first article: with this library, and with one of ten articles, in turns."""
    small = large.parent / "small" / "library.db"
    fill(small, 10, 200)
    article = article_from_text(f"The {WORD} lamps\n\nThey were lit.", source="https://packet.example/lamps")
    times: dict[Path, list[float]] = {large: [], small: []}
    for path in times:
        with Library(path) as library:
            library.keep(article, queued=True)
    for _ in range(rounds):
        for path, taken in times.items():
            taken.append((until_drawn(READER.split(), state=path.parent) or float("nan")) * 1000)
    return statistics.median(times[large]), statistics.median(times[small])


def main(articles: int = 100_000, claims: int = 2_000_000, folder: str | None = None) -> int:
    """Print the table; gives 1 where a bar is missed. A library that lies in `folder` is taken as it is, and stays."""
    with tempfile.TemporaryDirectory() as own:
        path = Path(folder or own) / "library.db"
        start = time.monotonic()
        if not path.exists():
            fill(path, articles, claims)
            print(f"made in {time.monotonic() - start:.0f} s")
        rows = measure(path)
        head = ("what", "ms, median", "of it processor", "worst", "bare sqlite3", "bar")
        show("The library", head, rows)
        large, small = homes(path, 7)
    times, most = large / small, BARS["home"]
    print(f"opening home: {large:,.0f} ms, with ten articles {small:,.0f}: {times:.2f} times (bar {most})")
    missed = [name for name, wall, *_, bar in rows if isinstance(bar, float) and wall > bar]
    missed += ["opening home"] * (times > most)
    print("missed: " + ", ".join(missed) if missed else "every bar is met")
    return int(bool(missed))


if __name__ == "__main__":
    counts = [int(each) for each in sys.argv[1:3]] or [100_000, 2_000_000]
    sys.exit(main(counts[0], counts[1], sys.argv[3] if len(sys.argv) > 3 else None))
