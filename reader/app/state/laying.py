"""Comparisons laid out to be shown. It runs beside the screen, which knows only what it gives."""

from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.denial import denial_of
from reader.analysis.model import Analysis
from reader.app.state.laid import NOT_THERE, SIGNS, Joint, Laid, Row, Spans, Table
from reader.article.model import Article
from reader.article.text.counted import many
from reader.article.text.safe import safe_text
from reader.compare.carried import Carried, who_carries_what
from reader.compare.model import PERHAPS, Change, Comparison, Match, Quote
from reader.compare.relation import differences
from reader.compare.weaving import Woven
from reader.compare.words import tokens_of
from reader.export.claim_words import with_denial

Pair = tuple[Article, Analysis]


# Articles ------------------------------------------------------------------------------------------------------


def lay_articles(
    sides: Sequence[Pair], names: Sequence[str], found: Comparison, pair: tuple[int, int] = (0, 1)
) -> Laid:
    """Two of the articles compared, side by side."""
    joints: list[Joint] = []
    alone: tuple[list[Spans], list[Spans]] = ([], [])
    number = 0
    for statement in who_carries_what(found, pair):
        if not statement.matches and not statement.perhaps:
            place = statement.places[0]
            alone[pair.index(place.article)].append(place.claim.content)
            continue
        number += bool(statement.matches)
        joints += [_joint_of(number, match, pair) for match in statement.matches]
    shared = number
    for match in found.matches:
        if not match.is_sure and {match.left.article, match.right.article} == set(pair):
            number += 1
            joints.append(_joint_of(number, match, pair))
    joints.sort(key=lambda joint: joint.spans[0][0])
    return Laid(
        tuple(sides[n][0] for n in pair),
        tuple(names[n] for n in pair),
        _numbered(joints),
        tuple(tuple(span for spans in side for span in spans) for side in alone),
        _told(found, pair, shared, joints, [len(side) for side in alone]),
    )


def _numbered(joints: Sequence[Joint]) -> tuple[Joint, ...]:
    """The joints with their statements numbered in the order in which the left text has them."""
    numbers: dict[int, int] = {}
    return tuple(replace(j, number=numbers.setdefault(j.number, len(numbers) + 1)) for j in joints)


def _joint_of(number: int, match: Match, pair: tuple[int, int]) -> Joint:
    places, speakers = (match.left, match.right), match.speakers
    marked = [tuple(s for d in match.differences for s in d.left), tuple(s for d in match.differences for s in d.right)]
    if match.left.article != pair[0]:
        places, speakers, marked = places[::-1], speakers[::-1], marked[::-1]
    one, other = (safe_text(name, lines=False) if name else "speaker not named" for name in speakers)
    who = one if one == other else f"{one} / {other}"
    changed = match.is_sure and match.relation not in ("same", "paraphrase")
    return Joint(
        number,
        match.label,
        (places[0].claim.content, places[1].claim.content),
        (marked[0], marked[1]) if changed else ((), ()),
        f"{match.label} · {who}",
        changed,
        (places[0].claim, places[1].claim),
    )


def _told(found: Comparison, pair: tuple[int, int], shared: int, joints: Sequence[Joint], alone: Sequence[int]) -> str:
    if not found.event.joins(*pair):
        return f"not about one event, it seems: {', '.join(found.event.apart)}"
    differing = len({joint.number for joint in joints if joint.differs})
    unsure = sum(joint.kind == PERHAPS for joint in joints)
    perhaps = f" · {unsure} perhaps" if unsure else ""
    return f"{shared} shared · {differing} of them changed{perhaps} · only here {alone[0]} and {alone[1]}"


# Editions ------------------------------------------------------------------------------------------------------


