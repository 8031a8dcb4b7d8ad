"""Plain text as people paste it: what its lines are is told from the lines alone, and no word is lost."""

import re

import pytest

from reader.article import article_from_text, dateline_end, text_of
from tests.article.formats.conftest import BODY, Blocks


def test_title_standfirst_credit_byline_and_paragraphs(blocks: Blocks) -> None:
    article = article_from_text(
        "Mayor tells harbour the pier ‘must come down’ before winter\n\n"
        "According to engineer Tom Reave, the piles are rotten, but fishermen want to keep “their landing.”. "
        "Picture: Nordpress\n\nBy Carla Finch\n\n" + BODY
    )
    assert [kind for kind, _ in blocks(article)] == [
        "title",
        "standfirst",
        "caption",
        "byline",
        "paragraph",
        "paragraph",
    ]
    assert blocks(article)[1][1].endswith("“their landing.”.")
    assert blocks(article)[2] == ("caption", "Picture: Nordpress")
    assert article.title == "Mayor tells harbour the pier ‘must come down’ before winter"
    assert article.byline == ("Carla Finch",)


@pytest.mark.parametrize(
    "headline",
    [
        "Pier to be taken down",
        "Pier to be taken down.",
        "Talbot: ‘It will not stand’",
        "Will the pier stand?",
        "Pier, promised for decades, goes at last; ",
        "After A Hundred Years, The Pier Where Three Generations Fished Is To Be Taken Down For Good.",
    ],
)
def test_a_headline_is_the_title_with_or_without_its_stop(headline: str) -> None:
    article = article_from_text(f"{headline}\n\n{BODY}")
    assert article.blocks[0].kind == "title"
    assert article.title == headline.rstrip(" ;").removesuffix(".")


@pytest.mark.parametrize(
    "first",
    [
        "The mayor of Harrowgate, who was elected in May, said that the old pier had been a danger to the town.",
        "HARROWGATE, Maine (AP) — The pier goes.",
        "“We were told that it was safe,” she said:",
    ],
)
def test_a_first_paragraph_is_no_title(first: str) -> None:
    article = article_from_text(f"{first}\n\n{BODY}")
    assert article.title is None
    assert all(block.kind != "title" for block in article.blocks)


def test_a_single_line_is_a_paragraph(blocks: Blocks) -> None:
    assert blocks(article_from_text("The pier goes.")) == [("paragraph", "The pier goes.")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Carla Finch", ("Carla Finch",)),
        ("By Carla Finch and Omar Reyes", ("Carla Finch", "Omar Reyes")),
        ("By CARLA FINCH, OMAR REYES and ANN McKAY", ("Carla Finch", "Omar Reyes", "Ann McKay")),
        ("By Carla Finch, Political Editor", ("Carla Finch",)),
        ("By Carla Finch in Harrowgate and Omar Reyes in Oslo", ("Carla Finch", "Omar Reyes")),
        ("Words by Zoë Saint-Clair", ("Zoë Saint-Clair",)),
        ("By Jan van der Berg | The Harbour Post", ("Jan van der Berg",)),
        ("BY REUTERS", ("REUTERS",)),
    ],
)
def test_bylines_give_the_names_alone(line: str, names: tuple[str, ...]) -> None:
    assert article_from_text(f"Pier to be taken down\n\n{line}\n\n{BODY}").byline == names


