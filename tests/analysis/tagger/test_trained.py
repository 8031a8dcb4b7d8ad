"""The shipped tagger in the engine: what it adds to the rules, and what the rules still make sure of."""

import multiprocessing
import os
from dataclasses import replace
from threading import enumerate as list_threads

import numpy as np
import pytest

from reader.analysis.engine import analyse
from reader.analysis.tagger import inference
from reader.analysis.tagger.features import cut_pieces, split_blocks, split_words
from reader.analysis.tagger.inference import load_shipped
from reader.article import article_from_text
from tests.analysis.conftest import Read

CALL = """Marquand tells Brandt the strait will stay open

By Dana Whitfield

President Ilse Marquand told Prime Minister Tomas Brandt that the Amber Strait "will stay open" during a phone call.

According to the president's adviser, Jonas Reuter, Marquand opened the call by reading a letter.

"Nobody is closing anything," Brandt said in a statement. "A ferry that takes an inspector sails."

"We have waited three weeks for this, and we can wait another one."

Vessen's Transport Ministry has warned that the inspections breach the treaty.

Foreign Minister Petra Lund, speaking in Halvik, said that the complaint would be answered. She denied that a shot had
been fired, and officials close to her were silent.

Ferry companies say they have lost 9 million crowns.
"""


def test_the_tagger_is_shipped_and_reads_without_a_note() -> None:
    assert analyse(article_from_text(CALL)).notes == ()


def test_each_claim_has_its_speaker() -> None:
    got = Read(CALL)
    pairs = {(name, text[:24]) for name, text in got.said()}
    assert ("Ilse Marquand", 'that the Amber Strait "w') in pairs
    assert ("Jonas Reuter", "Marquand opened the call") in pairs
    assert ("Tomas Brandt", "Nobody is closing anythi") in pairs
    assert ("Tomas Brandt", "We have waited three wee") in pairs
    assert ("Vessen's Transport Ministry", "that the inspections bre") in pairs
    assert ("Petra Lund", "that the complaint would") in pairs
    assert ("Petra Lund", "that a shot had\nbeen fir".replace("\n", " ")) in pairs


def test_who_is_not_named_stays_so() -> None:
    got = Read(CALL)
    ferry = next(claim for claim in got.analysis.claims if claim.speaker_name == "Ferry companies")
    assert ferry.speaker is None
    assert got.words(ferry.cue) == "say"


def test_vectors_of_a_short_text_are_as_exact_as_the_halved_ones_of_a_long_one() -> None:
    text = article_from_text(CALL).text
    coded = cut_pieces(load_shipped().spellings, text, split_words(text), split_blocks(text))
    whole, halved = (load_shipped().run(coded.ids, coded.case, coded.quote, halved=one)[2] for one in (False, True))
    assert [one.dtype.name for one in (whole, halved)] == ["float32", "float16"]
    assert whole.any()
    assert np.array_equal(whole, halved)


def test_confidence_is_a_share() -> None:
    got = Read(CALL)
    sure = [claim.confidence for claim in got.analysis.claims if claim.confidence is not None]
    assert sure
    assert all(0 < share < 1 for share in sure)


def test_quotations_are_whole_and_their_marks_outside() -> None:
    got = Read(CALL)
    claim = next(claim for claim in got.analysis.claims if "Nobody" in got.words(claim.content))
    assert claim.kind == "direct"
    assert got.words(claim.content) == "Nobody is closing anything … A ferry that takes an inspector sails."


def test_a_list_of_signed_quotations_gives_each_to_its_own_signature() -> None:
    got = Read(
        "Readers on the ferry strike\n\nFour letters on the strike came in.\n\n"
        "“I have waited on that pier since six and nobody told us a thing.” ― Carla Henshaw\n\n"
        "“He can’t answer a question without blaming the crew first.” ― Esther Tamblyn\n\n"
        "“Mostly it is about pay, and everybody knows it.” ― Azmi Gonzalo\n\n"
        "“Give them the money.” ― Jorge Falk\n"
    )
    assert got.speakers() == ["Carla Henshaw", "Esther Tamblyn", "Azmi Gonzalo", "Jorge Falk"]


def test_progress_is_told_while_the_network_reads_and_can_end_the_analysis() -> None:
    told: list[str] = []

    def tell(step: str) -> None:
        told.append(step)
        if step.startswith("finding claims:"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyse(article_from_text(CALL), on_progress=tell)
    assert told[-2:] == ["finding claims", "finding claims: 100%"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_can_analyse_after_its_parent_has() -> None:
    analyse(article_from_text(CALL))
    with multiprocessing.get_context("fork").Pool(1) as pool:
        analysis = pool.apply_async(analyse, (article_from_text(CALL),)).get(timeout=300)
    assert analysis.claims


def test_it_is_loaded_in_a_thread_of_its_own_once() -> None:
    inference._load_once.cache_clear()
    for _ in range(2):
        inference.load_beside()
        for thread in list_threads():
            if thread.name == "tagger load":
                thread.join()
    assert inference._load_once.cache_info().misses == 1
    assert load_shipped() is load_shipped()


def test_where_somebody_is_from_is_no_part_of_the_name() -> None:
    got = Read(CALL.replace("President Ilse Marquand told", "President Ilse Marquand of Vessen told"))
    assert "Ilse Marquand" in got.names()
    assert "Ilse Marquand of Vessen" not in got.names()


def test_a_name_behind_a_role_and_whom_it_serves_is_the_speakers() -> None:
    got = Read(
        "Board answers the union\n\nThe harbour board met on Monday in Halvik.\n\n"
        "A spokesman for the harbour board, Erik Sand, said that the answer was final.\n"
    )
    assert ("Erik Sand", "that the answer was final") in got.said()


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ("Former Ohio Gov. Ed Rendell agreed that the rules were old.", "Ed Rendell", "Former Ohio Gov."),
        ("PolitiFact Executive Director Aaron Sharockman said that it was true.", "Aaron Sharockman", None),
        ("Ohio Secretary of State Jon Husted said that the rolls were clean.", "Jon Husted", None),
        ("Harvard Law Professor Laurence Tribe said that it was legal.", "Laurence Tribe", None),
        ("Harlow Vale Mayor Dina Petrov said that she was sorry.", "Dina Petrov", "Harlow Vale Mayor"),
    ],
)
def test_a_title_inside_a_run_of_capitals_tells_where_the_name_begins(said: str, name: str, role: str | None) -> None:
    analysis = analyse(article_from_text(f"Party looks for rules\n\nThe party met on Monday.\n\n{said}\n"))
    speaker = analysis.actor(analysis.claims[-1].speaker)
    assert speaker is not None
    assert speaker.name == name
    assert role is None or speaker.role == role


def test_names_are_read_where_they_are_asked_for_and_change_nothing_else() -> None:
    text = article_from_text(CALL).text
    words, blocks = split_words(text), split_blocks(text)
    whole, unnamed = (inference.begin(text, words, blocks).finish(named=named) for named in (True, False))
    assert len(whole.names) > 5
    assert not unnamed.names
    assert unnamed == replace(whole, names=())
