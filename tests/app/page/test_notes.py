"""Notes stand beside the paragraph that they tell of, and nowhere else."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.analysis.model import Actor, Analysis, Claim
from reader.app.page.layout import lay_out
from reader.app.page.notes import margin_notes
from reader.app.state.reading import Reading
from reader.article.model import Article
from tests.app.conftest import article_of

PEOPLE = (
    Actor("a1", "Wilhelmina Featherstonehaugh-Brandt", "person", role="harbour master of the northern islands"),
    Actor("a2", "Oluwaseun Adebayo", "person"),
    Actor("a3", "The Commission for Ropes, Nets and Sails", "organisation", role="a public body"),
)


def crowded(words: int) -> tuple[Article, Analysis]:
    """Paragraphs of so many words; in every second one three people speak, one of them within what another says."""
    paragraph = " ".join(f"word{number:02}" for number in range(words))
    article = article_of([("paragraph", paragraph)] * 6)
    claims: list[Claim] = []
    for block in article.blocks[::2]:
        start, end = block.span
        middle = start + (end - start) // 7 // 2 * 7
        for number, (actor, span, within) in enumerate(
            ((0, (start, middle), None), (1, (start, start + 6), "0"), (2, (middle, end), None))
        ):
            id = f"{start}-{number}"
            around = f"{start}-{within}" if within else None
            said = Claim(id, "indirect", "said", (span,), (), (), PEOPLE[actor].id, PEOPLE[actor].name, 0.9)
            claims.append(replace(said, within=around))
    actors = tuple(
        replace(actor, claims=tuple(each.id for each in claims if each.speaker == actor.id)) for actor in PEOPLE
    )
    return article, replace(Analysis(), claims=tuple(claims), actors=actors)


@pytest.mark.parametrize("words", [1, 8, 14, 30, 60])
def test_a_note_never_stands_beside_another_paragraph_or_a_blank_line(words: int) -> None:
    article, analysis = crowded(words)
    reading = Reading(article, analysis)
    for measure, width in ((40, 18), (72, 25), (72, 30)):
        page = lay_out(article, measure)
        notes = margin_notes(reading, page, width)
        assert {page.blocks[line] for line in notes} == {0, 2, 4}
        for line, note in notes.items():
            assert page.starts[line] < page.ends[line]
            assert cell_len("".join(text for text, _ in note)) <= width


def test_a_long_name_goes_on_behind_its_sign_and_its_role_gives_way_first() -> None:
    article, analysis = crowded(60)
    alone = replace(analysis, claims=tuple(claim for claim in analysis.claims if claim.speaker == "a1"))
    page = lay_out(article, 40)
    told = [text for note in margin_notes(Reading(article, alone), page, 30).values() for text, _ in note]
    assert told[:3] == ["● Wilhelmina", "  Featherstonehaugh-Brandt", "  harbour master of the north…"]
    short, said = crowded(5)
    alone = replace(said, claims=tuple(claim for claim in said.claims if claim.speaker == "a1"))
    notes = margin_notes(Reading(short, alone), lay_out(short, 72), 30)
    assert notes[0] == [("● Wilhelmina Featherstonehaug…", "voice-1")]
    assert not any("harbour" in text for note in notes.values() for text, _ in note)
