"""Puts the shipped NLTK data in front of whatever else NLTK would look through, and lets its patterns end their work.

NLTK stops a regular expression after five seconds on the clock, against patterns that strangers write. Ours and
Punkt's take time in proportion to the text, so that the limit would only cut off long texts on slow machines.
"""

from contextlib import suppress
from pathlib import Path

import nltk.data

DATA_FOLDER = Path(__file__).resolve().parent / "nltk_data"
"""The folder with the trained sentence splitter and tagger, in NLTK's own layout (see its README)."""

if str(DATA_FOLDER) not in nltk.data.path:
    nltk.data.path.insert(0, str(DATA_FOLDER))

with suppress(ImportError):  # before 3.10 NLTK has no limit
    from nltk import redos

    redos.DEFAULT_TIMEOUT = None
