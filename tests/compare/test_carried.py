"""Who carries what."""

from reader.compare import compare
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
    assert everywhere.in_article(0) == (match.left,)
    pair = who_carries_what(found, (0, 2))
    assert {place.article for statement in pair for place in statement.places} == {0, 2}
