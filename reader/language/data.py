"""Puts the shipped NLTK data in front of whatever else NLTK would look through."""

from pathlib import Path

import nltk.data

DATA_FOLDER = Path(__file__).resolve().parent / "nltk_data"
"""The folder with the trained sentence splitter and tagger, in NLTK's own layout (see its README)."""

if str(DATA_FOLDER) not in nltk.data.path:
    nltk.data.path.insert(0, str(DATA_FOLDER))
