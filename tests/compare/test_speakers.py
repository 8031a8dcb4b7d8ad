"""Whom two claims of two papers are given to: one speaker, two, or nobody can tell."""

from dataclasses import replace

import pytest

from reader.analysis import Analysis
from reader.analysis.model import Actor, ActorKind, Claim
from reader.article import article_from_text
from reader.compare.model import Side
from reader.compare.speakers import agreement, is_same_person, voice_of

Told = tuple[str, Actor | None]


def somebody(name: str, kind: ActorKind = "person", role: str | None = None) -> Actor:
    return Actor("a1", name, kind, role)


def told(source: str, actor: Actor | None) -> tuple[Side, Claim]:
    """A paper in which a source says that it rained, and the claim in it."""
    text = f"{source} said that it rained."
    article = article_from_text(text)
    start = article.text.index("it rained")
    speaker = actor.id if actor else None
    claim = Claim("c1", "indirect", "said", ((start, start + 9),), source=((0, len(source)),), speaker=speaker)
    return Side(article, Analysis(actors=(actor,) if actor else (), claims=(claim,))), claim


FINCH, MARR = somebody("Dora Finch", role="harbour master"), somebody("Jo Marr")
OFFICE, UNION = somebody("Harbour Office", "organisation"), somebody("Rail Staffs Union", "organisation")


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("Dora Finch, the harbour master", FINCH), ("Ms Finch", FINCH), "same"),
        (("Dora Finch", FINCH), ("Angry Dora Finch", somebody("Angry Dora Finch")), "same"),
        (("Finch", FINCH), ("Jo Marr", MARR), "other"),
        (("The harbour master, Dora Finch", FINCH), ("Finch", FINCH), "same"),
        (("The Rail Staffs Union", UNION), ("the union", UNION), "likely"),
        (("The Rail Staffs Union", UNION), ("The Harbour Office", OFFICE), "other"),
        (("a spokesman for the Harbour Office", None), ("the harbour office", None), "likely"),
        (("the league", OFFICE), ("The league", UNION), "same"),
        (("The department", OFFICE), ("the transport department", UNION), "same"),
        (("The Finch gaffer", FINCH), ("Marr", MARR), "unknown"),
        (("the doctors", None), ("the letter", None), "unknown"),
        (("she", FINCH), ("Dora Finch", FINCH), "likely"),
        (("she", FINCH), ("he", FINCH), "other"),
        (("he", MARR), ("Dora Finch", FINCH), "unknown"),
        (("she", FINCH), ("the harbour office", OFFICE), "likely"),
        (("it", None), ("Dora Finch", FINCH), "unknown"),
        (("“", None), ("Dora Finch", FINCH), "unknown"),
    ],
)
def test_two_speakers(left: Told, right: Told, found: str) -> None:
    voices = voice_of(*told(*left)), voice_of(*told(*right))
    assert agreement(*voices) == found
    assert agreement(*reversed(voices)) == found


def test_she_and_he_are_two_however_each_is_named() -> None:
    """A paper that calls somebody "she" and one that calls somebody "he" do not mean one, unless it is mostly so."""

    def paper(source: str, rest: str, actor: Actor) -> tuple[Side, Claim]:
        side, claim = told(source, actor)
        article = article_from_text(f"{side.article.text} {rest}")
        words = [(word, article.text.index(f" {word} ") + 1) for word in rest.split() if f" {word} " in article.text]
        spans = tuple((at, at + len(word)) for word, at in words if word in ("she", "her", "he", "his"))
        return Side(article, Analysis(actors=(replace(actor, mentions=spans),), claims=(claim,))), claim

    mayor = paper("The mayor", "Later she went home.", FINCH)
    engineer = paper("Jo Marr", "Later he went home.", MARR)
    unclear = paper("Jo Marr", "Later he took her hat.", MARR)
    found = [agreement(voice_of(*mayor), voice_of(*other)) for other in (engineer, unclear)]
    assert found == ["other", "unknown"]
    assert agreement(voice_of(*told("Mr Marr", MARR)), voice_of(*mayor)) == "other"


def test_who_speaks_for_a_body_is_told_by_the_words_around_the_name() -> None:
    aid = somebody("Harbour Aid", "organisation")
    voices = voice_of(*told("Harbour Aid’s director, Jo Marr", MARR)), voice_of(*told("Harbour Aid", aid))
    assert agreement(*voices) == "same"


def test_a_word_before_a_name_makes_nobody_else_of_it() -> None:
    assert is_same_person(somebody("City whizz Wen Li"), somebody("Wen Li"))
    assert not is_same_person(somebody("Ann Li"), somebody("Wen Li"))
