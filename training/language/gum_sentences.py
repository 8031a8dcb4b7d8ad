"""Reads GUM's CoNLL-U files as tagged sentences and as plain paragraphs, for the two trainers beside it."""

from collections.abc import Iterator
from pathlib import Path

TaggedSentence = list[tuple[str, str]]

TAGS = {
    "HYPH": ":",
    "-LRB-": "(",
    "-RRB-": ")",
    "NFP": ":",
    "ADD": "NNP",
    "AFX": "JJ",
    "GW": "NN",
    "XX": "FW",
}
"""GUM's newer tags, and the bracket tags, as the ones NLTK's users know."""


def _rows(chunk: str) -> list[tuple[str, str, bool]]:
    """(form, tag, followed by a space) of each token of one CoNLL-U sentence."""
    rows = []
    glued_until = ""
    for line in chunk.split("\n"):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        spaced = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            glued_until = cells[0].split("-")[1] if spaced else ""
            continue
        if "." in cells[0] or cells[1] == "_":
            continue
        if glued_until:
            spaced = cells[0] == glued_until
            glued_until = "" if spaced else glued_until
        rows.append((cells[1], TAGS.get(cells[4], cells[4]), spaced))
    return rows


def _hyphens_joined(rows: list[tuple[str, str, bool]]) -> TaggedSentence:
    """The same sentence with "well", "-", "known" as one token, as NLTK's and our word splitters give it."""
    joined: list[tuple[str, str, bool]] = []
    position = 0
    while position < len(rows):
        form, tag, spaced = rows[position]
        parts = 1
        while (
            position + 2 < len(rows)
            and not spaced
            and rows[position + 1][0] == "-"
            and not rows[position + 1][2]
            and rows[position + 2][0][:1].isalnum()
            and form[-1:].isalnum()
        ):
            position += 2
            parts += 1
            form = f"{form}-{rows[position][0]}"
            tag, spaced = rows[position][1], rows[position][2]
        before_noun = position + 1 < len(rows) and rows[position + 1][1] in ("NN", "NNS", "NNP", "NNPS")
        if parts > 1 and before_noun and tag not in ("NNP", "CD"):
            tag = "JJ"
        joined.append((form, tag, spaced))
        position += 1
    return [(form, tag) for form, tag, _ in joined]


def tagged_sentences(folder: Path) -> Iterator[TaggedSentence]:
    """Every sentence with its tags; one with hyphened words comes a second time with them joined."""
    for path in sorted(folder.glob("*.conllu")):
        for chunk in path.read_text("utf-8").strip().split("\n\n"):
            rows = _rows(chunk)
            if not rows:
                continue
            apart = [(form, tag) for form, tag, _ in rows]
            yield apart
            joined = _hyphens_joined(rows)
            if len(joined) != len(apart):
                yield joined


def paragraphs(folder: Path) -> Iterator[str]:
    """The plain paragraphs of every document."""
    for path in sorted(folder.glob("*.conllu")):
        sentences: list[str] = []
        for line in path.read_text("utf-8").split("\n"):
            if line.startswith("# newpar") and sentences:
                yield " ".join(sentences)
                sentences = []
            elif line.startswith("# text = "):
                sentences.append(line.removeprefix("# text = "))
        if sentences:
            yield " ".join(sentences)
