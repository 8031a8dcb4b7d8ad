"""The article as the analysis reads it: words, sentences, quotations, phrases, and the word lists."""
