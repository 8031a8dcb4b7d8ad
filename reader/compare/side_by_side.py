"""Articles about one event: what they share, what each has alone, how their quotations differ."""

from collections.abc import Sequence

from reader.analysis.denial import says_contrary
from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.compare.event import judge_event
from reader.compare.matching import Pair, match_statements
from reader.compare.model import Comparison, Key, Match, Place, Relation, Side
from reader.compare.relation import differences, is_stressed, tell_relation
from reader.compare.splices import find_splices
from reader.compare.statements import Content, Statement, statements_of

Told = dict[tuple[Content, Content, bool | None, bool, bool], Relation]
"""Relations told already: the same words may stand in many papers."""


def compare(articles: Sequence[tuple[Article, Analysis]]) -> Comparison:
    """Lay two or more analysed articles side by side.

    Gives the pairs of claims that report one statement, each with its relation and its differing words, and the claims
    that only one article carries. Articles that tell of different events have no matches. Raises ValueError for fewer
    than two articles.
    """
    if len(articles) < 2:
        raise ValueError("comparing takes two articles or more")
    sides = [Side(article, analysis) for article, analysis in articles]
    statements = [statements_of(side, number) for number, side in enumerate(sides)]
    pairs = match_statements(sides, statements)
    event = judge_event(sides, pairs)
    pairs = [pair for pair in pairs if event.joins(pair.left.article, pair.right.article)]
    asked = {s.key: s for pair in pairs for s in (pair.left, pair.right)}
    spliced = find_splices(statements, asked) if pairs else set()
    denied = {key for key, s in asked.items() if says_contrary(sides[s.article].article, s.claim)}
    told: Told = {}
    matches = tuple(_match(sides, pair, spliced, denied, told) for pair in pairs)
    matched = {place.key for match in matches for place in (match.left, match.right)}
    only = tuple(
        Place(number, statement.claim)
        for number, side in enumerate(statements)
        for statement in side
        if statement.key not in matched
    )
    return Comparison(event, matches, only)


def _match(sides: Sequence[Side], pair: Pair, spliced: set[Key], denied: set[Key], told: Told) -> Match:
    left, right = pair.left, pair.right
    is_spliced = any(s.key in spliced for s in (left, right)) and bool(left.quoted and right.quoted)
    is_denied = (left.key in denied) != (right.key in denied)
    words_alike = left.content, right.content, pair.same_speaker, is_spliced, is_denied
    if words_alike not in told:
        told[words_alike] = tell_relation(
            left, right, same_speaker=pair.same_speaker, spliced=is_spliced, denied=is_denied
        )
    relation = told[words_alike]
    if relation == "paraphrase" and _is_contradicted(sides, left, right):
        relation = "negated"
    words = (left.quoted, right.quoted) if left.quoted and right.quoted else (left.words, right.words)
    return Match(
        Place(left.article, left.claim),
        Place(right.article, right.claim),
        relation,
        (left.claim.speaker_name, right.claim.speaker_name),
        differences(*words),
        pair.sureness,
    )


def _is_contradicted(sides: Sequence[Side], left: Statement, right: Statement) -> bool:
    """Whether one paper sets its auxiliary in capitals ("he HAD seen it") against the other's "not"."""
    stressed = [is_stressed(sides[s.article].article.text, s) for s in (left, right)]
    return stressed[0] != stressed[1]
