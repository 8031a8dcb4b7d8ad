"""A long first sentence is shown shorter where that is honest: whole, true by itself, and with whoever said it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.summary import cut, join_lines, line_words, note_length, rank
from reader.analysis.summary.shortening import ENOUGH, LEAST_SHOWN, Tagged, choose_form, list_forms
from tests.analysis.summary.conftest import Make, shown, tag


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "The council of Harlow shut the old mill bridge on Tuesday night, leaving four thousand households with a"
            " detour of nine miles.",
            "The council of Harlow shut the old mill bridge on Tuesday night",
        ),
        (
            "The owners of the ferry have sold it to a museum in Port Wenna, which will open it to visitors in May.",
            "The owners of the ferry have sold it to a museum in Port Wenna",
        ),
        (
            "The harbour master resigned from her post on Friday morning, adding that she had lost all hope of a new"
            " boat.",
            "The harbour master resigned from her post on Friday morning",
        ),
        (
            "Two hundred farmers blocked the road to the capital with tractors as ministers met to agree on a new tax.",
            "Two hundred farmers blocked the road to the capital with tractors",
        ),
        (
            "The island's only school has lost a third of its pupils since spring, and the county wants to close it.",
            "The island's only school has lost a third of its pupils since spring",
        ),
        (
            "The owners of the last ferry raised the fare to nine crowns on Monday, just days after the county had"
            " promised to pay half of it.",
            "The owners of the last ferry raised the fare to nine crowns on Monday",
        ),
        (
            "The council of Harlow shut the old mill bridge on Tuesday night, even as the farmers of three villages"
            " warned that it would cost them the harvest.",
            "The council of Harlow shut the old mill bridge on Tuesday night",
        ),
        (
            "The harbour of Port Wenna has lost half of its boats since spring after a dredger found that the channel"
            " was not deep enough.",
            "The harbour of Port Wenna has lost half of its boats since spring",
        ),
        (
            "The owners of the ferry sold it to a museum on Friday as the mayor, Ida Lund, prepares to leave her"
            " post in May.",
            "The owners of the ferry sold it to a museum on Friday",
        ),
        (
            "The county has given the town nine million crowns in a last attempt to keep the old bridge from falling.",
            "The county has given the town nine million crowns",
        ),
        (
            "The owners of the ferry have sold it to a museum, with the mayor saying that it should stay where it is.",
            "The owners of the ferry have sold it to a museum",
        ),
        (
            "The owners of the ferry have sold it to a museum, insisting that they would not have done so if the county"
            " had paid what it owed them.",
            "The owners of the ferry have sold it to a museum",
        ),
        (
            "The harbour master resigned from her post on Friday morning, in the latest blow to a town that has lost"
            " its ferry.",
            "The harbour master resigned from her post on Friday morning",
        ),
        (
            "The county has opened the new bridge to lorries of forty tonnes, a decision that farmers and pilots alike"
            " had hoped for.",
            "The county has opened the new bridge to lorries of forty tonnes",
        ),
        (
            "The council of Harlow heard two hundred farmers on Monday night, in which a third of them spoke of their"
            " losses without a note.",
            "The council of Harlow heard two hundred farmers on Monday night",
        ),
        (
            "The ferry has been sold for scrap, according to two who saw the letter, adding to the worries of"
            " nine villages behind the dunes.",
            "The ferry has been sold for scrap, according to two who saw the letter",
        ),
        (
            "The owners of the ferry sold it to a museum – and the county’s pilots have not even seen the letter.",
            "The owners of the ferry sold it to a museum",
        ),
        (
            "The county’s divers found that oil leaks into the bay and the channel even years after the owners had"
            " pumped the ferry out.",
            "The county’s divers found that oil leaks into the bay and the channel",
        ),
    ],
)
def test_a_sentence_ends_behind_its_main_clause(sentence: str, kept: str) -> None:
    assert shown(sentence, 14) == kept


def test_what_stands_between_what_was_said_and_who_said_it_is_left_out() -> None:
    sentence = (
        "The new dam will flood three villages in the valley of the Orle, leaving some nine hundred people to look for"
        " a home, according to a report by the county."
    )
    assert shown(sentence, 20) == (
        "The new dam will flood three villages in the valley of the Orle … according to a report by the county."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Two men died when a bus left the coast road near the lighthouse of Skarn on Monday night, police said.",
        "The bank will lend the town nine million crowns for a new bridge, unless the county refuses to stand surety.",
        "The minister took the money from the builder in a hotel room in May, which she has always denied.",
        "Every household will get four hundred crowns from the county in spring, but those with a car will get less.",
        "The mayor opened the bridge to all traffic on Friday afternoon, although engineers had told him to wait.",
        "“We shall rebuild the school and the church by next summer, whoever pays for it in the end,” the mayor said.",
        "The county cannot put up a toll house at the bridge of Harlow while the war in the south goes on, she says.",
        "Boats may leave the harbour of Port Wenna at any hour of the night when the red lamp on the mole is lit.",
        "The town must pay for all nine of the boats that sank in the harbour in May, amid the war, a court ruled.",
        "The old bridge cost less during its last nine years than the ferry that it took the place of, a report hints.",
        "The strike in the harbour of Port Wenna came just days after the county had cut the pay of its pilots.",
        "The harbour master should lose her post as head of the pilots if the lamp is found to be out, he said.",
        "The ferry did not leave the harbour of Port Wenna on Monday as the red lamp on the mole had been lit.",
        "A town hall forced to shut its doors after rain soaked the cellar said on Friday that it would open in May.",
        "A hundred farmers could drive to the capital if a law written in haste as part of a wider plan is passed.",
        "The county has promised that the ferry it is due to sell on Friday will be kept, while asking for patience.",
        "Even as the ferry lay at the mole of Port Wenna, a town of nine streets, its owners were selling it.",
        "The captain told the owners neither of the ice on Saturday, with snow over Harlow since noon, nor of the fog.",
    ],
)
def test_who_said_it_conditions_denials_quotations_and_lists_are_not_broken(sentence: str) -> None:
    assert shown(sentence, 14) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "A fitter aboard the island ferry Halda was killed after the ship was hit by a high wave as she came into the"
        " harbour, according to a statement by the owner.",
        "The price of diesel plunged on Tuesday after the minister warned that ships would be stopped if they came near"
        " the strait, while also signalling that it could open soon.",
        "Rolf Dahl has made small changes to his way of running the ferry in an attempt to bring it to the standard of"
        " the mainland and, according to his aide, should be thanked for it.",
        "Rolf Dahl and Ida Lund live in the old house by the river, but should the couple look for a larger home one"
        " day, one of the farms nearby has been kept for them.",
        "Ida Lund has shown the special item that she took from the ferry on her last day as its master — a lock of the"
        " first captain's grey hair.",
        "The police have asked the owners of the new ferry to keep away from two of the piers this winter — the one"
        " of Halvik and the one of Wenna.",
    ],
)
def test_what_befell_somebody_a_cause_a_condition_and_what_is_announced_stay_whole(sentence: str) -> None:
    assert shown(sentence, 24) == ""


def test_what_is_far_too_long_for_a_sentence_is_not_looked_through() -> None:
    def fail() -> Tagged:
        raise AssertionError("its words were asked for")

    assert list_forms("The ferry burnt, which nobody saw" * 4000, fail) == ()


def test_the_form_with_fewest_gaps_and_then_most_words_is_taken() -> None:
    one, two = ((0, 9),), ((0, 4), (6, 9))
    assert choose_form(((12, one), (14, two)), 15) == one
    assert choose_form(((12, one), (14, ((0, 10),))), 15) == ((0, 10),)
    assert choose_form(((5, one),), 15) == ()


def test_twelve_words_are_enough_where_no_longer_form_fits() -> None:
    one, two = ((0, 9),), ((0, 4), (6, 9))
    assert choose_form(((11, one),), 40) == ()
    assert choose_form(((12, one),), 40) == one
    assert choose_form(((12, one), (21, two)), 40) == two


BRIDGE = (
    "The town council of Harlow voted on Tuesday night to shut the old mill bridge to all traffic for the coming"
    " winter, leaving some four thousand households on the western bank with a detour of nine miles to the nearest"
    " school."
)
REST = (
    "Its decision came after a long evening. Two of the nine who spoke left early.",
    "Some had brought flasks of tea.",
)


def test_a_first_sentence_that_is_too_long_is_shown_shorter_where_nothing_else_says_as_much(make: Make) -> None:
    article, sentences = make(
        [("title", "Harlow shuts old mill bridge"), *(("paragraph", text) for text in (BRIDGE, *REST))]
    )
    ranking = rank(article, sentences)
    summary = cut(ranking, words=25)
    lines = join_lines(article, sentences, summary.sentences)
    assert line_words(article, sentences, lines, summary.shortened) == (BRIDGE.partition(", leaving")[0] + " …",)
    assert note_length(ranking, summary, words=25) == (
        "22 of the first sentence's 41 words, as 25 were asked for: the others are left out",
    )


def test_a_number_of_sentences_or_room_enough_leaves_it_whole(make: Make) -> None:
    article, sentences = make(
        [("title", "Harlow shuts old mill bridge"), *(("paragraph", text) for text in (BRIDGE, *REST))]
    )
    ranking = rank(article, sentences)
    for summary in (cut(ranking, count=1), cut(ranking, words=45), cut(ranking, share=0.2)):
        assert 1 in summary.sentences
        assert summary.shortened == ()


_PIECES = (
    "the council shut the bridge",
    ", which was built in 1901",
    ", leaving many without a road",
    " – a blow to farmers –",
    " (so the mayor wrote)",
    ", Ida Lund said",
    ", and the county paid for it",
    " as it rained",
    " “in great haste”",
    "; nobody came",
    ", but a boat remains",
    " according to police",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=7), st.integers(3, 30))
def test_what_is_shown_stands_in_the_sentence_in_order_and_has_no_more_words_than_asked(
    pieces: Sequence[str], most: int
) -> None:
    text = "On Friday " + "".join(pieces) + "."
    kept = choose_form(list_forms(text, lambda: tag(text)), most)
    ends = [place for span in kept for place in span]
    assert ends == sorted(set(ends))
    assert all(0 <= place <= len(text) for place in ends)
    words = sum(len(text[start:end].split()) for start, end in kept)
    assert not kept or min(ENOUGH, LEAST_SHOWN * most) <= words <= most
    assert sum(text[start:end].count("“") - text[start:end].count("”") for start, end in kept) == 0
