"""The sentence splitter and the part-of-speech tagger of NLTK, with its own trainers."""
