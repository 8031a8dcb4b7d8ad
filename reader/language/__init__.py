"""Sentences, words and tags (NLTK), with the data they need shipped inside. Knows no other room.

Importing this room imports nltk and puts the shipped data folder on `nltk.data.path`, so that
`nltk.sent_tokenize`, `nltk.pos_tag` and sumy's `Tokenizer("english")` work without any download.
"""

from reader.language import light_nltk as light_nltk  # before anything that imports NLTK
from reader.language.data import DATA_FOLDER
from reader.language.sentences import sentence_spans
from reader.language.tags import tag_words
from reader.language.words import cut_words, word_spans

__all__ = ["DATA_FOLDER", "cut_words", "sentence_spans", "tag_words", "word_spans"]
