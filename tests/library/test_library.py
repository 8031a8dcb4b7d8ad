"""What a library keeps: editions, search, people, corrections, and all of it out and in again."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import Library, LibraryError, anchor_to
from reader.library.query import as_match, places_of, read_query
from reader.library.search import excerpt
from reader.library.words import folded, words_of
from tests.library.conftest import BRIDGE, TEXT, analysed, make_article, span_of


def test_another_text_of_an_article_is_another_edition_and_marks_move_along(library: Library, bridge: int) -> None:
    mark = library.highlight(bridge, span_of(TEXT, "runs a bicycle shop"), note="ask him")
    edited = TEXT.replace("Council votes", "After a storm, council votes").replace(
        "a bicycle shop", "a bicycle shop now"
    )
    article = make_article(edited)
    kept = library.keep(article, analysed(article, *BRIDGE))
    assert (kept.entry, kept.fresh) == (bridge, True)
    assert [each.article.text for each in library.editions(bridge)] == [TEXT, edited]
    (moved,) = library.marks(bridge)
    assert moved.span == span_of(edited, "runs a bicycle shop")
    library.keep(make_article(TEXT.replace("Tom Pryce, who runs a bicycle shop,", "He")))
    assert library.marks(bridge)[0].span is None
    assert library.marks(bridge)[0].anchor == mark.anchor


def test_what_only_an_older_edition_said_stays_findable(library: Library, bridge: int) -> None:
    article = make_article(TEXT[: TEXT.index("Tom Pryce")])
    library.keep(article, analysed(article, BRIDGE[0]))
    (hit,) = library.search("speaker:pryce")
    assert library.editions(bridge)[0].number == hit.edition
    assert hit.span is not None
    assert "café" in library.editions(bridge)[0].article.text[slice(*hit.span)]


@pytest.mark.parametrize(
    ("typed", "many"),
    [("cafe", 1), ("CAFÉ", 1), ('"safe in january"', 1), ('"january safe"', 0), ("janu*", 1), ("safe -january", 0),
     ("speaker:pryce", 1), ('speaker:"Pryce Tom" cafe', 1), ("speaker:pryce january", 0), ("outlet:packet cafe", 1),
     ("outlet:other cafe", 0), ("since:2026-03-04 cafe", 1), ("since:2026-03-05 cafe", 0), ("until:2026-03 cafe", 1),
     ("kind:direct cafe", 1), ("kind:indirect cafe", 0), ("tag:river cafe", 1), ("tag:sea cafe", 0)],
)  # fmt: skip
def test_words_and_filters_find_what_they_say(library: Library, bridge: int, typed: str, many: int) -> None:
    library.tag(bridge, "River")
    hits = library.search(typed)
    assert len([hit for hit in hits if hit.kind == "claim"]) == many
    text = library.newest(bridge).article.text
    for hit in hits:
        for start, end in hit.found:
            assert hit.words[start:end] in text


@given(st.text(alphabet='ab"*():-^+ \n\t^{}[]~ORNEARspeakertagsinceé漢', max_size=40))
def test_nothing_typed_is_a_syntax_error(text: str) -> None:
    import sqlite3

    match = as_match(read_query(text), "speaker")
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE claim_words USING fts5 (speaker, words)")
    if match:
        connection.execute("SELECT rowid FROM claim_words WHERE claim_words MATCH ?", (match,)).fetchall()
    connection.close()


def test_one_name_with_roles_that_differ_is_asked_about_and_remembered(library: Library) -> None:
    numbers = []
    for number, role in enumerate(("harbour pilot", "dentist", "senior harbour pilot")):
        article = make_article(source=f"https://packet.example/{number}", published=f"2026-01-0{number + 1}")
        library.keep(article, analysed(article, BRIDGE[0], roles={"Ruth Adeyemi": role}))
        numbers.append(len(library.people("Ruth Adeyemi")))
    assert numbers == [1, 2, 2]
    (question,) = library.questions()
    pilot, dentist = sorted((question.one, question.other), key=lambda each: each.roles[0], reverse=True)
    library.decide(pilot.number, dentist.number, same=True)
    assert library.questions() == []
    (person,) = library.people("adeyemi")
    assert (person.claims, person.articles, person.first, person.last) == (3, 3, "2026-01-01", "2026-01-03")
    assert [said.day for said in library.said(person)] == ["2026-01-03", "2026-01-02", "2026-01-01"]

    assert library.joined(person.number) == ["Ruth Adeyemi"]
    dentist = library.part(person.number, ask_again=True)
    assert (dentist.roles, dentist.claims, [said.day for said in library.said(dentist)]) == (
        ("dentist",),
        1,
        ["2026-01-02"],
    )
    (pilot,) = [each for each in library.people("adeyemi") if each.number != dentist.number]
    assert (pilot.roles, pilot.claims, pilot.articles) == (("harbour pilot", "senior harbour pilot"), 2, 2)
    assert [{question.one.number, question.other.number} for question in library.questions()] == [
        {pilot.number, dentist.number}
    ]
    library.decide(dentist.number, pilot.number, same=True)
    assert library.part(dentist.number).claims == 2
    assert library.questions() == []
    with pytest.raises(LibraryError, match="nobody was joined"):
        library.part(dentist.number)
    assert library.check() == []


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("professor of law", "professor of biology", False),
        ("professor", "professor of biology", True),
        ("union leader", "opposition leader", False),
        ("council leader", "leader of Aldham council", True),
        ("council leader", "", True),
        ("harbour pilot", "dentist", False),
        ("chief harbour pilot", "chief executive", False),
    ],
)
def test_a_rank_alone_makes_nobody_the_same(library: Library, one: str, other: str, joined: bool) -> None:
    for number, role in enumerate((one, other)):
        article = make_article(source=f"https://packet.example/{number}")
        library.keep(article, analysed(article, BRIDGE[0], roles={"Ruth Adeyemi": role} if role else None))
    assert len(library.people("Ruth Adeyemi")) == (1 if joined else 2)
    assert len(library.questions()) == (0 if joined else 1)


def test_two_who_were_said_to_be_two_stay_two_and_each_takes_its_own(library: Library) -> None:
    for number, role in enumerate(("harbour pilot", "dentist")):
        article = make_article(source=f"https://packet.example/{number}")
        library.keep(article, analysed(article, BRIDGE[0], roles={"Ruth Adeyemi": role}))
    (question,) = library.questions()
    library.decide(question.one.number, question.other.number, same=False)
    article = make_article(source="https://packet.example/2")
    library.keep(article, analysed(article, BRIDGE[0], roles={"Ruth Adeyemi": "dentist in Aldham"}))
    assert library.questions() == []
    assert sorted(person.claims for person in library.people("adeyemi")) == [1, 2]
    article = make_article(source="https://packet.example/3")  # without a role, either could be meant
    library.keep(article, analysed(article, BRIDGE[0]))
    assert sorted(person.claims for person in library.people("adeyemi")) == [1, 1, 2]
    assert len(library.questions()) == 2


def test_a_correction_holds_in_the_next_edition_and_can_be_undone(library: Library, bridge: int) -> None:
    words = BRIDGE[1][1]
    made = library.correct(
        bridge, "speaker", {"claim": [anchor_to(TEXT, span_of(TEXT, words)).as_dict()], "name": "Dana Whitfield"}
    )
    article = make_article("A new first line\n\n" + TEXT)
    library.keep(article, analysed(article, *BRIDGE))
    assert [said.words for said in library.said(library.people("Dana Whitfield")[0])] == [words]
    agreement = library.agreement()
    assert (agreement.right, agreement.speakers, agreement.speakers_right) == (2, 2, 1)
    library.undo(made)
    assert library.search("speaker:whitfield") == []
    assert library.search("speaker:pryce")
    with pytest.raises(LibraryError):
        library.correct(bridge, "speaker", {})


def test_all_of_it_goes_out_and_comes_in_equal(library: Library, bridge: int, tmp_path: object) -> None:
    library.highlight(bridge, (0, 7), note="n", tags=("a", "b"))
    library.correct(bridge, "role", {"actor": "Tom Pryce", "role": "shopkeeper"})
    library.tag(bridge, "river")
    library.remove(library.keep(make_article("Gone\n\nBy now.", "https://packet.example/gone")).entry)
    lines = list(library.export_lines())
    other = Library(library.path.with_name("other.db"), full_text=library.full_text)
    assert other.import_lines(lines).problems == ()
    assert list(other.export_lines()) == lines
    assert other.import_lines(lines).problems == ()
    assert list(other.export_lines()) == lines
    assert [hit.words for hit in other.search("cafe")] == [hit.words for hit in library.search("cafe")]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_spoilt_export_is_told_line_by_line(file: object, data: st.DataObject) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        article = make_article()
        kept = library.keep(article, analysed(article, *BRIDGE))
        library.highlight(kept.entry, (0, 7))
        lines = list(library.export_lines())
        at = data.draw(st.integers(0, len(lines) - 1))
        values = json.loads(lines[at])
        holder, name = _somewhere(data, values)
        holder[name] = data.draw(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just([[1, 2]]) | st.just({"a": 1})
        )
        lines[at] = json.dumps(values)
        taken = library.import_lines(lines)
        assert len(taken.problems) <= 1
        assert library.check() == []


def _somewhere(data: st.DataObject, values: object) -> tuple[dict[object, object], object]:
    """A place in a JSON value that can be written to."""
    holder, name = {"": values}, ""
    here: object = values
    while isinstance(here, dict | list) and here:
        name = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        holder, here = here, here[name]  # type: ignore[assignment]
        if data.draw(st.booleans()):
            break
    return holder, name  # type: ignore[return-value]


def test_who_is_quoted_most_is_counted_whatever_comes_and_goes(library: Library, bridge: int) -> None:
    def counts() -> dict[str, tuple[int, int]]:
        return {person.name: (person.claims, person.articles) for person in library.people()}

    assert counts() == {"Ruth Adeyemi": (1, 1), "Tom Pryce": (1, 1)}
    article = make_article(source="https://packet.example/again")
    again = library.keep(article, analysed(article, BRIDGE[0], roles={"Ruth Adeyemi": "council leader"})).entry
    assert counts() == {"Ruth Adeyemi": (2, 2), "Tom Pryce": (1, 1)}
    library.remove(bridge)
    assert counts() == {"Ruth Adeyemi": (1, 1)}
    library.restore(bridge)
    library.correct(bridge, "none", {"claim": [anchor_to(TEXT, span_of(TEXT, BRIDGE[0][1])).as_dict()]})
    assert counts() == {"Ruth Adeyemi": (1, 1), "Tom Pryce": (1, 1)}
    library.forget(again)
    assert counts() == {"Tom Pryce": (1, 1)}
    library.undo(library.corrections(bridge)[0])
    with Library(library.path.with_name("other.db"), full_text=library.full_text) as other:
        other.import_lines(library.export_lines())
        assert sorted((person.name, person.claims) for person in other.people()) == sorted(
            (person.name, person.claims) for person in library.people()
        )


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["café", "Ferry", "İzmir", "naïve", "over_board", "漢字", "ﬁne", "the", "“Ann”,", "1871\n"]),
        max_size=300,
    ),
    st.lists(
        st.sampled_from(("cafe", "ferry", "the ferry", "izmir", "nai*", "漢", "fine", "ann", "1871")),
        min_size=1,
        max_size=3,
    ),
)
def test_the_words_shown_of_a_text_hold_what_was_sought(words: list[str], sought: list[str]) -> None:
    text = " ".join(words)
    query = read_query(" ".join(f'"{each}"' if " " in each else each for each in sought))
    shown, found, span = excerpt(query, text)
    there = [term for term in query.terms if places_of([term], words_of(text))]
    assert bool(found) == bool(there)
    for start, end in found:
        assert any(places_of([term], words_of(shown[start:end])) for term in there)
    if there:
        assert any(folded(text[slice(*span)]).startswith(term.keys[0]) for term in there)


def test_claims_like_a_quotation_are_found_whole_shortened_and_altered(library: Library, bridge: int) -> None:
    whole = library.like("We were told it was safe in January, and it was not.")
    assert [(share, said.speaker) for share, said in whole] == [(1.0, "Ruth Adeyemi")]
    assert library.like("told it was safe in January")[0][0] == 1.0
    altered = library.like("We were told it was sound in January, and it was not.")
    assert 0.5 < altered[0][0] < 1
    assert library.like("Nobody has ever quoted these words") == []
    assert library.like("…") == []
    library.remove(bridge)
    assert library.like("We were told it was safe in January") == []
