"""PolNeAR and GUM as labelled words.

Tags are B/I pairs in one row of integers: 0 outside, 2k+1 begins and 2k+2 continues role k.
A link is (word, target word); LOST says that the target is unknown, so that nothing is learnt from it.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from reader.analysis.tagger.features import Ints, Span, split_blocks, split_words

ROLES = ("source", "cue", "content")
KINDS = ("person", "organization", "place")
PRONOUNS = frozenset(
    ("he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themselves")
)
WIDER = PRONOUNS | {"it", "its", "itself", "who", "whom", "whose", "which", "that", "this", "these", "those"}
_IT = frozenset(("it", "its", "itself"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both"))
KEPT_SIGNS = "$£€%#@"
UNLABELLED = "unlabelled"
"""The genre of articles of which only the text is known."""

NEWS_LIKE = ("news", "interview", "bio", "speech", "court", "letter", "podcast")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document. `tags` or `names` is None where the corpus says nothing about them."""

    name: str
    genre: str
    text: str
    words: list[Span]
    paragraphs: list[Span]
    tags: Ints | None = None
    names: Ints | None = None
    content_cue: dict[int, int] = field(default_factory=dict)
    cue_source: dict[int, int] = field(default_factory=dict)
    antecedents: dict[int, list[int]] = field(default_factory=dict)
    body: int = 0


def read_source(extra: Path, source: str) -> list[dict[str, Any]]:
    """The articles of a source of `summary/extra`, of its part for training."""
    with gzip.open(extra / f"{source}.jsonl.gz", "rt", encoding="utf-8") as handle:
        return [entry for line in handle if (entry := json.loads(line)).get("part") == "train"]


def unlabelled(name: str, title: str, body: str) -> Labelled:
    """An article of which only the text is known."""
    text = "\n\n".join(part for part in (title.strip(), body.strip()) if part)
    return Labelled(name, UNLABELLED, text, split_words(text), split_blocks(text))


def inside(starts: Ints, spans: Sequence[Span], span: Span) -> range:
    """Indices of the words that touch a character span."""
    lo = int(np.searchsorted(starts, span[0], "right")) - 1
    if lo < 0 or spans[lo][1] <= span[0]:
        lo += 1
    return range(lo, int(np.searchsorted(starts, span[1])))


def trimmed(text: str, spans: Sequence[Span], span: range) -> range:
    """Without the punctuation at both ends, of which annotators took some and left some."""
    keep = [i for i in span if text[spans[i][0]].isalnum() or text[spans[i][0]] in KEPT_SIGNS]
    return range(keep[0], keep[-1] + 1) if keep else span


def joined(fragments: list[range], text: str, spans: Sequence[Span]) -> list[range]:
    """Fragments with nothing but spaces and signs of one paragraph between them made one."""
    out: list[range] = []
    for part in fragments:
        if out:
            gap = text[spans[out[-1][-1]][1] : spans[part[0]][0]]
            if "\n" not in gap and not re.search(r"\w", gap):
                out[-1] = range(out[-1][0], part[-1] + 1)
                continue
        out.append(part)
    return out


def paint(row: Ints, part: range, role: int) -> None:
    """Writes a span over a row of tags, never over another role that is there already."""
    if not any(row[i] for i in part):
        row[part[0] : part[-1] + 1] = 2 * role + 2
        row[part[0]] = 2 * role + 1


def attributions(name: str, text: str, claims: Sequence[dict[str, Any]]) -> Labelled:
    """One article of PolNeAR: cues first, then sources, then content, where spans clash."""
    spans = split_words(text)
    starts = np.array([a for a, _ in spans], np.int64)
    row = np.zeros(len(spans), np.int64)
    parts = {
        role: [
            joined([t for f in claim[role] if (t := trimmed(text, spans, inside(starts, spans, f)))], text, spans)
            for claim in claims
        ]
        for role in ROLES
    }
    for role in ("cue", "source", "content"):
        for fragments in parts[role]:
            for part in fragments:
                paint(row, part, ROLES.index(role))
    content_cue: dict[int, int] = {}
    cue_source: dict[int, int] = {}
    for cue, source, content in zip(parts["cue"], parts["source"], parts["content"], strict=True):
        if not cue:
            continue
        at = cue[0][0]
        cue_source[at] = source[0][0] if source else -1
        content_cue.update({i: at for part in content for i in part if row[i] > 4})
    return Labelled(
        name, "polnear", text, spans, split_blocks(text), tags=row, content_cue=content_cue, cue_source=cue_source
    )


def polnear(folder: Path) -> Iterator[Labelled]:
    """The articles of a claims folder (`gold.jsonl` and `text/`)."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        with open(folder / "text" / entry["path"], encoding="utf-8", newline="") as handle:
            yield attributions(entry["path"], handle.read(), entry["claims"])


_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’')]*(?=\s+[A-Z“\"‘])|(?=\n)|$)")
_OPENER = re.compile(r"(?:that|whether|if)\s+(?=\S+\s)")
_EMPTY_SHARE = 0.3
"""Of the sentences that hold no attribution so many are shown."""


def merged(claims: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Attributions with one cue made one, which a corpus of clauses counts apart."""
    by_cue: dict[Any, dict[str, Any]] = {}
    for number, claim in enumerate(claims):
        key = tuple(map(tuple, claim["cue"])) or number
        if key in by_cue:
            by_cue[key]["content"] = sorted([*by_cue[key]["content"], *claim["content"]])
        else:
            by_cue[key] = {role: list(claim[role]) for role in ROLES}
    return list(by_cue.values())


