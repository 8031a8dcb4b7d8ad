"""The library in forms that other programs read: notes, highlights, claims, citations, and gold for those who train."""

from reader.library.exports.citations import bibtex, csl_json
from reader.library.exports.gold import brat_files, gold_files
from reader.library.exports.highlights import readwise_csv, w3c_lines
from reader.library.exports.notes import markdown_files
from reader.library.exports.tables import claims_csv

__all__ = [
    "bibtex",
    "brat_files",
    "claims_csv",
    "csl_json",
    "gold_files",
    "markdown_files",
    "readwise_csv",
    "w3c_lines",
]
