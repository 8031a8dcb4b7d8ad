"""Posts that stand in an article with their writer's name and handle behind a dash are what that one said."""

from collections.abc import Sequence

import pytest

from reader.analysis.claims.signatures import find_headed, find_posts, find_signed
from tests.analysis.conftest import Page, Reads

HEADLINE = "Quay sold in Harlow\n\nMany sailors came to see it.\n\n"


@pytest.mark.parametrize(
    ("post", "source", "content"),
    [
        ("The quay was ours. — Ida Moss (@idamoss) May 2, 2017", "Ida Moss", "The quay was ours."),
        ("The quay was ours – Ida Moss (@idamoss)", "Ida Moss", "The quay was ours"),
        ("Shame on them. https://t.co/a1 pic.twitter.com/b2 > > — Moss (@idamoss)", "Moss", "Shame on them."),
        ("He is a thief, the mayor says. — Ida Moss (@idamoss)", "Ida Moss", "He is a thief, the mayor says."),
        ("The quay was ours. — (@idamoss) May 2, 2017", "@idamoss", "The quay was ours."),
        ("The quay was ours. — 🔥✨ (@idamoss) May 2, 2017", "@idamoss", "The quay was ours."),
    ],
)
def test_a_post_is_what_its_writer_said(post: str, source: str, content: str) -> None:
    page = Page(HEADLINE + post + "\n\nThe mayor left.")
    (one,) = find_posts(page.document)
    assert page.told(one) == (source, "—" if "—" in post else "–", content)


@pytest.mark.parametrize(
    "text",
    [
        "pic.twitter.com/b2 — Ida Moss (@idamoss) May 2, 2017",
        "The quay — Ida Moss (@idamoss) owned it — was sold in May.",
        "The quay was sold by Ida Moss (@idamoss)",
    ],
)
def test_links_and_sentences_are_no_posts(text: str) -> None:
    assert not find_posts(Page(HEADLINE + text).document)


def test_what_others_say_in_a_post_stands_within_it(read: Reads) -> None:
    got = read(HEADLINE + "The sale is off, the mayor said. We won! — Ida Moss (@idamoss) May 2, 2017\n")
    assert got.said() == [("Ida Moss", "The sale is off, the mayor said. We won!")]


@pytest.mark.parametrize("name", ["", "🔥✨ ", ". ", "_ ", "7 "])
def test_a_post_without_a_name_is_of_its_handle_or_of_what_signs_it(read: Reads, name: str) -> None:
    got = read(HEADLINE + f"Our quay is lost to all of us. — {name}(@idamoss) May 2, 2017\n")
    assert [content for _, content in got.said()] == ["Our quay is lost to all of us."]


def test_the_bullet_of_the_next_item_signs_nothing() -> None:
    text = (
        "Three things to know\n\n- “Always count your change before you leave.”\n- Rita Soto, a teacher, advised "
        "readers to walk.\n- “Walking costs nothing and does you good.”\n"
    )
    assert not find_signed(Page(text).document)


CRITICS = ("Ida Moss (Harbour Times)", "2. Tom Hale, harbour master", "Dr Ann Lund (Evening Quay) ▼")


def list_critics(heads: Sequence[str]) -> str:
    return "\n\n".join(f"{head}\n\n“The boat sinks, and film {i} with it.”" for i, head in enumerate(heads))


def test_quotations_in_a_list_are_whom_the_lines_above_name() -> None:
    page = Page(list_critics(CRITICS))
    assert [page.told(one) for one in find_headed(page.document)] == [
        ("Ida Moss", "", "“The boat sinks, and film 0 with it.”"),
        ("Tom Hale", "", "“The boat sinks, and film 1 with it.”"),
        ("Dr Ann Lund", "", "“The boat sinks, and film 2 with it.”"),
    ]


def test_a_quotation_in_a_list_may_have_paragraphs_of_its_own(read: Reads) -> None:
    end = "“It is too long.”\n\nThe film opens in May.\n\n“Nobody came.”"
    got = read(f"Critics on boats\n\n{list_critics(CRITICS)}\n\n{end}\n")
    assert got.said()[2:] == [("Ann Lund", "The boat sinks, and film 2 with it. … It is too long.")]


@pytest.mark.parametrize("heads", [CRITICS[:2], ["Ida Moss left (in May)", "What they say", "The Quay"]])
def test_few_lines_or_lines_that_name_nobody_make_no_list(heads: Sequence[str]) -> None:
    assert not find_headed(Page(list_critics(heads)).document)
