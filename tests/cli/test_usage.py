"""Help, version and wrong usage."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from tests.cli.conftest import Run

HEAVY = ("textual", "nltk", "sumy", "numpy", "trafilatura", "lxml", "httpx", "onnxruntime", "tqdm")


def test_version(reader: Run) -> None:
    done = reader("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"reader {__version__}\n", "")


def test_help_names_every_command(reader: Run) -> None:
    done = reader("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for command in ("analyze", "summary", "claims", "text"):
        assert f"reader {command}" in done.stdout


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("analyze", ("--jobs", "--summary-sentences", "--summary-words", "--method")),
        ("summary", ("--sentences", "--words", "--method")),
        ("claims", ("--speaker", "--format", "--type")),
        ("text", ("--body",)),
    ],
)
def test_each_command_explains_its_options(reader: Run, command: str, options: tuple[str, ...]) -> None:
    done = reader(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    for option in options:
        assert option in done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["analyze", "--help"], ["summary"]])
def test_help_and_usage_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from reader.cli import main; status = main(sys.argv[1:]);"
        f" print('heavy:', sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "heavy: []"


def test_no_command_imports_the_screen(article: Path) -> None:
    code = (
        "import sys; from reader.cli import main;"
        " statuses = [main([command, sys.argv[1]]) for command in ('analyze', 'summary', 'claims', 'text')];"
        " print('statuses:', statuses, 'screen:', 'textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(article)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "statuses: [0, 0, 0, 0] screen: False"


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze",),
        ("summary",),
        ("claims",),
        ("text",),
        ("text", "one.txt", "two.txt"),
        ("summary", "one.txt", "--sentences", "0"),
        ("summary", "one.txt", "--sentences", "three"),
        ("summary", "one.txt", "--sentences", "2", "--words", "50"),
        ("summary", "one.txt", "--method", "no-such-method"),
        ("analyze", "one.txt", "--method", "no-such-method"),
        ("analyze", "one.txt", "--jobs", "-1"),
        ("claims", "one.txt", "--format", "xml"),
        ("text", "one.txt", "--bodyx"),
        ("--no-such-option",),
        ("summary", "one.txt", "--about", ""),
        ("feeds", "add", ""),
        ("summary", "one.txt", "--speaker", " "),
        ("claims", "one.txt", "--speaker", ""),
        ("compare", "one.txt", "--record", ""),
        ("",),
        ("text", ""),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(reader: Run, arguments: tuple[str, ...]) -> None:
    done = reader(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reader")
    assert done.stderr.count("\n") == 1
    assert "--help" in done.stderr


@pytest.mark.parametrize("command", ["analyze", "summary"])
def test_help_describes_every_summary_method(reader: Run, command: str) -> None:
    from reader.analysis.summary import METHODS, describe

    shown = reader(command, "--help").stdout
    assert all(f"{name} " in shown and describe(name) in shown for name in METHODS)


def test_a_wrong_method_lists_the_right_ones(reader: Run) -> None:
    from reader.analysis.summary import METHODS

    done = reader("summary", "one.txt", "--method", "no-such-method")
    assert all(name in done.stderr for name in METHODS)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("feeds", "which command? add, list, items"),
        ("library", "which command? list, show, search"),
        ("completion", "which shell? bash, zsh, fish"),
        ("feeds add", "give ADDRESS"),
    ],
)
def test_a_command_that_lacks_something_says_what_there_is(reader: Run, command: str, told: str) -> None:
    done = reader(*command.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr


@pytest.mark.parametrize("arguments", [("--private", "text"), ("--private", "--plain", "text"), ("--plain", "library")])
def test_options_may_stand_before_the_command(reader: Run, article: Path, arguments: tuple[str, ...]) -> None:
    *options, command = arguments
    before, behind = reader(*options, command, article), reader(command, article, *options)
    assert before == behind
    assert before.returncode == (0 if options == ["--private"] else 2)


@pytest.mark.parametrize("typed", ["librry", "feed", "achive", "clams", "manul"])
def test_a_mistyped_command_is_told_whatever_kind_it_is(reader: Run, typed: str) -> None:
    done = reader(typed, "list")
    assert done.returncode == 1
    assert "did you mean `reader " in done.stderr


@pytest.mark.parametrize("given", ["-1", "three", "1.5"])
def test_a_number_that_may_be_zero_is_not_asked_to_be_above_it(reader: Run, given: str) -> None:
    done = reader("analyze", "one.txt", f"--jobs={given}")
    assert done.returncode == 2
    assert f"'{given}' is no whole number from 0 on (" in done.stderr


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000], ids=["30 digits", "5,000 digits"])
@pytest.mark.parametrize("command", [("summary", "--words"), ("analyze", "--summary-words"), ("analyze", "--jobs")])
def test_a_number_beyond_all_bounds_asks_for_all_there_is(
    reader: Run, article: Path, command: tuple[str, str], number: str
) -> None:
    done = reader(command[0], str(article), command[1], number)
    assert done.returncode == 0
    assert "error" not in done.stderr


@pytest.mark.parametrize("command", [("library", "list", "--limit"), ("feeds", "read"), ("feeds", "later")])
def test_a_number_beyond_all_bounds_finds_nothing_in_a_file(reader: Run, command: tuple[str, ...]) -> None:
    done = reader(*command, "9" * 30)
    assert "internal error" not in done.stderr
    assert done.stderr.count("\n") <= 1


LONG = "x" * 5000


@pytest.mark.parametrize("source", [LONG, f"~{LONG}", f"ftp://{LONG}", f"{LONG}#2", "~no-such-user/bridge.txt"])
def test_a_name_that_no_file_can_have_is_told_in_one_line(reader: Run, source: str) -> None:
    runs = [("text",), ("add", "--later"), ("--plain",), ("archive", "run", "--out", "tables")]
    for command in runs:
        done = reader(*command, source)
        assert "internal error" not in done.stderr
        assert done.stderr.count("\n") <= 1
        assert done.returncode == (0 if command == ("add", "--later") and not done.stderr else 1)


@pytest.mark.parametrize("folder", [f"/tmp/{LONG}", "~no-such-user/reader"])
def test_a_folder_for_settings_that_cannot_be_is_told_in_one_line(
    reader: Run, article: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("READER_CONFIG_DIR", folder)
    assert "Ruth Adeyemi" in reader("claims", article).stdout
    for command in (("text", article), ("library", "list"), ("feeds", "list"), ("add", article)):
        done = reader(*command)
        assert "internal error" not in done.stderr
        assert done.stderr.count("\n") <= 1


@pytest.mark.parametrize("command", ["archive run", "library list", "feeds items", "claims"])
def test_what_a_command_does_not_know_is_told_with_its_own_help(reader: Run, command: str) -> None:
    done = reader(*command.split(), "x", "--out", "y", "--nope")
    assert done.returncode == 2
    assert done.stderr.startswith(f"reader {command}: unrecognized arguments: ")
    assert done.stderr.endswith(f"(see `reader {command} --help`)\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ("claims x --fromat csv", "--format"),
        ("claims x --spekaer=Lee", "--speaker"),
        ("analyze x --sentences 3", "--summary-sentences"),
        ("library list --fromat json", "--format"),
        ("--plane x", "--plain"),
    ],
)
def test_what_was_meant_by_an_option_is_asked(reader: Run, arguments: str, meant: str) -> None:
    done = reader(*arguments.split())
    assert done.returncode == 2
    assert f"; did you mean {meant}? (see `reader" in done.stderr


def test_an_option_like_no_other_is_not_guessed_at(reader: Run) -> None:
    assert reader("claims", "x", "--zzz").stderr == (
        "reader claims: unrecognized arguments: --zzz (see `reader claims --help`)\n"
    )


def test_a_file_whose_name_begins_with_a_dash_is_told_its_way_in(
    reader: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-quay.txt").write_text("The quay is dry, said Ann Lee.", encoding="utf-8")
    done = reader("text", "-quay.txt")
    assert done.returncode == 2
    assert "`--` goes before files whose names begin with a dash" in done.stderr
    assert reader("text", "--", "-quay.txt").stdout == "The quay is dry, said Ann Lee.\n"
