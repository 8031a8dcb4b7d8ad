"""Posts that stand in an article with their writer's name and handle behind a dash are what that one said."""

import pytest

from reader.analysis.claims.signatures import find_posts, find_signed
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
