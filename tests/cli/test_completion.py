"""What the Tab key and `man` are told is what `--help` says, of every command and option."""

import argparse
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.commands.arguments import COMMANDS, GROUPS, tree_of_commands
from reader.commands.completion import SHELLS, parsers_in
from reader.commands.library import COMMANDS as OF_LIBRARY
from tests.cli.conftest import Run


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_reads_it_and_it_names_every_command_and_option(reader: Run, shell: str, tmp_path: Path) -> None:
    done = reader("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    for name in (*COMMANDS, *GROUPS, *OF_LIBRARY, "completion"):
        assert name in done.stdout
    for parser in parsers_in(tree_of_commands()):
        for action in parser._actions:
            for option in action.option_strings:
                assert option.lstrip("-") in done.stdout
    if program := shutil.which(shell):
        script = tmp_path / "completion"
        script.write_text(done.stdout, encoding="utf-8")
        checked = subprocess.run([program, "-n", str(script)], capture_output=True, text=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_tab_finishes_commands_options_and_choices(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "script").write_text(reader("completion", "bash").stdout, encoding="utf-8")
    for typed, expected in (
        ("lib", "library"),
        ("library exp", "export"),
        ("library export --form", "--format"),
        ("claims --type th", "thought"),
        ("completion fi", "fish"),
    ):
        words = ["reader", *typed.split()]
        code = f"source ./script; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _shtab_reader; "
        done = subprocess.run(
            ["bash", "-c", code + 'echo "${COMPREPLY[@]}"'], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        assert done.stdout.strip() == expected


def test_the_manual_has_every_command_and_option_and_roff_takes_it(reader: Run, tmp_path: Path) -> None:
    page = reader("manual").stdout
    assert page.startswith(".TH READER 1")
    for parser in list(parsers_in(tree_of_commands()))[1:]:
        part = page.split(f".SS {parser.prog}\n", 1)[1].split(".SS ", 1)[0]
        for action in parser._actions:
            if not isinstance(action, argparse._HelpAction):
                for option in action.option_strings:
                    assert f"\\fB{option}\\fR".replace("-", "\\-") in part
    if shutil.which("groff"):
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww"], input=page, capture_output=True, text=True, check=True, encoding="utf-8"
        )
        assert done.stderr == ""
        assert "who said what" in done.stdout


def test_an_unknown_shell_is_wrong_usage(reader: Run) -> None:
    done = reader("completion", "csh")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
