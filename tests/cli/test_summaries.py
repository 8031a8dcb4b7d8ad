"""`reader summary` over several articles, about words, of one speaker and of all sides."""

from pathlib import Path

import pytest

from reader.cli import main

FLOOD = """River Orn floods the lower town

The river Orn broke its banks on Sunday and flooded three hundred houses in the lower town, the fire service said.

Mayor Ida Lund said the town had asked for pumps in March. "Nobody answered us," Lund said.

Farmer Tor Belling said his cattle had drowned in their stalls.

Schools will stay closed until Thursday, and the bridge is shut to lorries.
"""


@pytest.fixture
def flood(tmp_path: Path) -> str:
    path = tmp_path / "flood.txt"
    path.write_text(FLOOD, encoding="utf-8")
    return str(path)


def test_words_that_are_asked_about(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--about", "schools and lorries", flood]) == 0
    assert capsys.readouterr().out.startswith("Schools will stay closed")


def test_words_that_nothing_speaks_of(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--about", "zebra", flood]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no sentence speaks of 'zebra'" in captured.err


def test_one_speaker(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--speaker", "lund", flood]) == 0
    out = capsys.readouterr().out
    assert "asked for pumps" in out
    assert "Nobody answered us" in out
    assert "cattle" not in out


def test_a_speaker_who_is_not_there(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--speaker", "nemo", flood]) == 0
    assert "no claim by 'nemo'; who is quoted: " in capsys.readouterr().err


def test_all_sides(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--sides", flood]) == 0
    out = capsys.readouterr().out
    assert "Lund" in out
    assert "cattle" in out


def test_main_speakers_are_heard_and_those_left_out_are_told(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    assert main(["summary", "--voices", flood]) == 0
    assert "Lund" in capsys.readouterr().out
    assert main(["summary", "--voices", "--sentences", "1", flood]) == 0
    assert "not heard: " in capsys.readouterr().err
    assert main(["analyze", "--voices", flood]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["method"] == "news with voices"
    assert main(["analyze", flood]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["method"] == "news"


def test_several_articles_make_one_summary(flood: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--sentences", "4", flood, str(article)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line[:3] for line in lines[:4]} == {"[1]", "[2]"}
    assert lines[4] == ""
    assert lines[5].startswith("[1] River Orn floods the lower town, ")


def test_several_articles_can_be_cited_and_cut_to_a_share(
    flood: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["summary", "--share", "10%", "--cite", flood, str(article)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index("") + 1] == "[1] “River Orn floods the lower town”"


def test_an_article_that_cannot_be_opened_is_left_out(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", flood, flood + ".gone"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("[1] ")
    assert captured.err.count("\n") == 1


def test_one_kind_at_a_time(flood: str) -> None:
    assert main(["summary", "--sides", "--about", "x", flood]) == 2
    assert main(["summary", "--sides", flood, flood]) == 2
    assert main(["summary", "--voices", flood, flood]) == 2
    assert main(["summary", "--voices", "--sides", flood]) == 2


def test_a_side_that_names_nobody_has_its_speaker_in_brackets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "Ferry strike goes on\n\nHarbour pilot Nora Quill came to the gate on Monday morning.\n\n"
        '"We will not go back to work before the boats are repaired," she said.\n',
        encoding="utf-8",
    )
    assert main(["summary", "--sides", str(path)]) == 0
    assert capsys.readouterr().out.rstrip().endswith("she said. [Nora Quill]")


def test_what_a_reader_should_know_of_the_language_and_length(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kurz.txt"
    path.write_text(
        "Der Minister sprach am Montag in Berlin.\n\nEr sagte, die Lage sei ernst und die Regierung werde in der "
        "kommenden Woche handeln.\n",
        encoding="utf-8",
    )
    assert main(["summary", str(path)]) == 0
    told = capsys.readouterr().err
    assert "the text is taken for German" in told
    assert "too short to need a summary" in told
