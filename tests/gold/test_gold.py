"""The marks are true to the articles that they describe: every word stands there, every reference leads somewhere."""

import json
from functools import cache
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gate.marks import GOLD, Marked, plain_words, read
from reader.resources import bundled

FILES = sorted(GOLD.glob("*.json"))

CLAIM = {"id", "content", "cue", "source", "speaker", "kind", "type", "within", "optional"}
ACTOR = {"name", "kind", "role", "also", "optional"}


cached = cache(read)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def data(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def marked(path: Path) -> Marked:
    """The marks with their places; reading them fails where words do not stand in the text."""
    return cached(path)


def names(data: dict[str, Any]) -> list[str]:
    """Every speaker named."""
    every = [name for claim in data["claims"] for name in ([claim["speaker"]], claim["speaker"])[_several(claim)]]
    return [name for name in every if name is not None]


def _several(claim: dict[str, Any]) -> bool:
    return isinstance(claim["speaker"], list)


def test_every_sample_is_marked() -> None:
    folder = bundled("sample_articles")
    samples = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    marked = {json.loads(path.read_text(encoding="utf-8")).get("sample") for path in FILES}
    assert samples == marked - {None}
    assert len(samples) >= 13


def test_marked_words_stand_in_the_article_in_reading_order(marked: Marked) -> None:
    begins = [claim.content[0][0] for claim in marked.claims if claim.content]
    assert begins == sorted(begins)
    for claim in marked.claims:
        places = [span for part in (claim.content, claim.cue, claim.source) for span in part]
        assert all(0 <= start < end <= len(marked.article.text) for start, end in places)
        assert list(claim.content) == sorted(claim.content)


def test_cue_and_source_stand_near_the_content(marked: Marked) -> None:
    for claim in filter(attrgetter("content"), marked.claims):
        near = (claim.content[0][0] - 500, claim.content[-1][1] + 500)
        assert all(near[0] <= start and end <= near[1] for start, end in (*claim.cue, *claim.source)), claim.id


def test_a_content_stands_in_one_block_or_in_blocks_that_follow(marked: Marked) -> None:
    for claim in marked.claims:
        blocks = [marked.article.block_at(start) for start, _ in claim.content]
        assert all(0 <= later - earlier <= 1 for earlier, later in pairwise(blocks)), claim.id


def test_ids_are_claimed_once_and_lead_somewhere(marked: Marked) -> None:
    ids = [claim.id for claim in marked.claims]
    assert len(set(ids)) == len(ids)
    assert {claim.within for claim in marked.claims} <= {None, *ids}


def test_a_nested_claim_stands_inside_the_other(marked: Marked) -> None:
    by_id = {claim.id: claim for claim in marked.claims}
    for claim in marked.claims:
        if claim.within is not None:
            whole = by_id[claim.within].content
            assert not whole or all(any(a <= start and end <= b for a, b in whole) for start, end in claim.content), (
                claim.id
            )


def test_no_claim_is_marked_twice(marked: Marked) -> None:
    every = [(claim.content, claim.cue, claim.source) for claim in marked.claims if claim.content]
    assert len(set(every)) == len(every)


def test_fields_are_known_and_their_values_too(data: dict[str, Any]) -> None:
    assert set(data) - {"claims", "actors"} in ({"sample"}, {"article"})
    for claim in data["claims"]:
        assert set(claim) <= CLAIM
        assert claim["content"]
        assert all(claim["content"])
        assert claim["type"] in ("said", "thought")
        assert claim["kind"] in ("direct", "indirect", "mixed")
    for actor in data.get("actors", ()):
        assert set(actor) <= ACTOR
        assert actor["kind"] in ("person", "organisation", "place", "group")


def test_quotation_marks_tell_the_kind(marked: Marked) -> None:
    """Marks stand outside a direct content and inside a mixed one; an indirect one has none."""
    text = marked.article.text
    for claim in marked.claims:
        content = "".join(text[start:end] for start, end in claim.content)
        if claim.kind == "mixed" and claim.content:
            around = text[max(0, claim.content[0][0] - 2) : claim.content[-1][1] + 2]
            assert any(mark in around for mark in "“\"‘'«"), claim.id
        if claim.kind == "indirect":
            assert not any(mark in content for mark in '“"«»'), claim.id


def test_speakers_are_named_in_the_article(marked: Marked, data: dict[str, Any]) -> None:
    text = f"{marked.words} {marked.article.text}".casefold()
    assert [word for name in names(data) for word in name.split() if word.casefold() not in text] == []


def test_actors_are_named_in_the_article_and_once(marked: Marked, data: dict[str, Any]) -> None:
    text = f"{marked.words} {plain_words(marked.article.text)}".casefold()
    actors = data.get("actors", ())
    assert [actor["name"] for actor in actors if actor["name"].casefold() not in text] == []
    others = [word for actor in actors for name in actor.get("also", ()) for word in name.split()]
    assert [word for word in others if word.casefold() not in text] == []
    assert len({actor["name"] for actor in actors}) == len(actors)


def test_roles_are_the_articles_own_words(marked: Marked) -> None:
    text = f"{marked.words} {plain_words(marked.article.text)}".casefold()
    roles = [role for actor in marked.actors or () for role in actor.roles]
    assert [role for role in roles if role.casefold() not in text] == []


def test_speakers_are_among_the_actors(marked: Marked, data: dict[str, Any]) -> None:
    if marked.actors is None:
        pytest.skip("no actors marked yet")
    known = {name for actor in marked.actors for name in (actor.name, *actor.also)}
    assert set(names(data)) - known == set()
