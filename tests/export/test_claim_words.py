"""How a claim reads: parts joined honestly, quotation marks kept where they matter, denials never hidden."""

from dataclasses import replace

import pytest

from reader.analysis.denial import denial_of
from reader.analysis.model import Analysis, Claim
from reader.article.model import Article
from reader.export import content_text, cue_text, is_denied, quoted_text, speaker_name
from reader.export.claim_words import account_text, speaker_chain
from tests.export.conftest import OneClaim


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("“{It was safe,}” <she> [said], “{and it was not.}”", "It was safe, and it was not."),
        ("“{It is over.}” <She> [said] so. “{Go home.}”", "It is over. Go home."),
        ("“{I will not go,}” <he> [said]. “{Nobody asked me.}”", "I will not go. Nobody asked me."),
        ("“{I will not go,}” <Mr. Lee> [said] on Monday. “{Nobody asked me.}”", "I will not go. Nobody asked me."),
        ("“{He said ‘no,’}” <she> [said]. “{I left.}”", "He said ‘no.’ I left."),
        ("“{We went,}” <he> [said], “{America went.}”", "We went, America went."),
        ("“{Why?}” <he> [asked]. “{Nobody came.}”", "Why? Nobody came."),
        ("“{First the ferry.}\n\n“{Then the bridge,}” <he> [said].", "First the ferry. Then the bridge,"),
        ("“{We lost it —}” <he> [paused] — “{all of it.}”", "We lost it — all of it."),
    ],
)
def test_parts_of_a_broken_quotation_run_on_where_only_the_attribution_stands_between_them(
    one_claim: OneClaim, marked: str, words: str
) -> None:
    article, _, claim = one_claim(marked)
    assert content_text(article, claim) == words


def test_words_left_out_far_apart_leave_an_ellipsis(one_claim: OneClaim) -> None:
    far = "A storm passed over the valley and the crowd went home before the lights came on again. " * 3
    article, _, claim = one_claim(f"“{{We were there.}}” {far} “{{We saw it.}}” <she> [said].")
    assert content_text(article, claim) == "We were there. … We saw it."


def test_another_sentence_between_the_parts_leaves_an_ellipsis(one_claim: OneClaim) -> None:
    article, _, claim = one_claim("“{We lost,}” <she> [said]. He left the room. “{We saw it.}”")
    assert content_text(article, claim) == "We lost … We saw it."


def test_an_indirect_claim_around_its_cue_reads_on(one_claim: OneClaim) -> None:
    article, _, claim = one_claim("{The bridge}, <she> [said], {would close}.", "indirect")
    assert content_text(article, claim) == "The bridge would close"


def test_an_indirect_claim_with_other_words_between_shows_that_they_are_missing(one_claim: OneClaim) -> None:
    article, _, claim = one_claim("<She> [said] {the bridge}, built in 1911, {would close}.", "indirect")
    assert content_text(article, claim) == "the bridge … would close"


def test_a_mixed_claim_keeps_the_marks_around_what_was_quoted(one_claim: OneClaim) -> None:
    article, _, claim = one_claim("<She> [called] {the plan “dead on arrival}” last night.", "mixed")
    assert content_text(article, claim) == "the plan “dead on arrival”"


def test_a_mixed_claim_cut_at_its_marks_reads_like_the_article(one_claim: OneClaim) -> None:
    article, _, claim = one_claim('<She> [said] {the plan was }"{dead on arrival}"{ and costly}.', "mixed")
    assert content_text(article, claim) == 'the plan was "dead on arrival" and costly'


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ('"{Go,}" <she> [said].', '"Go,"'),
        ("«{Allez,}» <she> [said].", "«Allez,»"),
        ("‘{He told me “run”,}’ <she> [said].", "‘He told me “run”,’"),
        ('"{He told me "run",}" <she> [said].', '“He told me "run",”'),
    ],
)
def test_direct_words_stand_in_the_articles_own_quotation_marks(one_claim: OneClaim, marked: str, shown: str) -> None:
    article, _, claim = one_claim(marked)
    assert quoted_text(article, claim) == shown


def test_reported_words_get_no_quotation_marks(one_claim: OneClaim) -> None:
    article, _, claim = one_claim("<She> [said] {it was over}.", "indirect")
    assert quoted_text(article, claim) == "it was over"


