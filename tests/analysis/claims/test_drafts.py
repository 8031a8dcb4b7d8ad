"""Claims: who said what, before and after the words, direct and reported."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.drafts import draft_claims
from tests.analysis.conftest import Page, Read, Reads

HEADLINE = "Council votes to close the bridge\n\n"


def test_a_quotation_with_its_cue_behind_it(read: Reads) -> None:
    got = read(HEADLINE + "“We were told it was safe,” said Ruth Adeyemi.\n")
    assert got.said() == [("Ruth Adeyemi", "We were told it was safe")]
    claim = got.analysis.claims[0]
    assert (claim.kind, claim.type) == ("direct", "said")
    assert got.words(claim.cue) == "said"
    assert got.words(claim.source) == "Ruth Adeyemi"


def test_a_quotation_broken_by_its_cue_is_one_claim(read: Reads) -> None:
    got = read(HEADLINE + "“We were told it was safe,” Ruth Adeyemi said on Tuesday. “It was not safe at all.”\n")
    assert got.said() == [("Ruth Adeyemi", "We were told it was safe … It was not safe at all.")]


def test_according_to_before_and_after(read: Reads) -> None:
    got = read(
        HEADLINE + "According to Ruth Adeyemi, the piers have moved.\n\n"
        "Traffic fell by a third last year, according to Tom Pryce.\n"
    )
    assert got.said() == [
        ("Ruth Adeyemi", "the piers have moved"),
        ("Tom Pryce", "Traffic fell by a third last year"),
    ]
    assert {claim.kind for claim in got.analysis.claims} == {"indirect"}


@pytest.mark.parametrize("that", ["that ", ""])
def test_reported_speech_with_and_without_that(read: Reads, that: str) -> None:
    got = read(HEADLINE + f"Ruth Adeyemi said {that}the report would be published on Friday.\n")
    assert got.said() == [("Ruth Adeyemi", f"{that}the report would be published on Friday")]
    assert got.analysis.claims[0].kind == "indirect"


def test_reported_speech_with_a_quotation_inside_is_mixed(read: Reads) -> None:
    got = read(HEADLINE + "Ruth Adeyemi told the meeting that the report was “worse than anyone feared”.\n")
    assert [claim.kind for claim in got.analysis.claims] == ["mixed"]
    assert got.speakers() == ["Ruth Adeyemi"]
    assert "worse than anyone feared" in got.said()[0][1]


def test_a_quotation_paragraph_without_a_cue_continues_the_speaker_before_it(read: Reads) -> None:
    got = read(
        HEADLINE
        + "“We were told it was safe in January,” said Ruth Adeyemi.\n\n“It was not safe at all and nobody told us.”\n"
    )
    assert got.said()[-1] == ("Ruth Adeyemi", "It was not safe at all and nobody told us.")


def test_a_quotation_over_paragraphs_is_one_claim(read: Reads) -> None:
    got = read(
        HEADLINE + "“We looked at the piers for a week,” said Ruth Adeyemi. “They had moved.\n\n"
        "“Nobody could say how far they would move next.”\n"
    )
    assert len(got.analysis.claims) == 1
    assert len(got.analysis.claims[0].content) == 3


def test_a_scare_quote_is_no_claim(read: Reads) -> None:
    got = read(
        HEADLINE + "The bridge, known as the “old lady”, was built in 1891. A film called “Mill Lane” was shot on it.\n"
    )
    assert got.analysis.claims == ()


def test_a_belief_is_thought_and_a_denial_keeps_its_cue(read: Reads) -> None:
    got = read(
        HEADLINE
        + "Tom Pryce hopes that the bridge will open again.\n\nRuth Adeyemi denied that she had seen the letter.\n"
    )
    hope, denial = got.analysis.claims
    assert hope.type == "thought"
    assert denial.type == "said"
    assert "denied" in got.words(denial.cue)


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "kept"),
    [
        ("Police believe the quay was set alight.", "Police", "believe", True),
        ("I believe the quay was set alight.", "I", "believe", False),
        ("Nobody believes the quay was set alight.", "Nobody", "believes", False),
        ("Police noticed the quay was set alight.", "Police", "noticed", False),
    ],
)
def test_what_somebody_else_believes_need_not_be_as_sure_as_what_somebody_notices(
    sentence: str, source: str, cue: str, kept: bool
) -> None:
    page = Page(sentence)
    content = page.span("the quay was set alight")
    one = Attribution((content,), (page.span(cue),), (page.span(source),), 0.8)
    assert bool(draft_claims(page.document, [one])) == kept


def test_a_ruling_is_said(read: Reads) -> None:
    got = read(HEADLINE + "The high court ruled that the bridge had been built without a licence.\n")
    assert [claim.type for claim in got.analysis.claims] == ["said"]
    assert got.said() == [("The high court", "that the bridge had been built without a licence")]


def test_he_and_she_are_resolved_to_the_person_meant(read: Reads) -> None:
    got = read(
        HEADLINE + "Ruth Adeyemi spoke first. She said that the piers had moved.\n\n"
        "Tom Pryce left the chamber in protest. He said that nobody had asked the traders.\n"
    )
    assert got.speakers() == ["Ruth Adeyemi", "Tom Pryce"]


def test_a_surname_stands_for_the_full_name(read: Reads) -> None:
    got = read(
        HEADLINE + "Council leader Ruth Adeyemi opened the meeting.\n\n“It is a sad day for the town,” Adeyemi said.\n"
    )
    assert got.speakers() == ["Ruth Adeyemi"]
    assert got.actor("Ruth Adeyemi").role.lower() == "council leader"


def test_somebodys_lawyer_is_not_somebody(read: Reads) -> None:
    got = read(HEADLINE + "Tom Pryce was not in court. Pryce’s lawyer said that he would appeal against the ruling.\n")
    assert got.analysis.claims[0].speaker is None
    assert got.speakers()[0] == "Pryce’s lawyer"


def test_officials_stay_unnamed(read: Reads) -> None:
    got = read(HEADLINE + "Officials said that the bridge would be closed for two years.\n")
    claim = got.analysis.claims[0]
    assert claim.speaker is None
    assert claim.speaker_name == "Officials"
    assert got.analysis.stats.unattributed == 1


def test_the_president_is_resolved_only_where_one_was_just_named(read: Reads) -> None:
    got = read(
        "Two presidents meet in Vessen\n\nPresident Ilse Marquand flew home on Sunday. "
        "The president said that the strait would stay open.\n"
    )
    assert got.speakers() == ["Ilse Marquand"]


def test_a_quotation_signed_with_a_dash(read: Reads) -> None:
    got = read(
        HEADLINE
        + "“We were never asked about the bridge.” — Tom Pryce\n\n"
        + "“Nobody listens to the traders in this town.”\n\n— Bettina Okafor\n"
    )
    assert got.said() == [
        ("Tom Pryce", "We were never asked about the bridge."),
        ("Bettina Okafor", "Nobody listens to the traders in this town."),
    ]


def test_who_holds_an_office_is_known_by_what_else_its_holders_are_called(read: Reads) -> None:
    got = read(
        HEADLINE + "Gov. Mike Pence opened the meeting and Sen. Petra Lund closed it.\n\n"
        "“I support this law,” the Indiana governor said.\n\n“This is his doing,” the Democratic lawmaker said.\n"
    )
    assert got.speakers() == ["Mike Pence", "Petra Lund"]


def test_a_quotation_goes_to_the_cue_beside_it_and_not_to_the_paper_that_carried_it(read: Reads) -> None:
    got = read(
        HEADLINE + "“I will not thank people who attack my family,” Petra Lund said at a press conference, "
        "according to The Herald.\n"
    )
    assert got.said() == [("Petra Lund", "I will not thank people who attack my family")]


def test_who_is_named_inside_a_quotation_is_not_who_says_it(read: Reads) -> None:
    got = read(
        HEADLINE + "Tom Pryce agreed about the winner.\n\n“If Viktor Hale’s goal was to defend the old way, "
        "then Hale succeeded with flying colours,” he wrote.\n"
    )
    assert got.speakers()[-1] == "Tom Pryce"


@pytest.mark.parametrize("ending", ["'flattered'.", "'flattered.'", "‘flattered’ by it.", "'flattered', and left."])
def test_a_single_mark_that_closes_inside_reported_speech_is_kept(read: Reads, ending: str) -> None:
    got = read(f"Pep Soler told the Lowport Gazette that his boys' captain was {ending}\n")
    (claim,) = got.analysis.outer
    words = got.words(claim.content)
    assert words.count("'") + words.count("’") + words.count("‘") == 3


def test_a_person_is_known_by_what_else_holders_of_the_office_are_called(read: Reads) -> None:
    got = read(
        "Athletic manager Roy Keane stays. Valencia captain Ruben Ortega goes.\n\n"
        "“We won,” said the Athletic boss. The skipper said that they had lost.\n"
    )
    assert got.speakers() == ["Roy Keane", "Ruben Ortega"]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "kept"),
    [
        ("Police hope the quay will stay open.", "Police", "hope", "the quay will stay open", True),
        ("Walkers who hope the quay will stay open came.", "who", "hope", "the quay will stay open", False),
        ("Moss refused to leave the hall.", "Moss", "refused", "to leave the hall", True),
        ("Moss refused to comment on the hall.", "Moss", "refused", "to comment on the hall", False),
        ("Moss refused a lift.", "Moss", "refused", "a lift", False),
    ],
)
def test_what_is_half_sure_is_kept_of_others_who_hope_or_refuse_a_deed(
    sentence: str, source: str, cue: str, content: str, kept: bool
) -> None:
    page = Page(sentence)
    one = Attribution((page.span(content),), (page.span(cue),), (page.span(source),), 0.6)
    assert bool(draft_claims(page.document, [one])) == kept


@pytest.mark.parametrize("amount", ["1.25 million", "4.30 per cent of", "1.40 billion"])
def test_an_amount_at_a_paragraphs_beginning_is_no_time(amount: str) -> None:
    got = Read(HEADLINE + f"{amount} sailors said that the quay was lost.\n")
    assert got.words(got.analysis.claims[0].source) == f"{amount} sailors"


@pytest.mark.parametrize("time", ["10:42", "9.15am", "14:05 GMT", "7:30:"])
def test_the_time_of_an_entry_is_no_part_of_who_speaks_in_it(read: Reads, time: str) -> None:
    got = read(HEADLINE + f"{time} Port chief Ruth Adeyemi says “no boats will sail today”.\n")
    assert got.words(got.analysis.claims[0].source) == "Port chief Ruth Adeyemi"


def test_a_number_within_a_sentence_is_part_of_who_speaks(read: Reads) -> None:
    got = read(HEADLINE + "On the quay, 42 pilots said that no boats would sail today.\n")
    assert got.words(got.analysis.claims[0].source) == "42 pilots"


def test_a_word_of_what_is_told_is_none_of_the_cue() -> None:
    page = Page("The lock was described as “a trap” by the pilots.")
    content = (page.span("The lock"), page.span("as “a trap”"))
    one = Attribution(content, (page.span("was described as"),), (page.span("the pilots"),), 0.9)
    (draft,) = draft_claims(page.document, [one])
    assert [page.document.article.words_of(span) for span in draft.cue] == ["was described"]
