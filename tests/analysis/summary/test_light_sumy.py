"""What sumy brings along and no analysis needs is left until somebody asks for it."""

import subprocess
import sys

from sumy.nlp.stemmers import Stemmer
from sumy.utils import get_stop_words

from reader.analysis.summary.sumy_document import load_language

SCRIPT = """
import sys
from reader.analysis.summary.registry import load_language
load_language("en")
assert "requests" not in sys.modules and "pycountry" not in sys.modules
import sumy.utils
assert sumy.utils.normalize_language("de") == "german"
import pycountry
assert sumy.utils.languages.get is not None and pycountry.languages.get(alpha_2="de").name == "German"
ours = sumy.utils.requests
import requests
assert ours is not requests and ours.get is requests.get
"""


def test_sumy_is_imported_without_requests_and_pycountry_which_are_there_for_whoever_asks() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_english_is_what_sumy_has_for_it() -> None:
    english, stem = load_language("en-GB"), Stemmer("english")
    assert english.stop_words == get_stop_words("english")
    assert not english.lacking
    for word in ("running", "ferries", "generously", "national", "said", "skies", "12", "naïve", "dying's"):
        assert english.stem(word) == stem(word)
