"""Of two editions: each sentence that was edited is told, and none that stands as it stood.

The claims are drawn at random over both editions, as the worst engine would find them: what it says otherwise of an
untouched sentence must not matter. The engine's own are asked too.
"""

from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.document import split_sentences
from reader.analysis.model import Actor, Analysis, Claim
from reader.article import article_from_text, open_article
from reader.article.model import Article, Span
from reader.compare import compare_editions
from tests.compare.conftest import FIRST, SECOND, Pair, analysed

WIRE = "\n\n".join(
    article.words_of(block.span)
    for article in [open_article(str(Path(__file__).parents[2] / "sample_articles" / "one-event" / "wire.txt"))]
    for block in article.blocks
)
TEXTS = (FIRST, SECOND, WIRE)

ACTORS = (Actor("a1", "Ines Falkner", "person"), Actor("a2", "Odo Brenner", "person"))
FRESH = (
    "Herons nest beside the eastern sluice.",
    "A ferry to Oxwick sails on Tuesdays, the timetable says.",
    "“Bring boots,” reads a sign.",
    "Peat burns slowly.",
)
PUT_IN = ("zinc", "1723", "quartz")

Touched = tuple[str | None, str | None]
"""A sentence as it stood and as it stands."""
Edit = tuple[int, str, float]
"""Which sentence (of those of the body, round and round), what happens to it, and where in it."""

edits = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(("drop", "put in", "swap", "figure", "cut", "add")), st.floats(0, 1)),
    max_size=4,
)


def body_of(text: str) -> list[list[str]]:
    """The sentences of each paragraph below title and byline."""
    article = article_from_text(text)
    sentences = split_sentences(article)
    body = [at for at, block in enumerate(article.blocks) if block.kind == "paragraph"]
    return [[article.words_of(s.span) for s in sentences if s.block == at] for at in body]


def edited(text: str, edits: list[Edit]) -> tuple[str, str, list[Touched]]:
    """Both editions, and what each edit made of its sentence."""
    paragraphs = body_of(text)
    head = text[: text.index(paragraphs[0][0])].rstrip()
    places = [(at, nth) for at, paragraph in enumerate(paragraphs) for nth in range(len(paragraph))]
    new = [[[sentence] for sentence in paragraph] for paragraph in paragraphs]
    made: list[Touched] = []
    met: set[tuple[int, int]] = set()
    for number, kind, where in edits:
        at, nth = places[number % len(places)]
        if (at, nth) in met:
            continue
        met.add((at, nth))
        old = paragraphs[at][nth]
        words = old.split()
        place = int(where * (len(words) - 1))
        if kind == "cut":
            new[at][nth] = []
            made.append((old, None))
        elif kind == "add":
            new[at][nth] = [old, FRESH[len(made)]]
            made.append((None, FRESH[len(made)]))
        else:
            if kind == "drop" and len(words) > 3:
                del words[place]
            elif kind == "swap":
                words[place] = PUT_IN[0]
            else:
                words.insert(place, PUT_IN[1] if kind == "figure" else PUT_IN[2])
            new[at][nth] = [" ".join(words)]
            made.append((old, " ".join(words)))
    whole = [" ".join(sentence for held in paragraph for sentence in held) for paragraph in new]
    before = "\n\n".join([head, *(" ".join(paragraph) for paragraph in paragraphs)])
    return before, "\n\n".join([head, *(paragraph for paragraph in whole if paragraph)]), made


def misread(text: str, random: Random) -> Pair:
    """An article with claims that begin and end anywhere in its sentences, and over several of them."""
    article = article_from_text(text)
    sentences = split_sentences(article)
    claims = []
    for number, sentence in enumerate(sentences):
        if random.random() < 0.4:
            continue
        start, end = sentence.span
        last = sentences[min(len(sentences) - 1, number + random.choice((0, 0, 0, 1, 2)))]
        spaces = [at for at in range(start, end) if article.text[at].isspace()] or [start]
        begin, cut = sorted((random.choice([start, *spaces]), random.choice([*spaces, end])))
        source: tuple[Span, ...] = ((start, spaces[0]),) if begin > spaces[0] > start else ()
        content: tuple[Span, ...] = ((begin, max(cut, begin + 1)),)
        if last.span[1] > end and last.block == sentence.block:
            content = ((begin, last.span[1]),)
        speaker = random.choice((*ACTORS, None))
        claims.append(
            Claim(
                f"c{number}",
                random.choice(("direct", "indirect")),
                "said",
                content,
                source=source,
                speaker=speaker.id if speaker else None,
                speaker_name=speaker.name if speaker else None,
            )
        )
    return article, Analysis(sentences=sentences, actors=ACTORS, claims=tuple(claims))


def span_of(article: Article, sentence: str | None) -> list[Span]:
    """Where a sentence stands; nowhere if it is of the other edition."""
    if sentence is None:
        return []
    start = article.text.index(sentence)
    return [(start, start + len(sentence))]


def check(before: Pair, after: Pair, made: list[Touched]) -> None:
    changes = compare_editions(before, after)
    places = [(span_of(before[0], old), span_of(after[0], new)) for old, new in made]
    old_places = [span for spans, _ in places for span in spans]
    new_places = [span for _, spans in places for span in spans]
    for change in changes:
        assert meets(change.old, old_places) or meets(change.new, new_places), change
    for one, other in places:
        assert any(meets(change.old, one) or meets(change.new, other) for change in changes), (one, other)
    for (_, new), (_, place) in zip(made, places, strict=True):
        if any(change.kind in ("claim-added", "speaker-changed") and meets(change.new, place) for change in changes):
            continue  # which speaks for the words around it too
        wanted = [new] if new in FRESH else [word for word in PUT_IN if word in (new or "").split()]
        for words in wanted:
            start = after[0].text.index(words, place[0][0])
            told = [span for change in changes for span in change.new or ()]
            assert any(a <= start and start + len(words) <= b for a, b in told), words


def meets(spans: tuple[Span, ...] | None, others: list[Span]) -> bool:
    return any(a < d and c < b for a, b in spans or () for c, d in others)


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), edits, st.randoms(use_true_random=False))
def test_whatever_the_engine_makes_of_it(text: str, edits: list[Edit], random: Random) -> None:
    before, after, made = edited(text, edits)
    check(misread(before, random), misread(after, random), made)


@settings(max_examples=12)
@given(st.sampled_from(TEXTS), edits)
def test_as_the_engine_reads_it(text: str, edits: list[Edit]) -> None:
    before, after, made = edited(text, edits)
    check(analysed(before), analysed(after), made)
