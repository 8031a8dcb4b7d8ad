"""Feeds and books on the command line: listed by `reader list`, analysed item by item, one item at a time elsewhere."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WORDS = "The ferry came back at noon with a goat on board, said the porter, who had seen it. " * 15
FEED = (
    "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Harbour News</title>"
    "<item><title>One\t &amp;#27;[31mgoat</title><pubDate>Sun, 05 Apr 2026 08:00:00 GMT</pubDate>"
    f"<content:encoded>&lt;p&gt;{WORDS}&lt;/p&gt;</content:encoded></item>"
    f"<item><title>Two goats</title><content:encoded>&lt;p&gt;{WORDS}&lt;/p&gt;</content:encoded></item>"
    "</channel></rss>"
)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    return path


def test_a_list_is_one_line_an_item(reader: Run, feed: Path) -> None:
    done = reader("list", "feed.xml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "feed.xml#1\t2026-04-05\tOne goat\nfeed.xml#2\t\tTwo goats\n"


def test_a_list_of_files_folders_and_what_cannot_be_read(reader: Run, article: Path, feed: Path) -> None:
    done = reader("list", "bridge.txt", "missing.txt", "feed.xml")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "bridge.txt\t\tCouncil votes to close the old bridge"
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr.startswith("reader: missing.txt: no such file")
    assert len(reader("list", ".").stdout.splitlines()) == 1


@pytest.mark.parametrize("command", ["list", "analyze"])
def test_what_may_hold_articles_in_a_folder_and_is_passed_over_is_told(
    command: str, reader: Run, article: Path, feed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "page.txt").write_bytes(article.read_bytes())
    (folder / "rows.jsonl").write_text('{"text": "x"}', encoding="utf-8")
    (folder / "feed.xml").write_bytes(feed.read_bytes())
    (folder / "picture.png").write_bytes(b"x")
    done = reader(command, folder)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert done.stderr.count("\n") == 1
    assert "passed over: feed.xml, rows.jsonl;" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_item_of_a_feed_is_analysed(jobs: str, reader: Run, article: Path, feed: Path) -> None:
    done = reader("analyze", "feed.xml", "bridge.txt", "feed.xml#2", "--jobs", jobs)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["source"] for each in found] == ["feed.xml#1", "feed.xml#2", "bridge.txt", "feed.xml#2"]
    assert [each["article"]["title"] for each in found][:2] == ["One goat", "Two goats"]
    assert found[1] == found[3]
    assert done.returncode == 0


def test_one_item_is_an_article_everywhere(reader: Run, feed: Path) -> None:
    assert reader("text", "feed.xml#2").stdout.startswith("Two goats\n\nThe ferry came back")
    assert "the porter" in reader("claims", "feed.xml#2").stdout
    assert reader("summary", "feed.xml#2", "--sentences", "1").stdout.count("\n") == 1
    assert reader("text", "-#2", stdin=feed.read_bytes()).stdout.startswith("Two goats\n")
    assert reader("text", "--", "-#2", stdin=feed.read_bytes()).stdout.startswith("Two goats\n")


def test_the_feed_alone_is_all_of_it_on_one_page_and_says_so(reader: Run, feed: Path) -> None:
    done = reader("text", "feed.xml")
    assert "One goat" in done.stdout
    assert "Two goats" in done.stdout
    assert done.stderr == (
        "reader: feed.xml: this is a feed of 2 items; add # and a number to open one of them, as in feed.xml#1\n"
    )


def test_an_item_that_is_not_there(reader: Run, article: Path, feed: Path) -> None:
    done = reader("analyze", "feed.xml#9", "bridge.txt#1")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first == {"source": "feed.xml#9", "error": "there is no #9: it holds items 1 to 2; `reader list` shows them"}
    assert "leave out #1" in second["error"]
    assert done.returncode == 1


@pytest.mark.parametrize(
    "title", ["A family \U0001f468\u200d\U0001f469\u200d\U0001f467 moves", "می\u200cخواهم بروم", "क\u094d\u200dष"]
)
def test_joiners_that_belong_to_a_title_are_not_spelled_out(reader: Run, tmp_path: Path, title: str) -> None:
    (tmp_path / "one.html").write_text(
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{WORDS}</p></article></body></html>",
        encoding="utf-8",
    )
    assert reader("list", "one.html").stdout.rstrip("\n").split("\t")[2] == title
    assert reader("list", "a\u200db\u202e.txt").stderr.startswith("reader: a\\u200db\\u202e.txt: ")


def test_a_tag_may_be_of_any_script(reader: Run, article: Path) -> None:
    assert reader("add", "--later", "--tag", "می\u200cخواهم", article).returncode == 0
    assert "می\u200cخواهم" in reader("library", "list").stdout
    assert reader("add", "--later", "--tag", "red\u202eder", article).stderr.count("\n") == 1
