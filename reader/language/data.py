"""The shipped NLTK data: where it lies, and NLTK's own classes filled with it.

The files are read here and handed to NLTK as its documented parameters, since `nltk.data.find` refuses what a group or
others may write: installed with umask 002 or by another user, a copy would fail where it is run. The folder also goes
in front of what NLTK looks through, so that its own functions find the data wherever it lets them.

NLTK stops a regular expression after five seconds on the clock, against patterns that strangers write. Ours and
Punkt's take time in proportion to the text, so that the limit would only cut off long texts on slow machines.
"""

import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import nltk.data
from nltk.tag.perceptron import PerceptronTagger
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

DATA_FOLDER = Path(__file__).resolve().parent / "nltk_data"
"""The folder with the trained sentence splitter and tagger, in NLTK's own layout (see its README)."""

if str(DATA_FOLDER) not in nltk.data.path:
    nltk.data.path.insert(0, str(DATA_FOLDER))

with suppress(ImportError):  # before 3.10 NLTK has no limit
    from nltk import redos

    redos.DEFAULT_TIMEOUT = None


def load_punkt() -> PunktSentenceTokenizer:
    """NLTK's sentence splitter with the shipped parameters."""
    parameters = PunktParameters()
    parameters.abbrev_types = set(_rows("abbrev_types.txt"))
    parameters.sent_starters = set(_rows("sent_starters.txt"))
    parameters.collocations = {(first, second) for first, second in map(_cells, _rows("collocations.tab"))}
    # A word that was never met has no contexts, 0; a Counter says so without keeping it.
    parameters.ortho_context = Counter({word: int(seen) for word, seen in map(_cells, _rows("ortho_context.tab"))})
    return PunktSentenceTokenizer(parameters)


def load_perceptron() -> PerceptronTagger:
    """NLTK's tagger with the shipped weights."""
    tagger = PerceptronTagger(load=False)
    folder = DATA_FOLDER / "taggers" / "averaged_perceptron_tagger_eng"
    files = (folder / name for name in tagger.param_files("eng"))
    tagger.decode_json_params([json.loads(file.read_text(encoding="utf-8")) for file in files])
    return tagger


def _rows(name: str) -> list[str]:
    text = (DATA_FOLDER / "tokenizers" / "punkt_tab" / "english" / name).read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")


def _cells(row: str) -> list[str]:
    return row.split("\t")