@pytest.mark.parametrize(
    "line",
    [
        "By our education correspondent",
        "By a staff reporter",
        "By the news desk",
        "By an Evening Bell reporter in Oslo",
    ],
)
def test_a_byline_that_names_nobody_is_a_byline(line: str, blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\n{line}\n\n{BODY}")
    assert blocks(article)[:2] == [("title", "Pier to be taken down"), ("byline", line)]
    assert article.byline == ()


@pytest.mark.parametrize(
    "line",
    [
        "By 58%-33%, those surveyed said the pier should stay.",
        "By contrast, the harbour board wanted to keep it.",
        "By Monday the pier was gone.",
        "By winning the vote, Talbot ended the matter.",
    ],
)
def test_sentences_that_begin_with_by_are_no_bylines(line: str, blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{line}\n\n{BODY}")
    assert ("paragraph", line) in blocks(article)
    assert article.byline == ()


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("HARROWGATE, N.Y., Sept. 26 (UPI) — The pier goes.", "HARROWGATE, N.Y., Sept. 26 (UPI) —"),
        ("Harrowgate (AFP) – The pier goes.", "Harrowgate (AFP) –"),
        ("HARROWGATE -- The pier goes.", "HARROWGATE --"),
        ("PORT HARROW, Fla. - The pier goes.", "PORT HARROW, Fla. -"),
        ("Harrowgate, Jul 31 (PTI) The pier goes.", "Harrowgate, Jul 31 (PTI)"),
        (f"Newswise — The pier goes. {BODY}", "Newswise —"),
        (
            f"Newswise — HARROWGATE, N.Y., June 8, 2026 – The pier goes. {BODY}",
            "Newswise — HARROWGATE, N.Y., June 8, 2026 –",
        ),
        (f"(Harrowgate Post) -- The pier goes. {BODY}", "(Harrowgate Post) --"),
        (f"Harrowgate, NY (June 8, 2026) - The pier goes. {BODY}", "Harrowgate, NY (June 8, 2026) -"),
        (f"Harrowgate, NY, June 8, 2026-- The pier goes. {BODY}", "Harrowgate, NY, June 8, 2026--"),
        (
            f"HARROWGATE (Embargoed until 6 p.m., June 8, 2026): The pier goes. {BODY}",
            "HARROWGATE (Embargoed until 6 p.m., June 8, 2026):",
        ),
        (f"HARROWGATE --- The pier goes. {BODY}", "HARROWGATE ---"),
        (f"Ann Lee (June 8, 1926 – May 4, 2001) built the pier. {BODY}", ""),
        (f"On June 8, 2026 – The Day of the Sea – the pier went. {BODY}", ""),
        (f"UPDATE June 8, 2026: The pier stays. {BODY}", ""),
        ("Harrowgate Nights (June 8, 2026) - The Pier (May 4, 2026)", ""),
        (f"(The Harrowgate Post of Fyrd & Co.) -- The pier goes. {BODY}", "(The Harrowgate Post of Fyrd & Co.) --"),
        (f"Ann Lee, June 8, 2026: “The pier goes.” {BODY}", ""),
        (f'Mayor Ann Lee (June 8, 2026): "The pier goes." {BODY}', ""),
        (f"Born June 8, 1950 — the pier's own year — Ann Lee never left. {BODY}", ""),
        (f"Born June 8, 1950 — The Day of the Sea — Ann Lee never left. {BODY}", ""),
        (f"(Full disclosure) — The writer owns a part of the pier. {BODY}", ""),
        (f"(Applause) — “The pier goes,” the mayor said. {BODY}", ""),
        (f"CONDEMNED—That is what the pier is, the mayor said. {BODY}", ""),
        (f"HARLOW—She had not slept—said that the pier goes. {BODY}", ""),
        ("UNICO—The pier goes.", ""),
        ("HARROWGATE-based divers said no.", ""),
        ("EXCLUSIVE – The pier goes.", ""),
        ("Ann Lee (R) — and nobody else — came.", ""),
        ("The agency (AP) said so — twice.", ""),
        ("The pier — rotten since May — goes.", ""),
    ],
)
def test_a_dateline_is_parted_from_the_story_it_opens(paragraph: str, dateline: str, blocks: Blocks) -> None:
    assert paragraph[: dateline_end(paragraph)].rstrip() == dateline
    article = article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{paragraph}\n\n{BODY}")
    found = [words for kind, words in blocks(article) if kind == "dateline"]
    assert found == ([dateline] if dateline else [])
    assert paragraph in text_of(article)


