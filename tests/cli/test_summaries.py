"""`reader summary` over several articles, about words, of one speaker and of all sides."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

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


def test_words_that_are_asked_about(flood: str, reader: Run) -> None:
    done = reader("summary", "--about", "schools and lorries", flood)
    assert done.returncode == 0
    assert done.stdout.startswith("Schools will stay closed")


def test_words_that_nothing_speaks_of(flood: str, reader: Run) -> None:
    done = reader("summary", "--about", "zebra", flood)
    assert done.returncode == 0
    assert done.stdout == ""
    assert "no sentence speaks of 'zebra'" in done.stderr


def test_one_speaker(flood: str, reader: Run) -> None:
    done = reader("summary", "--speaker", "lund", flood)
    assert done.returncode == 0
    assert "asked for pumps" in done.stdout
    assert "Nobody answered us" in done.stdout
    assert "cattle" not in done.stdout


def test_a_speaker_who_is_not_there(flood: str, reader: Run) -> None:
    done = reader("summary", "--speaker", "nemo", flood)
    assert done.returncode == 0
    assert "no claim by 'nemo'; who is quoted: " in done.stderr


def test_all_sides(flood: str, reader: Run) -> None:
    done = reader("summary", "--sides", flood)
    assert done.returncode == 0
    assert "Lund" in done.stdout
    assert "cattle" in done.stdout


def test_main_speakers_are_heard_and_those_left_out_are_told(flood: str, reader: Run) -> None:
    import json

    done = reader("summary", "--voices", flood)
    assert done.returncode == 0
    assert "Lund" in done.stdout
    done = reader("summary", "--voices", "--sentences", "1", flood)
    assert done.returncode == 0
    assert "not heard: " in done.stderr
    done = reader("analyze", "--voices", flood)
    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"]["method"] == "news with voices"
    done = reader("analyze", flood)
    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"]["method"] == "news"


def test_several_articles_make_one_summary(flood: str, article: Path, reader: Run) -> None:
    done = reader("summary", "--sentences", "4", flood, article)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert {line[:3] for line in lines[:4]} == {"[1]", "[2]"}
    assert lines[4] == ""
    assert lines[5].startswith("[1] River Orn floods the lower town, ")


def test_several_articles_can_be_cited_and_cut_to_a_share(flood: str, article: Path, reader: Run) -> None:
    done = reader("summary", "--share", "10%", "--cite", flood, article)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[lines.index("") + 1] == "[1] “River Orn floods the lower town”"


def test_an_article_that_cannot_be_opened_is_left_out(flood: str, reader: Run) -> None:
    done = reader("summary", flood, flood + ".gone")
    assert done.returncode == 1
    assert done.stdout.startswith("[1] ")
    assert done.stderr.count("\n") == 1


def test_one_kind_at_a_time(flood: str, reader: Run) -> None:
    assert reader("summary", "--sides", "--about", "x", flood).returncode == 2
    assert reader("summary", "--sides", flood, flood).returncode == 2
    assert reader("summary", "--voices", flood, flood).returncode == 2
    assert reader("summary", "--voices", "--sides", flood).returncode == 2


def test_a_side_that_names_nobody_has_its_speaker_in_brackets(tmp_path: Path, reader: Run) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "Ferry strike goes on\n\nHarbour pilot Nora Quill came to the gate on Monday morning.\n\n"
        '"We will not go back to work before the boats are repaired," she said.\n',
        encoding="utf-8",
    )
    done = reader("summary", "--sides", path)
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("she said. [Nora Quill]")


def test_what_a_reader_should_know_of_the_language_and_length(tmp_path: Path, reader: Run) -> None:
    path = tmp_path / "kurz.txt"
    path.write_text(
        "Der Minister sprach am Montag in Berlin.\n\nEr sagte, die Lage sei ernst und die Regierung werde in der "
        "kommenden Woche handeln.\n",
        encoding="utf-8",
    )
    done = reader("summary", path)
    assert done.returncode == 0
    assert "the text is taken for German" in done.stderr
    assert "too short to need a summary" in done.stderr
