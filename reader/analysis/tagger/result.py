"""What the tagger hands over: spans in word indices and the links between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class TaggedSpan(NamedTuple):
    """Words first to last - 1 play one role; confidence is calibrated."""

    first: int
    last: int
    confidence: float


class TaggedName(NamedTuple):
    """A name of a person, an organisation or a place, titles and roles left out."""

    first: int
    last: int
    kind: str
    confidence: float


class Link(NamedTuple):
    """One span's tie to another, both by their index among the spans of their role; `to` is None for 'to none'."""

    of: int
    to: int | None
    score: float


LookBack = Callable[[int], Sequence[tuple[int | None, float]]]
"""Of a word the words before it for which it stands, or None for none of them, with how likely each is."""


def _see_nothing(word: int) -> Sequence[tuple[int | None, float]]:
    return ()


@dataclass(frozen=True, slots=True)
class Tagging:
    """Everything the tagger says of a text, best link first within each `of`.

    `content_cue` ties contents to cues; `cue_source` ties cues to sources, so that one source may serve several.
    """

    sources: tuple[TaggedSpan, ...] = ()
    cues: tuple[TaggedSpan, ...] = ()
    contents: tuple[TaggedSpan, ...] = ()
    content_cue: tuple[Link, ...] = ()
    cue_source: tuple[Link, ...] = ()
    names: tuple[TaggedName, ...] = ()
    kinds: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 4), np.float32), compare=False, repr=False)
    """Of each word how likely it is no name, a person's, an organisation's, a place's."""
    look_back: LookBack = field(default=_see_nothing, compare=False, repr=False)
    """For which words before it a pronoun, or the head of a definite phrase, stands; worked out when it is asked."""