def test_a_dateline_may_end_in_a_dash_without_spaces(blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\nHARROWGATE, Calif.—{BODY}")
    assert ("dateline", "HARROWGATE, Calif.—") in blocks(article)
    assert ("paragraph", BODY.partition("\n")[0]) in blocks(article)


def test_wires_however_often_named_are_one_dateline(blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\n{'Newswise — ' * 5000}{BODY}")
    assert [kind for kind, _ in blocks(article)[:3]] == ["title", "dateline", "paragraph"]
    assert ("paragraph", BODY.partition("\n")[0]) in blocks(article)


def test_a_day_opens_a_story_as_a_dateline_and_in_a_list_of_what_happened_when_it_is_prose(blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\nJune 8, 2026 -- {BODY}\n\n{BODY}")
    first = BODY.split("\n\n")[0]
    assert ("dateline", "June 8, 2026 --") in blocks(article)
    assert article.published == "2026-06-08"
    listed = article_from_text(f"The life of a pier\n\nMay 4, 1926 -- {BODY}\n\nJune 8, 2026 -- {BODY}")
    assert ("paragraph", f"May 4, 1926 -- {first}") in blocks(listed)
    assert listed.published is None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published 24 September 2026", "2026-09-24"),
        ("Sept. 4, 2026", "2026-09-04"),
        ("Updated: 4 May 2026 at 10:30 BST", "2026-05-04"),
        ("2026-05-04", "2026-05-04"),
        ("Monday, 5 October 2026, 11.45am", "2026-10-05"),
    ],
)
def test_a_line_that_is_a_date_dates_the_article(line: str, iso: str, blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\n{line}\n\n{BODY}")
    assert article.published == iso
    assert ("date", line) in blocks(article)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more: Harbour board in crisis",
        "Follow Carla Finch on Twitter @carlafinch.",
        "Share this article",
        "Sign up for our newsletter",
        "This story has been updated to include comments from the mayor.",
        "Correction: An earlier version of this article gave the wrong year.",
        "(Reporting by Carla Finch; Editing by Omar Reyes.)",
    ],
)
def test_lines_of_no_interest_and_notes_stay_but_are_no_body(line: str, blocks: Blocks) -> None:
    article = article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{line}\n\n{BODY}")
    assert ("other", line) in blocks(article)
    assert line not in text_of(article)


