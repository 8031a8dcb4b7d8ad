"""The shipped data: in NLTK's own layout, so that its functions work with nothing downloaded, and read anywhere."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.language import DATA_FOLDER, data

OFFLINE = """
import socket
import sys

def refuse(*arguments, **options):
    raise AssertionError("the network was asked")

socket.socket.connect = refuse
sys.modules["scipy"] = None  # a second to import where it is installed
import nltk
nltk.data.path[:] = [sys.argv[1]]
assert nltk.sent_tokenize("Mr. Brun met Sen. Novak. They left.") == ["Mr. Brun met Sen. Novak.", "They left."]
assert nltk.pos_tag(["Prices", "rose", "."])[0] == ("Prices", "NNS")
assert nltk.word_tokenize("It rained. We stayed.") == ["It", "rained", ".", "We", "stayed", "."]
from sumy.nlp.tokenizers import Tokenizer
assert Tokenizer("english").to_sentences("One here. Two there.") == ("One here.", "Two there.")
"""

LIGHT = """
import sys
import reader.language, reader.analysis.summary.sumy_document
for unneeded in ("scipy", "nltk.parse", "nltk.chunk", "nltk.translate", "nltk.corpus.reader", "nltk.grammar"):
    assert unneeded not in sys.modules, unneeded

sys.modules["scipy"] = None  # a second to import where it is installed
import nltk, nltk.stem.snowball, nltk.tag.api
assert nltk.tag.api.accuracy([1, 2], [1, 3]) == 0.5
assert nltk.tag.api.ConfusionMatrix([1, 2], [1, 3])[1, 1] == 1
try:
    nltk.stem.snowball.SnowballStemmer("english", ignore_stopwords=True)
except LookupError:
    pass  # asked for, and not shipped
assert nltk.data.grammar.CFG is nltk.CFG and nltk.data.sem.Expression is nltk.sem.Expression
assert nltk.FreqDist("aab").most_common() == [("a", 2), ("b", 1)] and nltk.__version__
assert nltk.Tree.fromstring("(S (NP it) (VP rained))").leaves() == ["it", "rained"]
assert str(nltk.corpus.stopwords) == str(nltk.stem.snowball.stopwords._fetch())
from nltk.metrics import *
from nltk.metrics import BigramAssocMeasures, accuracy, edit_distance
from nltk.tokenize import word_tokenize
assert edit_distance("boat", "boot") == 1 and accuracy([1], [1]) == 1
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the data."""
    return shutil.copytree(DATA_FOLDER, tmp_path / "nltk_data")


def _permit(folder: Path, *, file: int, directory: int) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(directory if path.is_dir() else file)


def test_nltk_and_sumy_work_without_any_download(copied: Path) -> None:
    _permit(copied, file=0o644, directory=0o755)
    done = subprocess.run([sys.executable, "-c", OFFLINE, str(copied)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_copy_that_everybody_may_write_is_read_too(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _permit(copied, file=0o666, directory=0o777)
    monkeypatch.setattr(data, "DATA_FOLDER", copied)
    sentences = data.load_punkt().tokenize("Mr. Brun met Sen. Novak. They left.")
    assert sentences == ["Mr. Brun met Sen. Novak.", "They left."]
    assert data.load_perceptron().tag(["Prices", "rose", "."])[0] == ("Prices", "NNS")


def test_our_reading_of_the_data_is_nltks_own(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk.data
    from nltk.tag.perceptron import PerceptronTagger
    from nltk.tokenize.punkt import PunktTokenizer

    _permit(copied, file=0o644, directory=0o755)
    monkeypatch.setattr(nltk.data, "path", [str(copied)])
    ours, theirs = data.load_punkt()._params, PunktTokenizer("english")._params
    assert vars(ours) == vars(theirs)
    mine, original = data.load_perceptron(), PerceptronTagger(lang="eng")
    assert mine.model.weights == original.model.weights
    assert (mine.tagdict, mine.classes) == (original.tagdict, original.classes)


def test_the_table_of_weights_holds_what_nltks_own_file_holds() -> None:
    tagger = data.load_perceptron()
    rows, table = data.load_weights()
    labels = sorted(tagger.classes, reverse=True)
    told = {
        feature: {labels[column]: table[row, column] / 1000 for column in table[row].nonzero()[0]}
        for feature, row in rows.items()
    }
    assert told == tagger.model.weights
    assert not table[0].any()


def test_the_shipped_folder_comes_before_any_other() -> None:
    import nltk.data

    assert nltk.data.path[0] == str(DATA_FOLDER)
    assert (DATA_FOLDER / "README.md").is_file()


def test_of_nltk_is_imported_what_is_needed_and_all_of_it_is_there_for_whoever_asks() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
