"""The wheel, built from this tree and installed where the source tree is out of reach, is a working Reader."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.long, pytest.mark.xdist_group("wheel")]  # built once, in one process


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new virtual environment that holds the wheel alone and borrows only its dependencies.

    A plain line in a .pth file adds a folder without running the .pth files in it, so that an editable install of
    this source tree beside the dependencies stays out of reach.
    """
    home = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True, capture_output=True)
    (site,) = (path for path in home.rglob("site-packages") if path.is_dir())
    folders = [entry for entry in sys.path if Path(entry).name == "site-packages"]
    (site / "borrowed.pth").write_text("\n".join(folders) + "\n", encoding="utf-8")
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", folder / "python", "install", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
    )
    return folder


def run(program: Path, *arguments: str, cwd: Path) -> str:
    """What an installed program prints, without the paths to other Readers that whoever runs the tests may have set."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([program, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def test_the_wheel_holds_what_a_reader_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for kind, least in (("themes/*.toml", 4), ("sample_articles/*.*", 6)):
        assert sum(Path(name).match(f"reader/{kind}") for name in names) >= least
    assert any(name.startswith("reader/language/nltk_data/tokenizers/punkt_tab/english/") for name in names)
    assert any(name.startswith("reader/language/nltk_data/taggers/") for name in names)
    assert any(name.endswith("py.typed") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"reader", "reader_who_said_what"}
    assert [name for name in names if "test" in name.split("/")[-1] or "__pycache__" in name] == []


def test_every_data_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files", "reader"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = tracked.stdout.split("\n")[:-1]
    assert [name for name in files if name not in packed and (ROOT / name).exists()] == []


def test_installed_it_says_its_version(bin_folder: Path, tmp_path: Path) -> None:
    assert run(bin_folder / "reader", "--version", cwd=tmp_path) == f"reader {__version__}\n"


def test_installed_it_is_not_the_source_tree(bin_folder: Path, tmp_path: Path) -> None:
    where = run(bin_folder / "python", "-c", "import reader; print(reader.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(bin_folder.parent)


def test_installed_it_finds_its_themes_and_samples(bin_folder: Path, tmp_path: Path) -> None:
    code = (
        "from reader.resources import bundled\n"
        "for name in ('themes', 'sample_articles'):\n"
        "    print(bundled(name), len(list(bundled(name).iterdir())))\n"
    )
    for line in run(bin_folder / "python", "-c", code, cwd=tmp_path).splitlines():
        folder, files = line.rsplit(" ", 1)
        assert Path(folder).is_relative_to(bin_folder.parent)
        assert int(files) >= 4


def test_installed_it_analyses_a_sample(bin_folder: Path, tmp_path: Path) -> None:
    code = "from reader.resources import bundled; print(bundled('sample_articles') / 'the-call.txt')"
    sample = run(bin_folder / "python", "-c", code, cwd=tmp_path).strip()
    found = json.loads(run(bin_folder / "reader", "analyze", sample, cwd=tmp_path))
    assert "Jonas Reuter" in [actor["name"] for actor in found["actors"]]
    assert found["claims"]
    assert found["summary"]["sentences"]
    assert found["notes"] == []


def test_the_command_is_installed_under_its_name(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "reader = reader.__main__:main" in archive.read(points).decode()
