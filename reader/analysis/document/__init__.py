"""The article as the analysis reads it: sentences, tagged words and quotations, each a span into the one text; beside
them the small grammar and the word lists (`lexicon/`) that every other room of the analysis goes by. It knows nothing
of names, claims or actors.
"""

from reader.analysis.document.document import Document, Word, read_document
from reader.analysis.document.quotes import Quotation, find_quotations
from reader.analysis.document.sentences import split_sentences

__all__ = ["Document", "Quotation", "Word", "find_quotations", "read_document", "split_sentences"]
