"""Mails as programs write them: flowed lines, several parts, list footers, mails within mails."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.article.formats.mail_text import text_pieces
from reader.article.parsing import parse

Blocks = Callable[[Article], list[tuple[str, str]]]
HEAD = (
    "From: Ute Lang <ute@mill.example>\nSubject: The sluice\nDate: Sun, 05 Apr 2026 08:00:00 +0100\nMIME-Version: 1.0\n"
)


def mail(content_type: str, body: str) -> bytes:
    return f"{HEAD}Content-Type: {content_type}\nContent-Transfer-Encoding: 8bit\n\n{body}".encode()


def part(content_type: str, body: str) -> str:
    return f"--x\nContent-Type: {content_type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"


def body(article: Article, blocks: Blocks) -> list[tuple[str, str]]:
    return [found for found in blocks(article) if found[0] not in ("title", "byline")]


FLOWED = "text/plain; charset=utf-8; format=flowed"


def test_flowed_lines_join_and_others_stay_apart(blocks: Blocks, sound: Callable[[Article], None]) -> None:
    text = "The sluice broke \nat dawn.\nNobody slept.\n\n> Did it \n> hold?\n>> It will \n>> hold.\n-- \nUte\n"
    article = parse(mail(FLOWED, text))
    sound(article)
    assert body(article, blocks) == [
        ("paragraph", "The sluice broke at dawn."),
        ("paragraph", "Nobody slept."),
        ("quote", "Did it hold?"),
        ("quote", "It will hold."),
        ("other", "--"),
        ("other", "Ute"),
    ]


def test_the_space_that_only_marks_a_flowed_line_goes_where_the_mail_says_so(blocks: Blocks) -> None:
    article = parse(mail(FLOWED + "; DelSp=Yes", "The slu \nice broke at  \ndawn.\n\n水车在黎明 \n停了。\n"))
    assert body(article, blocks) == [("paragraph", "The sluice broke at dawn."), ("paragraph", "水车在黎明停了。")]


def test_a_mail_that_says_flowed_and_is_wrapped_by_hand_flows_too(blocks: Blocks) -> None:
    text = (
        "The sluice broke at dawn, and the water took the bridge with it before\nanybody could be woken; the miller"
        " says that he had warned of it for years,\nand that nobody had listened to him.\n"
    )
    assert [kind for kind, _ in body(parse(mail(FLOWED, text)), blocks)] == ["paragraph"]


def test_of_alternatives_one_is_read_and_the_parts_of_a_mixture_all(blocks: Blocks) -> None:
    plain, html = part("text/plain", "The sluice broke."), part("text/html", "<p>The <b>sluice</b> broke.</p>")
    article = parse(mail('multipart/alternative; boundary="x"', f"{plain}{html}--x--\n"))
    assert body(article, blocks) == [("paragraph", "The sluice broke.")]
    second = part("text/html", "<p>Nobody slept.</p>")
    article = parse(mail('multipart/mixed; boundary="x"', f"{plain}{second}--x--\n"))
    assert body(article, blocks) == [("paragraph", "The sluice broke."), ("paragraph", "Nobody slept.")]


def test_an_alternative_that_says_far_less_is_not_taken(blocks: Blocks) -> None:
    plain = part("text/plain", "The sluice broke at dawn. Nobody slept, said the miller.")
    html = part("text/html", "<p>Please use another program.</p>")
    empty = part("text/html", "<p>Use text.</p>")
    assert "miller" in parse(mail('multipart/alternative; boundary="x"', f"{plain}{empty}--x--\n")).text
    article = parse(mail('multipart/alternative; boundary="x"', f"{plain}{html * 2}--x--\n"))
    assert "miller" in article.text


def test_a_mixture_of_the_same_words_twice_is_read_once() -> None:
    words = "The sluice broke at dawn and nobody in the valley slept, said the miller, who had warned of it for years."
    same = f"{part('text/plain', words)}{part('text/html', f'<p>{words}</p>')}--x--\n"
    assert parse(mail('multipart/mixed; boundary="x"', same)).text.count("said the miller") == 1


def test_the_footer_of_a_mailing_list_is_no_text(blocks: Blocks) -> None:
    text = (
        "The sluice broke.\n\n_______________________________________________\nmill-l mailing list\n"
        "mill-l@mill.example\nhttps://mill.example/mailman/listinfo/mill-l\n"
    )
    assert [kind for kind, _ in body(parse(mail("text/plain; charset=utf-8", text)), blocks)] == [
        "paragraph",
        "other",
        "other",
        "other",
        "other",
    ]


def test_a_rule_above_the_last_words_is_no_footer(blocks: Blocks) -> None:
    text = "The sluice broke.\n\n____________\nNobody slept, said the miller.\n"
    assert body(parse(mail("text/plain", text)), blocks)[-1] == ("paragraph", "Nobody slept, said the miller.")


def test_the_headers_of_forwarded_mails_are_no_text_at_any_depth(blocks: Blocks) -> None:
    text = (
        "Read this.\n\n---------- Forwarded message ---------\nFrom: Bo Ray <bo@mill.example>\nDate: Sat, 4 Apr 2026\n"
        "Subject: Fwd: The sluice\nTo: Ute Lang <ute@mill.example>,\n  Cy Young <cy@mill.example>\n\nIt is worse"
        " than that.\n\n> -----Original Message-----\n> Von: Cy Young\n> Gesendet: Freitag\n> An: Bo Ray\n>"
        " Betreff: The sluice\n>\n> The sluice broke.\n>\n>> On Friday, 3 April 2026, Dee Low <dee@mill.example>\n"
        ">> wrote:\n>> Will it hold?\n"
    )
    assert [found for found in body(parse(mail("text/plain", text)), blocks) if found[0] != "other"] == [
        ("paragraph", "Read this."),
        ("paragraph", "It is worse than that."),
        ("quote", "The sluice broke."),
        ("quote", "Will it hold?"),
    ]


def test_words_below_a_signature_that_somebody_else_wrote_stay(blocks: Blocks) -> None:
    text = "I agree.\n\n-- \nUte Lang\n\nOn Sat, 4 Apr 2026, Bo Ray wrote:\n> The sluice broke.\n"
    assert body(parse(mail("text/plain", text)), blocks) == [
        ("paragraph", "I agree."),
        ("other", "--"),
        ("other", "Ute Lang"),
        ("other", "On Sat, 4 Apr 2026, Bo Ray wrote:"),
        ("quote", "The sluice broke."),
    ]


def test_a_mail_that_holds_a_mail(blocks: Blocks) -> None:
    inner = (
        "From: Bo Ray <bo@mill.example>\nSubject: It broke\nMIME-Version: 1.0\nContent-Type: text/plain\n\nAt dawn.\n"
    )
    article = parse(
        mail(
            'multipart/mixed; boundary="x"',
            f"{part('text/plain', 'Read this.')}--x\nContent-Type: message/rfc822\n\n{inner}\n--x--\n",
        )
    )
    assert body(article, blocks) == [
        ("paragraph", "Read this."),
        ("heading", "It broke"),
        ("other", "From: Bo Ray <bo@mill.example>"),
        ("paragraph", "At dawn."),
    ]
    assert article.byline == ("Ute Lang",)


def test_the_headers_that_a_program_forwards_in_html(blocks: Blocks) -> None:
    html = (
        "<div>Read this.</div><div class=q>---------- Forwarded message ---------<br>From: <b>Bo Ray</b>"
        " &lt;bo@mill.example&gt;<br>Date: Sat, 4 Apr 2026<br>Subject: The sluice<br>To: Ute<br></div><br><br>"
        "<div>It broke.</div>"
    )
    kinds = {words[:9]: kind for kind, words in body(parse(mail("text/html", html)), blocks)}
    assert kinds == {"Read this": "paragraph", "---------": "other", "It broke.": "paragraph"}


def test_a_subject_in_bytes_that_no_header_may_hold() -> None:
    raw = mail("text/plain", "It broke.").replace(b"The sluice", "Das Mühlrad".encode())
    assert parse(raw).title == "Das Mühlrad"
    assert parse(raw.decode().encode("cp1252")).title == "Das Mühlrad"


def test_mails_in_mails_in_mails_end_somewhere(sound: Callable[[Article], None]) -> None:
    inner = "From: a@b.example\nSubject: x\nDate: y\nContent-Type: text/plain\n\nWords of the innermost.\n"
    for _ in range(200):
        inner = f"From: a@b.example\nSubject: x\nDate: y\nContent-Type: message/rfc822\n\n{inner}"
    sound(parse(inner.encode()))


@pytest.mark.parametrize("flowed", [True, False])
@given(lines=st.lists(st.sampled_from(["> ", ">> ", "a b ", "A line.", "", " ", "-- ", "To: x", "From: y", "----"])))
@settings(max_examples=100, deadline=None)
def test_no_word_of_a_text_part_is_lost(lines: list[str], flowed: bool) -> None:
    text = "\n".join(lines)
    said = " ".join(given.text for given in text_pieces(text, flowed=flowed))
    assert "".join(said.split()) == "".join(text.replace(">", "").split())