def whole(claim: dict[str, Any]) -> Span:
    """From where an attribution begins to where it ends."""
    spans = [span for role in ROLES for span in claim[role]]
    return min(a for a, _ in spans), max(b for _, b in spans)


def within(inner: dict[str, Any], outer: dict[str, Any]) -> bool:
    """Whether an attribution stands in what another one holds."""
    low, high = whole(inner)
    return inner is not outer and any(a <= low and high <= b for a, b in outer["content"])


def apart(name: str, text: str, claims: Sequence[dict[str, Any]], random: np.random.Generator) -> Labelled:
    """The sentences of an article, and the contents that hold attributions, each a block of a text: so are contents
    read for claims inside claims. Only the outermost attributions of a block count."""
    claims = merged(claims)
    pieces = [m.span() for m in _SENTENCE.finditer(text) if m.group().strip()]
    pieces += [
        tuple(span) for outer in claims for span in outer["content"] if any(within(inner, outer) for inner in claims)
    ]
    parts: list[str] = []
    moved: list[dict[str, Any]] = []
    at = 0
    for start, end in pieces:
        while start < end and text[start] in ' \t“"‘':
            start += 1
        if start > 0 and text[start - 1] in '“"‘' and text[end - 1 : end] in ("”", '"', "’"):
            end -= 1
        if opener := _OPENER.match(text, start, end):
            start = opener.end()
        here = [c for c in claims if start <= whole(c)[0] and whole(c)[1] <= end]
        broken = any(a < end and start < b for c in claims if c not in here for r in ROLES for a, b in c[r])
        held = [c for c in here if not any(within(c, other) for other in here)]
        if end - start < 12 or (broken and not held) or (not held and random.random() > _EMPTY_SHARE):
            continue
        moved += [{r: [[a - start + at, b - start + at] for a, b in c[r]] for r in ROLES} for c in held]
        parts.append(text[start:end].replace("\n", " "))
        at += end - start + 2
    return attributions(f"{name} apart", "\n\n".join(parts), moved)


def apart_all(folder: Path) -> Iterator[Labelled]:
    """The sentences of a claims folder, as `apart` lays them."""
    random = np.random.default_rng(0)
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        with open(folder / "text" / entry["path"], encoding="utf-8", newline="") as handle:
            yield apart(entry["path"], handle.read(), entry.get("claims", entry.get("items")), random)


def _gum_parser(score: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gum", score / "gum.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no gum.py in {score}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bare_name(doc: dict[str, Any], m: dict[str, Any], titles: frozenset[str]) -> Span:
    """A person's name without the titles, and the names inside titles, that lead it ("U.S. President X")."""
    start, end = m["name"]
    if m["type"] != "person":
        return start, end
    head = m["head"][0]
    inner = [
        x["name"][1]
        for x in doc["mentions"]
        if x["named"]
        and not x["outer"]
        and x["type"] in KINDS
        and start <= x["name"][0]
        and x["name"][1] < head
        and not x["title"]
    ]
    start = max([start, *inner])
    text = doc["text"]
    while lead := re.match(r"[\s.,'’\-]*(?:s\s)?\s*([\w']+)\.?\s+", text[start:head]):
        if lead[1].lower() not in titles or start + lead.end() > head:
            break
        start += lead.end()
    return start, end


def named(doc: dict[str, Any], titles: frozenset[str], wide: bool) -> Labelled:
    """One document of GUM: names of people, organisations and places; antecedents of he, she and they, and if `wide` of
    all pronouns and definite phrases, and of it where it stands for nothing."""
    text = doc["text"]
    spans = split_words(text)
    starts = np.array([a for a, _ in spans], np.int64)
    row = np.zeros(len(spans), np.int64)
    at = [trimmed(text, spans, inside(starts, spans, bare_name(doc, m, titles))) for m in doc["mentions"]]
    heads = [inside(starts, spans, tuple(m["head"]))[0] for m in doc["mentions"]]
    order = sorted(range(len(at)), key=lambda i: -len(at[i]))
    for i in order:
        m = doc["mentions"][i]
        if m["named"] and m["type"] in KINDS and not m["outer"] and not m["title"]:
            paint(row, at[i], KINDS.index(m["type"]))
    words = [text[a:b].lower() for a, b in spans]
    groups: dict[str, list[int]] = defaultdict(list)
    antecedents: dict[int, list[int]] = {
        i: [] for i in range(int(np.searchsorted(starts, doc["body"])), len(words)) if wide and words[i] in _IT
    }
    for i in sorted(range(len(heads)), key=lambda i: heads[i]):
        m, head = doc["mentions"][i], heads[i]
        pronoun = m["pronoun"] and words[head] in (WIDER if wide else PRONOUNS)
        phrase = (
            wide
            and not m["pronoun"]
            and not m["named"]
            and words[inside(starts, spans, tuple(m["span"]))[0]] in _DEFINITE
        )
        if pronoun or phrase:
            antecedents[head] = list(groups[m["group"]])
        groups[m["group"]].append(head)
    return Labelled(
        doc["name"],
        doc["genre"],
        text,
        spans,
        [tuple(b["span"]) for b in doc["blocks"]] or split_blocks(text),
        names=row,
        antecedents=antecedents,
        body=int(np.searchsorted(starts, doc["body"])),
    )


def gum(folder: Path, score: Path, news: bool = False, wide: bool = False) -> Iterator[Labelled]:
    """The documents of a folder of CoNLL-U files, read by the shared scorers' own parser."""
    parser = _gum_parser(score)
    titles = frozenset(parser.TITLES) | {"former", "rep", "sen", "gov", "prof", "gen", "president-elect"}
    for doc in parser.load(str(folder)):
        if not news or doc["genre"] in NEWS_LIKE:
            yield named(doc, titles, wide)
