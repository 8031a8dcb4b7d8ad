"""Details that a long first sentence is shown without: a day, an age, who a speaker is beyond the name."""

import pytest

from tests.analysis.summary.conftest import shown


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "The county of Harlow on Tuesday night shut the old mill bridge to all lorries.",
            "The county of Harlow … shut the old mill bridge to all lorries.",
        ),
        (
            "The mayor said Tuesday that the old bridge will be rebuilt with the town’s money.",
            "The mayor said … that the old bridge will be rebuilt with the town’s money.",
        ),
        (
            "Ida Lund, 54, has left the office of harbour master in Port Wenna after nine years.",
            "Ida Lund … has left the office of harbour master in Port Wenna after nine years.",
        ),
        (
            "The Association of Ferry Pilots (AFP) has called its members to a meeting at the harbour.",
            "The Association of Ferry Pilots … has called its members to a meeting at the harbour.",
        ),
        (
            "“The bridge carries lorries of forty tonnes and more,” said Ida Lund, the harbour master of Port Wenna.",
            "“The bridge carries lorries of forty tonnes and more,” said Ida Lund",
        ),
        (
            "“The bridge carries lorries of forty tonnes and more,” said Ida Lund, Ph.D., an engineer from the town.",
            "“The bridge carries lorries of forty tonnes and more,” said Ida Lund, Ph.D.",
        ),
        (
            "Two men died when a bus left the coast road, police said at a news conference in Skarn.",
            "Two men died when a bus left the coast road, police said",
        ),
        (
            "Lorries wear out a bridge in nine years, according to a study published in the Harlow Journal.",
            "Lorries wear out a bridge in nine years, according to a study",
        ),
        (
            "A study published in the Harlow Journal finds that lorries wear out a bridge in nine years.",
            "A study … finds that lorries wear out a bridge in nine years.",
        ),
        (
            "The results of a study presented today at the Harlow Congress of Roads (HCR 2015) showed that lorries wear"
            " out a bridge in nine years.",
            "The results of a study … showed that lorries wear out a bridge in nine years.",
        ),
        (
            "Lorries wear out a bridge in nine years, says a report published today in the Harlow Journal, but the"
            " county will wait.",
            "Lorries wear out a bridge in nine years, says a report … but the county will wait.",
        ),
        (
            "The county voted late on Thursday and shut the old mill bridge to all lorries.",
            "The county voted … and shut the old mill bridge to all lorries.",
        ),
        (
            "The old bridge, built by nine engineers from the county, has been shut to lorries of forty tonnes.",
            "The old bridge … has been shut to lorries of forty tonnes.",
        ),
    ],
)
def test_a_sentence_is_shown_without_a_detail(sentence: str, kept: str) -> None:
    assert shown(sentence, len(kept.replace(" … ", " ").split())) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "The owners of the ferry did not sell it to the museum in Port Wenna on Tuesday.",
        "The county will shut the old mill bridge if the mayor does not sign on Tuesday.",
        "The town of Harlow had the most rain of the whole county on Tuesday.",
        "The ferry of the county has been late each day since Monday.",
        "The shops of Harlow and Port Wenna sold out of boots on Black Friday.",
        "The county will start to rebuild the old mill bridge on Monday and Tuesday.",
        "Lorries wear out a bridge, according to a study published by mistake but taken back.",
        "The owners of the ferry, the mayor, the county and the pilots have met at last.",
        "“The bridge will carry lorries,” said Ida Lund, who later denied that she had said so.",
        "A study published by the makers of lorries finds that they do an old bridge no harm.",
        "The ferry sank in the harbour, her (former) owner told the court of Port Wenna.",
        "The county sells its pilots a pill (unproven) that will keep them awake at night.",
        "The boats of Harlow, 12, Skarn, 9, and Port Wenna, 7, lead after two days.",
        "The three ferries carried, in their order, 34, 56 and 78 pilots to Port Wenna.",
        "The ferry is to blame, its owner said in a letter that was signed by her pilots.",
        "The ferry was sunk by its own pilots, which nine courts have rejected.",
        "The claim, unverified by the county, has kept the old ferry in the harbour.",
    ],
)
def test_a_day_that_counts_and_what_takes_back_stay(sentence: str) -> None:
    assert shown(sentence, len(sentence.split()) - 1) == ""


def test_what_is_told_of_the_place_of_speech_is_not_shown_as_what_was_said() -> None:
    sentence = "The ferry is to blame for the ice, its owner said in a letter that the county kept."
    assert shown(sentence, 14) == "The ferry is to blame for the ice, its owner said"
