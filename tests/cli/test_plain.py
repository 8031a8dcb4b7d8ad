"""`reader --plain`: read out line by line, with commands of one letter, and nothing that could drive a terminal."""

from pathlib import Path

import pytest

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Summary
from reader.article.model import Article, Block, Span
from reader.commands.plain_walk import END, Walk
from reader.export import spoken
from tests.cli.conftest import Run
from tests.terminal import Terminal

TEXT = """Ferries stop

The crews voted to strike. “We are tired,” said Ivo Marek.

Heading for lambs

According to Ida Berg, lambs will wait. She denied that any had died.

“Nobody asked us,” Marek added."""


def _span(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


def _walk() -> Walk:
    kinds = ("title", "paragraph", "heading", "paragraph", "paragraph")
    blocks, at = [], 0
    for kind, words in zip(kinds, TEXT.split("\n\n"), strict=True):
        blocks.append(Block(kind, (at, at + len(words))))  # type: ignore[arg-type]
        at += len(words) + 2
    article = Article(TEXT, tuple(blocks), title="Ferries stop", byline=("Hanne Lind",), published="2026-05-04")
    marek = Actor("a1", "Ivo Marek", "person", "union secretary", claims=("c1", "c4"))
    berg = Actor("a2", "Ida Berg", "person", claims=("c2", "c3"))
    island = Actor("a3", "Osmund Island", "place")
    claims = (
        Claim("c1", "direct", "said", (_span("We are tired,"),), (_span("said"),), (_span("Ivo Marek"),), "a1"),
        Claim(
            *("c2", "indirect", "said", (_span("lambs will wait"),), (_span("According to"),)),
            *((_span("Ida Berg"),), "a2"),
        ),
        Claim(
            *("c3", "indirect", "said", (_span("that any had died"),), (_span("denied"),)),
            *((_span("She"),), "a2"),
            speaker_confidence=0.4,
        ),
        Claim("c4", "direct", "said", (_span("Nobody asked us,"),), (_span("added"),), (_span("Marek"),), "a1"),
    )
    sentence = Sentence(_span("The crews voted to strike."), 1)
    return Walk(article, Analysis((sentence,), (marek, berg, island), claims, Summary("lead", (0,))))


def test_a_claim_is_read_with_name_role_cue_and_words_and_a_denial_in_the_articles_own() -> None:
    walk = _walk()
    read = [spoken.claim(walk.article, walk.analysis, claim) for claim in walk.claims]
    assert read == [
        "Ivo Marek, union secretary, said: “We are tired,”",
        "According to Ida Berg: lambs will wait",
        "Ida Berg: She denied that any had died",
        "Ivo Marek, union secretary, added: “Nobody asked us,”",
    ]
    assert spoken.facts(walk.article) == "By Hanne Lind. 4 May 2026"


@pytest.mark.parametrize(
    ("commands", "last"),
    [
        (["", ""], "Heading: Heading for lambs"),
        (["", "n"], "Ivo Marek, union secretary, said: “We are tired,” (1 of 4)"),
        (["n", ""], "According to Ida Berg: lambs will wait (2 of 4)"),
        (["n", "m"], "Ivo Marek, union secretary, added: “Nobody asked us,” (4 of 4)"),
        (["n", "m", "m"], "No more by them; they have 2 claims in all."),
        (["M berg", "m berg"], "Ida Berg: She denied that any had died (3 of 4, doubtful)"),
        (["m nobody"], "Nobody called nobody is quoted; a tells who is."),
        (["3", "c"], "According to Ida Berg, lambs will wait. She denied that any had died."),
        (["3", "b"], "According to Ida Berg: lambs will wait (2 of 4)"),
        (["3", "p"], "“Nobody asked us,” Marek added."),
        (["99"], "There are 4 claims."),
        (["9" * 4301], "There are 4 claims."),
        (["p", "b"], "This is the beginning."),
        (["/LAMBS"], "Heading: Heading for lambs"),
        (["/LAMBS", "/lambs", "n"], "According to Ida Berg: lambs will wait (2 of 4)"),
        (["/wolves"], "wolves does not stand in this article."),
        (["4", "n"], "No more claims. b goes back, t to the beginning, q quits."),
        (["p", "p", "p", "p", "p"], END),
        (["s"], "The crews voted to strike."),
        (["a"], "Named, and not quoted: Osmund Island"),
        (["\x1b[2J"], "[2J is no command; h tells all."),
    ],
)
def test_each_command_answers_from_where_the_listener_stands(commands: list[str], last: str) -> None:
    walk = _walk()
    answers = [walk.answer(command) for command in commands]
    assert answers[-1][-1] == last


def test_it_works_through_pipes_and_reads_all_out_where_nobody_asks(article: Path, reader: Run) -> None:
    done = reader("--plain", article, stdin=b"n\nq\nnever heard\n")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0] == "Council votes to close the old bridge"
    assert lines[-1].startswith("Ruth Adeyemi, council leader, said: ") or " of " in lines[-1]
    silent = reader("--plain", article)
    assert "carries eleven thousand vehicles" in silent.stdout
    assert silent.stdout.startswith(done.stdout[: done.stdout.index(lines[-1])])
    missing = reader("--plain", "nothing.txt")
    assert (missing.returncode, missing.stderr.count("\n")) == (1, 1)


def test_several_articles_are_walked_by_letter_and_listed(article: Path, reader: Run, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    item = "<item><title>{0}</title><description>{0} is told here, and it is long enough to read.</description></item>"
    items = "".join(item.format(name) for name in ("One", "Two\x9b2J"))
    feed.write_text(f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>", encoding="utf-8")
    heard = reader("--plain", feed, stdin=b"2\nk\nk\nl\nx\n").stdout.splitlines()
    assert heard[:3] == ["News", "2 articles:", "1: One"]
    assert heard.index("One") < heard.index("There is no such article here.")
    assert any(line.startswith("Two") for line in heard[4 : heard.index("One")])
    assert heard[-1] == "A number opens an article; h tells all."
    assert all(line.isprintable() for line in heard)


def test_a_dumb_terminal_is_only_printed_on(article: Path, tmp_path: Path) -> None:
    terminal = Terminal([str(article)], tmp_path, term="dumb")
    terminal.until("h help, q quit.")
    terminal.press("n\n")
    terminal.until("(1 of ")
    terminal.press("q\n")
    assert terminal.status() == 0
    assert "\x1b" not in terminal.seen


def test_into_a_pipe_all_sources_are_printed_and_a_bad_one_is_told_and_passed_over(reader: Run, tmp_path: Path) -> None:
    for name, words in (("one", "The crews voted to strike."), ("none", ""), ("two", "The lambs will wait.")):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    done = reader(*(str(tmp_path / f"{name}.txt") for name in ("one", "none", "two")))
    assert done.returncode == 1
    assert done.stdout.index("The crews voted") < done.stdout.index("The lambs will wait")
    assert done.stderr.splitlines() == [f"reader: {tmp_path / 'none.txt'}: it is empty; there is nothing to read"]