def lay_editions(names: Sequence[str], changes: Sequence[Change], woven: Woven) -> Laid:
    """Two editions as one text."""
    joints = []
    for number, change in enumerate(changes, 1):
        spans = woven.place(1, change.new or ()) + woven.place(0, change.old or ())
        moved_only = change.new if change.kind == "moved" else None
        own = woven.place(1, moved_only) if moved_only else spans
        kind = change.kind.replace("-", " ")
        names_told = [safe_text(name, lines=False) for name in change.speakers or () if name]
        words = f"{kind} · {' → '.join(names_told)}" if names_told else kind
        joints.append(Joint(number, kind, (own, ()), ((), ()), words, change.kind not in ("moved", "typo")))
    count = len(changes)
    told = many(count, "change") if count else "no changes"
    return Laid((woven.article,), (f"{names[0]} → {names[1]}",), tuple(joints), (woven.came,), told, woven.went)


# A record ------------------------------------------------------------------------------------------------------


def lay_record(side: Pair, record: Article, names: Sequence[str], quotes: Sequence[Quote]) -> Laid:
    """An article beside the record of what was said."""
    joints = [_joint_of_quote(number, side[0], record, quote) for number, quote in enumerate(quotes, 1)]
    counts = [(verdict, sum(joint.kind == verdict for joint in joints)) for verdict in _VERDICTS]
    told = " · ".join(f"{count} {verdict}" for verdict, count in counts if count) or "no quotations"
    return Laid((side[0], record), tuple(names), tuple(joints), ((), ()), told)


def _joint_of_quote(number: int, article: Article, record: Article, quote: Quote) -> Joint:
    words = [tokens_of(article.text, quote.spans), tokens_of(record.text, quote.record or ())]
    apart = differences(*words) if quote.verdict in ("altered", "elided") else ()
    kind = quote.verdict.replace("-", " ")
    speaker = safe_text(quote.claim.speaker_name or "", lines=False)
    return Joint(
        number,
        kind,
        (quote.spans, quote.record or ()),
        (tuple(s for d in apart for s in d.left), tuple(s for d in apart for s in d.right)),
        f"{kind} · {speaker}" if speaker else kind,
        quote.verdict != "verbatim",
        (quote.claim, None),
    )


_VERDICTS = ("verbatim", "elided", "altered", "not found")


# Who carries what ----------------------------------------------------------------------------------------------


def tabulate(sides: Sequence[Pair], names: Sequence[str], found: Comparison) -> Table:
    """Who carries what: what most articles have first."""
    statements = sorted(who_carries_what(found), key=lambda s: -len({place.article for place in s.places}))
    rows = tuple(_row_of(sides, statement) for statement in statements)
    shared = sum(bool(statement.matches) for statement in statements)
    alone = sum(not statement.matches and not statement.perhaps for statement in statements)
    words = f"{len(sides)} articles · {many(shared, 'statement')} shared · {alone} in one alone"
    if not found.event.same:
        told = f"{many(shared, 'statement')} shared ·" if shared else "not about one event, it seems:"
        words = f"{told} {', '.join(found.event.apart)}"
    return Table(tuple(names), rows, words)


def _row_of(sides: Sequence[Pair], statement: Carried) -> Row:
    place = statement.places[0]
    article = sides[place.article][0]
    words = " … ".join(" ".join(article.words_of(span).split()) for span in place.claim.content)
    words = with_denial(denial_of(article, place.claim), words)
    perhaps = (side for match in statement.perhaps for side in (match.left, match.right))
    others = [other.article for other in (*statement.places, *perhaps) if other.article != place.article]
    second = others[0] if others else next(n for n in range(len(sides)) if n != place.article)
    pair = min(place.article, second), max(place.article, second)
    return Row(safe_text(place.claim.speaker_name or "", lines=False), words, _signs(statement, len(sides)), pair)


def _signs(statement: Carried, articles: int) -> tuple[str, ...]:
    """A sign for each article: it is the first that carries the statement, how it carries it, or that it does not."""
    first = statement.places[0].article
    signs = [NOT_THERE] * articles
    for place in statement.places:
        match = statement.between(first, place.article)
        signs[place.article] = SIGNS[match.relation if match else "paraphrase"]
    for match in statement.perhaps:
        for number in (match.left.article, match.right.article):
            if signs[number] == NOT_THERE:
                signs[number] = SIGNS[PERHAPS]
    signs[first] = SIGNS["first"]
    return tuple(signs)
