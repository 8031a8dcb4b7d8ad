"""Sentences, words and tags (NLTK), with the data they need shipped inside. Knows no other room."""
