"""One claim with its source, in every style."""

import json
from dataclasses import replace
from urllib.parse import unquote

import pytest

from reader.analysis.model import Analysis
from reader.article.model import Article
from reader.export import citation, cite_claim, list_styles
from tests.export.conftest import OneClaim


def test_a_quotation_carries_speaker_role_title_site_date_and_address(article: Article, analysis: Analysis) -> None:
    assert cite_claim(article, analysis, analysis.claims[0]) == (
        "“We were told it was safe in January, and it was not.”\n"
        "— Ruth Adeyemi, council leader, quoted in “Council votes to close the Mill Lane bridge”, Harlow Post, "
        "12 March 2026, https://harlow.example/mill-lane?edition=2"
    )


def test_a_denial_is_cited_as_the_articles_sentence_with_its_cue(article: Article, analysis: Analysis) -> None:
    words, credit = cite_claim(article, analysis, analysis.claims[1]).split("\n")
    assert words == "She denied that the council had *known* about it."
    assert credit.startswith("— Ruth Adeyemi, council leader, reported in “Council votes")


def test_a_denied_quotation_never_stands_alone(one_claim: OneClaim) -> None:
    article, analysis, claim = one_claim("<He> [denied] “{taking money}”.", speaker_name="Lee Ford")
    assert cite_claim(article, analysis, claim, "plain") == "He denied “taking money”."


def test_what_is_ruled_out_or_rejected_never_stands_alone(one_claim: OneClaim) -> None:
    article, analysis, claim = one_claim("<He> [has ruled out] “{a rise}”.", speaker_name="Lee Ford")
    assert cite_claim(article, analysis, claim, "plain") == "He has ruled out “a rise”."
    article, analysis, claim = one_claim("<He> [rejected claims] “{that he lied}”.", speaker_name="Lee Ford")
    assert cite_claim(article, analysis, claim, "plain") == "He rejected claims “that he lied”."


def test_a_long_denied_quotation_in_another_paragraph_keeps_its_cue_in_brackets(one_claim: OneClaim) -> None:
    article, analysis, claim = one_claim("<He> [denied] all of it.\n\n“{Taking money.}”", speaker_name="Lee Ford")
    assert cite_claim(article, analysis, claim, "quote") == "[denied] “Taking money.”\n— Lee Ford"


def test_reported_words_are_cited_without_quotation_marks(article: Article, analysis: Analysis) -> None:
    words, credit = cite_claim(article, analysis, analysis.claims[5]).split("\n")
    assert words == "Officials believe the work will take two years."
    assert credit.startswith("— Officials, reported in")


def test_plain_is_the_words_alone(article: Article, analysis: Analysis) -> None:
    assert cite_claim(article, analysis, analysis.claims[2], "plain") == "“I will not go. Nobody asked me.”"


def test_what_is_not_known_is_left_out(one_claim: OneClaim) -> None:
    article, analysis, claim = one_claim("“{Go,}” a voice [said].")
    assert cite_claim(article, analysis, claim) == "“Go,”\n— speaker not named"


def test_a_pronoun_that_was_not_resolved_is_no_name(one_claim: OneClaim) -> None:
    article, analysis, claim = one_claim("“{Go,}” <he> [said].", speaker_name="He")
    assert cite_claim(article, analysis, claim) == "“Go,”\n— “He”, not identified"


def test_quotation_marks_in_a_title_become_single_inside_its_own(article: Article, analysis: Analysis) -> None:
    titled = replace(article, title="“No dough”: bakers walk out")
    assert "quoted in “‘No dough’: bakers walk out”, Harlow Post" in cite_claim(titled, analysis, analysis.claims[0])


def test_a_date_that_is_no_iso_date_stays_as_written(article: Article, analysis: Analysis) -> None:
    odd = replace(article, published="early spring")
    assert ", early spring, https:" in cite_claim(odd, analysis, analysis.claims[0])


def test_markdown_is_a_block_quote_with_a_link_and_escapes(article: Article, analysis: Analysis) -> None:
    titled = replace(article, title="A [draft] of *it*", url="https://harlow.example/a_(b)")
    assert cite_claim(titled, analysis, analysis.claims[1], "markdown") == (
        "> She denied that the council had \\*known\\* about it.\n"
        ">\n"
        "> — **Ruth Adeyemi**, council leader, reported in "
        "[A \\[draft\\] of \\*it\\*](<https://harlow.example/a_(b)>), *Harlow Post*, 12 March 2026"
    )


