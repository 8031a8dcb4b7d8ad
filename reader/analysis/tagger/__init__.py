"""The trained tagger: from an article's words to sources, cues, contents and names, and what belongs to what.

One small encoder (MiniLM-L6, int8, run by ONNX Runtime) reads overlapping windows of a text; `decode` turns its
numbers into spans and links over words. It knows no claims and no actors: the assembly next door makes those.
Weights, what they were made of and how well they do lie in `data/`; `training/` at the root of the repository
makes them again.
"""

from reader.analysis.tagger.features import split_blocks, split_words
from reader.analysis.tagger.inference import Begun, TaggerUnavailable, begin, has_threads, load_beside, use_threads
from reader.analysis.tagger.result import Link, TaggedName, TaggedSpan, Tagging

__all__ = [
    "Begun",
    "Link",
    "TaggedName",
    "TaggedSpan",
    "TaggerUnavailable",
    "Tagging",
    "begin",
    "has_threads",
    "load_beside",
    "split_blocks",
    "split_words",
    "use_threads",
]
