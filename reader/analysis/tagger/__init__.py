"""The trained tagger: from an article's words to sources, cues, contents and names, and what belongs to what.

One small encoder (MiniLM-L6, int8, run by ONNX Runtime) reads overlapping windows of a text; `decode` turns its
numbers into spans and links over words. It knows no claims and no actors: the assembly next door makes those.
Weights, what they were made of and how well they do lie in `data/`; `training/` at the root of the repository
makes them again.
"""

from reader.analysis.tagger.features import blocks, words
from reader.analysis.tagger.model import Begun, TaggerUnavailable, begin
from reader.analysis.tagger.result import Link, Name, Tagged, Tagging

__all__ = ["Begun", "Link", "Name", "Tagged", "TaggerUnavailable", "Tagging", "begin", "blocks", "words"]
