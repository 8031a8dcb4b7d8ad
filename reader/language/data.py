"""The shipped NLTK data: where it lies, and NLTK's own classes filled with it.

The files are read here and handed to NLTK as its documented parameters, since `nltk.data.find` refuses what a group or
others may write: installed with umask 002 or by another user, a copy would fail where it is run. The folder also goes
in front of what NLTK looks through, so that its own functions find the data wherever it lets them.

NLTK stops a regular expression after five seconds on the clock, against patterns that strangers write. Ours and
Punkt's take time in proportion to the text, so that the limit would only cut off long texts on slow machines.
"""

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import nltk.data
import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
from numpy.typing import NDArray

DATA_FOLDER = Path(__file__).resolve().parent / "nltk_data"
"""The folder with the trained sentence splitter and tagger, in NLTK's own layout (see its README)."""
_TAGGER = "taggers/averaged_perceptron_tagger_eng"

if str(DATA_FOLDER) not in nltk.data.path:
    nltk.data.path.insert(0, str(DATA_FOLDER))

with suppress(ImportError):  # before 3.10.3 NLTK has no limit
    import nltk.redos

    nltk.redos.DEFAULT_TIMEOUT = None


def load_punkt() -> PunktSentenceTokenizer:
    """NLTK's sentence splitter with the shipped parameters."""
    parameters = PunktParameters()
    parameters.abbrev_types = set(_rows("abbrev_types.txt"))
    parameters.sent_starters = set(_rows("sent_starters.txt"))
    parameters.collocations = set(_pairs("collocations.tab"))
    # A word that was never met has no contexts, 0; a Counter says so without keeping it.
    parameters.ortho_context = Counter({word: int(seen) for word, seen in _pairs("ortho_context.tab")})
    return PunktSentenceTokenizer(parameters)


def load_perceptron(*, weighed: bool = True) -> PerceptronTagger:
    """NLTK's tagger with the shipped weights; without them it knows its tags and the words that always have the same,
    and is there at once."""
    tagger = PerceptronTagger(load=False)
    found = []
    for name in tagger.param_files("eng"):
        file = DATA_FOLDER / _TAGGER / name
        found.append(json.loads(file.read_text(encoding="utf-8")) if weighed or "weights" not in name else {})
    tagger.decode_json_params(found)
    return tagger


def load_weights() -> tuple[dict[str, int], NDArray[np.int16]]:
    """The tagger's weights as a table, in thousandths (they have three decimals): of each feature its row, and the
    rows, a column a tag, the last of the alphabet first. No feature has row 0, which holds nothing.

    `training.language.train_tagger` writes it beside NLTK's own file, which takes ten times as long to read.
    """
    with np.load(DATA_FOLDER / _TAGGER / "weights.npz") as kept:
        features = kept["features"].tobytes().decode().split("\n")
        table = np.zeros((len(features) + 1, kept["classes"]), np.int16)
        table[np.repeat(np.arange(1, len(table)), kept["counts"]), kept["columns"]] = kept["weights"]
    return {feature: row for row, feature in enumerate(features, 1)}, table


def _rows(name: str) -> list[str]:
    return _read(name).split("\n")


def _pairs(name: str) -> Iterable[tuple[str, str]]:
    """The rows of a table of two columns; there are so many that all cells are parted at once."""
    cells = _read(name).replace("\n", "\t").split("\t")
    return zip(cells[::2], cells[1::2], strict=True)


def _read(name: str) -> str:
    text = (DATA_FOLDER / "tokenizers" / "punkt_tab" / "english" / name).read_text(encoding="utf-8")
    return text.removesuffix("\n")