def test_bibtex_has_the_fields_and_escapes_what_tex_would_obey(article: Article, analysis: Analysis) -> None:
    odd = replace(article, title="50% & more_{now}")
    entry = cite_claim(odd, analysis, analysis.claims[0], "bibtex")
    assert entry.splitlines()[0] == "@misc{whitfield2026more,"
    assert "  title        = {{50\\% \\& more\\_\\{now\\}}}," in entry
    assert "  month        = mar," in entry
    assert "  year         = {2026}," in entry
    assert "  url          = {https://harlow.example/mill-lane?edition=2}," in entry
    assert "council leader: ``We were told it was safe in January, and it was not.''" in entry


def test_bibtex_takes_people_apart_and_leaves_desks_whole(article: Article, analysis: Analysis) -> None:
    by = replace(article, byline=("Ana de la Cruz", "Harlow Post staff"))
    assert "author       = {Ana de la Cruz and {Harlow Post staff}}" in cite_claim(
        by, analysis, analysis.claims[0], "bibtex"
    )


def test_json_holds_the_claim_and_where_it_comes_from(article: Article, analysis: Analysis) -> None:
    record = json.loads(cite_claim(article, analysis, analysis.claims[1], "json"))
    assert record["text"] == "the council had *known* about it"
    assert record["denied"] is True
    assert (record["role"], record["site"], record["published"]) == (
        "council leader",
        "Harlow Post",
        "2026-03-12T09:30:00Z",
    )


def test_a_link_points_at_each_part_of_the_words(article: Article, analysis: Analysis) -> None:
    link = cite_claim(article, analysis, analysis.claims[2], "link")
    assert link == ("https://harlow.example/mill-lane?edition=2#:~:text=I%20will%20not%20go&text=Nobody%20asked%20me")


def test_a_link_to_many_words_gives_their_beginning_and_end_and_escapes_what_the_syntax_uses(
    one_claim: OneClaim,
) -> None:
    article, analysis, claim = one_claim(
        "“{Well-known, all of it, since the day we first opened the gates & let people in}” <she> [said].",
        url="https://harlow.example/x#top",
    )
    page, fragment = cite_claim(article, analysis, claim, "link").split("#")
    assert page == "https://harlow.example/x"
    assert fragment.startswith("top:~:text=Well%2Dknown%2C%20all")
    start, end = (unquote(part) for part in fragment.removeprefix("top:~:text=").split(","))
    assert article.text.index(start) < article.text.index(end)
    assert end == "gates & let people in"


def test_a_link_to_words_that_come_twice_says_what_stands_before_them(one_claim: OneClaim) -> None:
    article, analysis, claim = one_claim(
        "Go home, they read.\n\nThe mayor then [said]: “{Go home}” to <everybody>.", url="https://harlow.example/x"
    )
    fragment = unquote(cite_claim(article, analysis, claim, "link").split("#")[1])
    assert fragment == ":~:text=then said: “-,Go home"


def test_links_to_all_claims_of_a_long_article_read_it_once(
    article: Article, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(text: str) -> str:
        read.append(text)
        return " ".join(text.split())

    monkeypatch.setattr(citation, "flatten", reading)
    longer = replace(article, text=article.text + " ")
    for claim in analysis.claims:
        assert cite_claim(longer, analysis, claim, "link").startswith("https://")
    assert len(analysis.claims) > 2
    assert read.count(longer.text) == 1


def test_an_article_from_a_file_offers_no_link(article: Article, analysis: Analysis) -> None:
    local = replace(article, url=None)
    assert "link" in list_styles(article)
    assert "link" not in list_styles(local)
    with pytest.raises(ValueError, match="no web address"):
        cite_claim(local, analysis, analysis.claims[0], "link")


def test_an_unknown_style_is_named_with_the_known_ones(article: Article, analysis: Analysis) -> None:
    with pytest.raises(ValueError, match=r"'ris'.*quote, markdown"):
        cite_claim(article, analysis, analysis.claims[0], "ris")