@pytest.mark.parametrize(
    "marked",
    [
        "<She> [denied] {it was over}.",
        "<She> [has not said] {it was over}.",
        "<She> did not [say] {it was over}.",
        "<She> never [claimed] {it was over}.",
        "<The mayor> [rejected] {the charge}.",
        "<The mayor> wouldn’t [confirm] {the charge}.",
    ],
)
def test_a_denied_claim_is_known_as_one(one_claim: OneClaim, marked: str) -> None:
    article, _, claim = one_claim(marked, "indirect")
    assert is_denied(article, claim)


@pytest.mark.parametrize(
    ("marked", "denial"),
    [
        ("<She> [denied] {it was over}.", "denied"),
        ("<She> did not [say] {it was over}.", "not say"),
        ("<She> [did not say] {it was over}.", "did not say"),
        ("<The mayor> never once [claimed] {it was over}.", "never once claimed"),
        ("<She> [said] {it was not over}.", ""),
    ],
)
def test_what_denies_a_claim_is_told_in_the_articles_words(one_claim: OneClaim, marked: str, denial: str) -> None:
    article, _, claim = one_claim(marked, "indirect")
    assert denial_of(article, claim) == denial


def test_what_is_told_behind_a_speakers_name_never_says_the_contrary(one_claim: OneClaim) -> None:
    assert account_text(*one_claim("<She> [denied] {it was over}.", "indirect")[::2]) == "She denied it was over"
    assert account_text(*one_claim("<She> [said] {it was over}.", "indirect")[::2]) == "it was over"
    assert account_text(*one_claim("“{It is over},” <she> [said].")[::2]) == "“It is over”"


@pytest.mark.parametrize(
    "marked",
    [
        "<She> [said] {it was not over}.",
        "“I did not go.” <She> [said] {it was over}.",
        "It was not late when <she> [said] {it was over}.",
        "[According to] <her>, {nobody knew}.",
        "{The boats would not sail before June}, [said] <Ann Lee>.",
        "{The harbour was never dredged}, [according to] <the captain>.",
    ],
)
def test_a_negation_in_the_content_or_before_the_source_is_no_denial(one_claim: OneClaim, marked: str) -> None:
    article, _, claim = one_claim(marked, "indirect")
    assert not is_denied(article, claim)


def test_the_speaker_is_the_actor_else_the_sources_words_else_nobody(
    article: Article, analysis: Analysis, one_claim: OneClaim
) -> None:
    assert speaker_name(analysis, analysis.claims[1]) == "Ruth Adeyemi"
    assert speaker_name(analysis, analysis.claims[5]) == "Officials"
    _, lone, claim = one_claim("{It is over}, it was [said].", "indirect")
    assert speaker_name(lone, claim) == "speaker not named"


def test_others_who_speak_too_stand_behind_the_actors_name(analysis: Analysis) -> None:
    claim = replace(analysis.claims[1], others="and her colleagues")
    assert speaker_name(analysis, claim) == "Ruth Adeyemi and her colleagues"


def test_a_source_cut_inside_brackets_is_shown_without_its_open_end(one_claim: OneClaim) -> None:
    _, analysis, claim = one_claim(
        "<They> [said] {it was over}.", "indirect", speaker_name="A team at the Institute (HIEP"
    )
    assert speaker_name(analysis, claim) == "A team at the Institute"


def test_a_cue_in_two_places_is_shown_whole(one_claim: OneClaim) -> None:
    article, _, claim = one_claim("<She> [made] it [clear] that {it was over}.", "indirect")
    assert cue_text(article, claim) == "made … clear"


def told(*speakers: tuple[str | None, str]) -> str:
    """The chain of claims one in the other, by ids and names of their speakers, the innermost first."""
    claims = tuple(
        Claim(
            f"c{at}",
            "indirect",
            "said",
            ((at, at + 5),),
            speaker=speaker,
            speaker_name=name,
            within=f"c{at + 1}" if at + 1 < len(speakers) else None,
        )
        for at, (speaker, name) in enumerate(speakers)
    )
    return speaker_chain(Analysis((), claims=claims), claims[0])


def test_who_tells_what_they_said_themselves_is_named_once() -> None:
    lee, berg = ("a1", "Ann Lee"), ("a2", "Bo Berg")
    assert told(lee) == told(lee, lee) == told(lee, lee, lee) == "Ann Lee"
    assert told(berg, lee) == told(berg, lee, lee) == told(berg, berg, lee) == "Bo Berg, as told by Ann Lee"
    assert told(lee, berg, lee) == "Ann Lee, as told by Bo Berg, as told by Ann Lee"
    officials = (None, "officials")
    assert told(officials, officials) == "officials, as told by officials", "nobody knows whether they are the same"