@pytest.mark.parametrize(
    "line", ["Watch the tide, he said.", "Share prices fell.", "Read the plan and weep, said Talbot."]
)
def test_sentences_that_begin_like_junk_are_kept_as_prose(line: str, blocks: Blocks) -> None:
    assert ("paragraph", line) in blocks(article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{line}\n\n{BODY}"))


def test_hard_wrapped_text_flows_again(blocks: Blocks) -> None:
    article = article_from_text(
        "Pier to be taken down\n\n"
        "The mayor of Harrowgate said on Monday that the old pier would\n"
        "be taken down before the winter, because no engineer would sign\n"
        "for it any more.\n\n"
        "The fishermen, who land their herring there, were told of it by\n"
        "letter, and some of them have sworn to chain themselves to it as\n"
        "soon as the first crane comes down the road.\n"
    )
    assert [kind for kind, _ in blocks(article)] == ["title", "paragraph", "paragraph"]
    assert blocks(article)[1][1].endswith("because no engineer would sign for it any more.")


def test_lines_without_empty_ones_between_are_paragraphs_each(blocks: Blocks) -> None:
    lines = BODY.split("\n\n") * 2
    article = article_from_text("Pier to be taken down\n" + "\n".join(lines))
    assert [words for kind, words in blocks(article) if kind == "paragraph"] == lines


def test_headings_lists_and_quotes(blocks: Blocks) -> None:
    article = article_from_text(
        f"Pier to be taken down\n\n{BODY}\n\nWhat happens next\n\n{BODY}\n\n- the crane\n- the barge\n\n> Keep it."
    )
    found = blocks(article)
    assert ("heading", "What happens next") in found
    assert [words for kind, words in found if kind == "list-item"] == ["- the crane", "- the barge"]
    assert ("quote", "Keep it.") in found


def test_a_list_that_was_run_together_is_a_list(blocks: Blocks) -> None:
    items = [
        "Bridge toll to double by May, council says",
        "- “No money left”: What the ferry’s owner wrote",
        "- 3 islands lose their post office",
        "- Harlow sells its pier. It was never used",
    ]
    article = article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{' '.join(items)}\n\n{BODY}")
    assert [words for kind, words in blocks(article) if kind == "list-item"] == items


@pytest.mark.parametrize(
    "line",
    [
        "The yard - Lund's last - closed in May, and the pier - of which few were fond - Harlow's oldest - goes too.",
        "The ferry - Halda - and the pier - Long Pier - were sold in May to the company that runs the port.",
        "Open in May - The Long Pier - and never used since.",
        "“It was late - I know - I said so - We all did - You too,” said Ida Moss.",
    ],
)
def test_dashes_in_a_sentence_make_no_list(blocks: Blocks, line: str) -> None:
    article = article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{line}\n\n{BODY}")
    assert ("paragraph", line) in blocks(article)


def test_speakers_in_a_transcript_are_no_headings(blocks: Blocks) -> None:
    question, answer = (
        "THE CHAIR: Sold to whom?",
        "STALLARD: " + "To the power company, for cooling, and lawfully. " * 2,
    )
    article = article_from_text(f"Pier to be taken down\n\n{BODY}\n\n{question}\n\n{answer}")
    assert ("paragraph", question) in blocks(article)


def test_no_word_of_the_text_is_lost() -> None:
    text = f"Pier to go;\nBoard says so.\n\nABSTRACT.\n\nHARROWGATE (AP) — {BODY}\n\nRead more: x\n\n- Carla Finch."
    assert re.findall(r"\w+", article_from_text(text).text) == re.findall(r"\w+", text)


def test_a_text_past_the_limit_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.article.assemble.MOST_CHARACTERS", 1_000_000)
    article = article_from_text("word " * 300_000)
    assert len(article.text) <= 1_000_000
    assert article.notes[0] == "only the first 1 million characters were kept"


def test_two_wrapped_lines_are_enough_when_a_sentence_is_torn(blocks: Blocks) -> None:
    article = article_from_text(
        "HARROWGATE (Reuters) - The government said on Monday that it would close hundreds of schools after the\n"
        "worst storm in a decade tore through the north of the country.\n\n   The minister said that the schools would "
        "stay shut until Thursday, because the roads to all of\nthem were still under water.\n"
    )
    assert [kind for kind, _ in blocks(article)] == ["dateline", "paragraph", "paragraph"]


def test_what_archives_and_agencies_leave_in_a_text(blocks: Blocks) -> None:
    article = article_from_text(
        "Tide tables wrong again;\n\nMinistry promises new ones before the spring.\n\nABSTRACT.\n\nThe ministry said "
        "on Monday that the tide tables were wrong.\n\nFULL TEXT.\n\nThe tide tables were wrong, the ministry said, by "
        "two hours and a quarter.\n\n(Pia Halloran/Invision/AP)\n\n(Packet Photo)\n\nMain image credit: Getty\n\n(AP)"
    )
    assert [kind for kind, _ in blocks(article)] == [
        "title", "standfirst", "other", "paragraph", "other", "paragraph", "caption", "caption", "caption", "caption",
    ]  # fmt: skip


def test_a_heading_in_capitals_is_no_dateline(blocks: Blocks) -> None:
    article = article_from_text(
        "The tide tables\n\nThe ministry's numbers are wrong for the third year in a row, and nobody is surprised.\n\n"
        "HARBOUR'S NUMBERS FAVOUR THE SEALS, BUT THE BOATS FAVOUR NOON - A long look at the tide tables, said Bo Ray."
    )
    assert "dateline" not in [kind for kind, _ in blocks(article)]


def test_a_sentence_between_dashes_is_no_dateline(blocks: Blocks) -> None:
    line = "Everybody left – on 3 September 2026 – The Lamp by its side door, as they always had, one after the other."
    assert [kind for kind, _ in blocks(article_from_text(f"The Lamp\n\n{line}\n\n{BODY}"))][1] == "paragraph"
