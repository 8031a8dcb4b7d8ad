"""Who carries what."""

from dataclasses import replace

from reader.compare import Comparison, compare
from reader.compare.carried import who_carries_what
from tests.compare.conftest import SECOND, Pair, analysed


def test_each_claim_stands_in_one_statement_and_matches_join_them(first: Pair, second: Pair) -> None:
    third = analysed(SECOND.replace("Pia Vance", "Jo Marr").replace("harmful", "dangerous"))
    found = compare([first, second, third])
    statements = who_carries_what(found)
    places = [(place.article, place.claim.id) for statement in statements for place in statement.places]
    assert len(places) == len(set(places))
    shared = {(p.article, p.claim.id) for match in found.matches for p in (match.left, match.right)}
    assert set(places) == shared | {(place.article, place.claim.id) for place in found.only}
    assert sum(len(statement.matches) for statement in statements) == len(found.matches)
    everywhere = next(s for s in statements if {place.article for place in s.places} == {0, 1, 2})
    match = everywhere.between(2, 0)
    assert match is not None
    assert [place for place in everywhere.places if place.article == 0] == [match.left]
    pair = who_carries_what(found, (0, 2))
    assert {place.article for statement in pair for place in statement.places} == {0, 2}


def test_what_may_be_one_statement_joins_nothing(first: Pair, second: Pair) -> None:
    found = compare([first, second])
    surely, perhaps = found.matches[0], replace(found.matches[1], relation="paraphrase", sureness=0.4)
    assert (surely.label, perhaps.label) == (surely.relation, "perhaps")
    statements = who_carries_what(Comparison(found.event, (surely, perhaps), found.only))
    assert [s.matches for s in statements if s.matches] == [(surely,)]
    unsure = [s for s in statements if s.perhaps]
    assert [len(s.places) for s in unsure] == [1, 1]
    assert {s.places[0].key for s in unsure} == {perhaps.left.key, perhaps.right.key}
