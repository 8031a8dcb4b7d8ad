"""The claims of articles of `summary/extra` that were read whole, and whether what the engine finds there is right.

`claims.tsv` beside this file holds places and no texts: the article's id (training part alone), the claim's number in
it, the number of the claim that it stands in (`?`: in one that is no claim), the spans of source, cue and content, and
where the name of the speaker first stands: empty where the text names nobody, several spans for several speakers, `?`
where the text has no such words. They are what the engine found, with every fault mended and everything added that a
careful reader found missing, so they hold for whatever is found later.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.article import Span
from training.marked_articles import find_texts

LABELS = Path(__file__).with_name("claims.tsv")
_UNTOLD = {"that", "and", "but", "if", "whether"}
"""Words that a content may have or lack at no fault."""
_NEAR = 0.25
"""Of the words of both: with fewer in common two contents are of two claims."""

Words = frozenset[tuple[int, str]]
"""Words by where they stand."""


@dataclass(frozen=True)
class Label:
    """A claim as it was read; `speakers` is None where the text has no words for who it is."""

    inner: bool
    source: Sequence[Span]
    cue: Sequence[Span]
    content: Sequence[Span]
    speakers: Sequence[Span] | None


@dataclass(frozen=True)
class Verdict:
    """Whether the content is what was said, and the label that is meant, if any."""

    words: bool
    label: Label | None

    @property
    def same(self) -> Label | None:
        """The label whose words the content has, if any."""
        return self.label if self.words else None


@dataclass(frozen=True)
class Labelled:
    """An article with its claims."""

    name: str
    text: str
    labels: Sequence[Label]

    def judge(self, content: Sequence[Span]) -> Verdict:
        """What the labels say of a content: that of the claim whose words it has, else the nearest one's."""
        found, best, near = self._take(content), None, _NEAR
        for label in self.labels:
            meant = self._take(label.content)
            if not {word for _, word in found ^ meant} - _UNTOLD:
                return Verdict(True, label)
            share = len(found & meant) / len(found | meant)
            if share >= near:
                best, near = label, share
        return Verdict(False, best)

    def has_speaker(self, label: Label, name: str | None) -> bool | None:
        """Whether the name shown is that of a claim's speaker, or one of several; None where nothing is known."""
        if label.speakers is None:
            return None
        if not label.speakers or name is None:
            return not label.speakers and name is None
        shown = name.lower()
        meant = [self.text[start:end].lower() for start, end in label.speakers]
        return any(one in shown or shown in one for one in meant)

    def has_source(self, label: Label, source: Sequence[Span]) -> bool:
        """Whether a source has a word in common with the claim's, or neither has any."""
        return bool(self._take(label.source) & self._take(source)) or not (label.source or source)

    def _take(self, spans: Sequence[Span]) -> Words:
        words = (re.finditer(r"\w+", self.text[start:end]) for start, end in spans)
        starts = (start for start, _ in spans)
        return frozenset(
            (start + word.start(), word[0].lower()) for start, some in zip(starts, words, strict=True) for word in some
        )


def read_labels(extra: Path, every: int = 1) -> Iterator[Labelled]:
    """Every so manieth labelled article, by name."""
    labels: dict[str, list[Label]] = {}
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            speakers = None if row["speaker"] == "?" else _read_spans(row["speaker"])
            source, cue, content = (_read_spans(row[role]) for role in ("source", "cue", "content"))
            label = Label(bool(row["within"]), source, cue, content, speakers)
            labels.setdefault(row["article"], []).append(label)
    for name, text in sorted(find_texts(extra, set(sorted(labels)[::every]))):
        yield Labelled(name, text, labels[name])


def _read_spans(told: str) -> list[Span]:
    pairs = (part.split("-") for part in told.split())
    return [(int(start), int(end)) for start, end in pairs]
