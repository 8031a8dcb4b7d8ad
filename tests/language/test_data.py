"""NLTK's own functions, and sumy's tokenizer, work with nothing downloaded once reader.language is imported."""

import subprocess
import sys

OFFLINE = """
import socket

def refuse(*arguments, **options):
    raise AssertionError("the network was asked")

socket.socket.connect = refuse
import nltk
nltk.data.path.clear()
import reader.language
assert nltk.sent_tokenize("Mr. Brun met Sen. Novak. They left.") == ["Mr. Brun met Sen. Novak.", "They left."]
assert nltk.pos_tag(["Prices", "rose", "."])[0] == ("Prices", "NNS")
assert nltk.word_tokenize("It rained. We stayed.") == ["It", "rained", ".", "We", "stayed", "."]
from sumy.nlp.tokenizers import Tokenizer
assert Tokenizer("english").to_sentences("One here. Two there.") == ("One here.", "Two there.")
"""


def test_nltk_and_sumy_work_without_any_download() -> None:
    done = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_shipped_folder_comes_before_any_other() -> None:
    import nltk.data

    from reader.language import DATA_FOLDER

    assert nltk.data.path[0] == str(DATA_FOLDER)
    assert (DATA_FOLDER / "README.md").is_file()
