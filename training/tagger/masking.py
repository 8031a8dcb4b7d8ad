"""Namings of an article that give way to a pronoun or a definite phrase."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.actors.clusters import Cluster
from reader.analysis.document.document import Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import TIMES
from reader.analysis.tagger import features as f
from training.tagger.corpora import UNLABELLED, Labelled
from training.tagger.stand_ins import FAMILY, FORMS, MISTER, SIDES, called, find_empty

REACH = 3
"""So many sentences back the name stands at most; two where something of its sort stands between."""
OFTEN, RIVALLED = 0.95, 0.6
"""How often a naming gives way, and how often where another one of its sort stands in between."""

_BEFORE = frozenset(("IN", "CC", "TO", "VBD", "VBZ", "VBP", "VB", "MD", ",", ".", ":", "WRB", "``", "''"))
"""Tags of words behind which a name is a phrase of its own."""
_VERB = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OPENERS = frozenset(
    ("that", "because", "while", "if", "after", "before", "as", "since", "although", "though", "until", "whether")
) | {"unless", "whereas", "once", "but", "so"}
"""What opens a clause behind which a name is its subject."""
_SAYS = load_words("cues_said") | {"said", "says", "told", "added", "asked", "wrote"}
_THING = re.compile(r"(?!.*(?:er|or|ist|man|woman|ian|ant)s?$)[a-z]{4,}")
_PEOPLE = load_words("people_called")
_BODIES = load_words("bodies_called") | load_words("bodies") | load_words("organisations")


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming in a text, or a thing told: words first to last - 1, whose it is, and where its head stands."""

    first: int
    last: int
    owner: int
    head: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of the text that give way to others; `head` says how far into these the asking word stands."""

    start: int
    end: int
    told: str
    head: int
    owner: int


@dataclass(frozen=True)
class Reading:
    """An article with its words, which of its characters are quoted, and who is named in it."""

    name: str
    text: str
    body: int
    words: Sequence[Word]
    quoted: bytes
    clusters: Sequence[Cluster]


class Masker:
    """One turn over an article."""

    def __init__(self, reading: Reading, chance: random.Random) -> None:
        self.it, self.chance = reading, chance
        self.words = reading.words
        self.lower = [w.text.lower() for w in self.words]
        starts = np.array([w.start for w in self.words], np.int64)
        self.sort: dict[int, str] = {}
        self.genders: dict[int, str | None] = {}
        self.namings: list[Naming] = []
        for owner, one in enumerate(reading.clusters):
            self.sort[owner] = {"group": "organisation"}.get(one.kind, one.kind)
            self.genders[owner] = one.gender
            for a, b in one.spans:
                first, last = (int(x) for x in np.searchsorted(starts, (a, b)))
                if last > first and self.words[first].start == a:
                    self.namings.append(Naming(first, last, owner, self._head(first, last, one.kind)))
        self._tell_genders()
        self._add_things()
        self.namings.sort(key=lambda n: n.first)
        self.at = {i: n for n in self.namings for i in range(n.first, n.last)}

    def _head(self, first: int, last: int, kind: str) -> int:
        """The word of a name that heads it: a person's first, else the last before "of"."""
        if kind == "person":
            return first
        small = [i for i in range(first + 1, last) if self.words[i].tag == "IN" or not self.words[i].text[0].isalnum()]
        return small[0] - 1 if small else last - 1

    def _tell_genders(self) -> None:
        """Of persons whose gender is not known: by their titles and by the next he or she, if these agree."""
        people = sorted((n for n in self.namings if self.sort[n.owner] == "person"), key=lambda n: n.first)
        votes: dict[int, Counter[str | None]] = {}
        for n, after in zip(people, [*people, None][1:], strict=True):
            end = min(n.last + 40, after.first if after else len(self.words))
            told = next((g for w in self.lower[n.last : end] for g in "mf" if w in FAMILY[g]), None)
            title = MISTER.get(self.lower[n.first - 1].rstrip(".")) if n.first else None
            votes.setdefault(n.owner, Counter()).update([x for x in (told, title, title) if x])
        for owner, vote in votes.items():
            if self.genders[owner] is None and len(vote) == 1 and vote.total() > 1:
                self.genders[owner] = next(iter(vote))

    def _add_things(self) -> None:
        """Common nouns with "the" that come again, none of which a name may be behind."""
        taken = {i for n in self.namings for i in range(n.first, n.last)}
        owners: dict[str, int] = {}
        for i in range(1, len(self.words)):
            word, noun = self.words[i], self.lower[i]
            following = self.words[i + 1].tag if i + 1 < len(self.words) else "."
            if word.tag not in ("NN", "NNS") or i in taken or following.startswith(("NN", "POS")):
                continue
            if noun in _BODIES or noun.rstrip("s") in _BODIES or noun in _PEOPLE or not _THING.fullmatch(noun):
                continue
            first = i
            while first and self.words[first - 1].tag in ("JJ", "NN", "VBN", "CD") and i - first < 3:
                first -= 1
            if not first or self.lower[first - 1] not in ("the", "a", "an", "this"):
                continue
            owner = owners.setdefault(noun, 10_000 + len(owners))
            self.sort[owner] = "thing" if word.tag == "NN" else "things"
            self.genders[owner] = None
            self.namings.append(Naming(first - 1, i + 1, owner, i))

    def tag(self, i: int) -> str:
        """The tag of a word, a full stop's outside the text."""
        return self.words[i].tag if 0 <= i < len(self.words) else "."

    def place(self, n: Naming) -> tuple[int, int, str, str] | None:
        """First and last word that would give way, as what ("subject", "owner", "object") and its verb's tag or "";
        None where a pronoun could not stand."""
        first, last = n.first, n.last
        person = self.sort[n.owner] == "person"
        if person:
            first = self._led(first)
        elif first and not person and self.lower[first - 1] == "the":
            first -= 1
        opens = not first or self.words[first - 1].sentence != self.words[first].sentence
        before = "." if opens or self.lower[first - 1] in TIMES else self.tag(first - 1)
        if before not in _BEFORE or self.it.quoted[self.words[first].start] or self.words[first].start < self.it.body:
            return None
        if not opens and self.lower[first - 1] in (
            "&",
            "/",
            "-",
            "–",
            "(",
            ":",
            "like",
            "including",
            "as",
            "between",
            "than",
        ):
            return None
        if before in ("CC", ",") and (first - 2 in self.at or (self.tag(first - 2) == "NNP" and before == "CC")):
            return None
        following, word = self.tag(last), self.lower[last] if last < len(self.words) else "."
        if following == "POS":
            after = self.tag(last + 1)
            return (first, last + 1, "owner", "") if after in ("NN", "NNS", "JJ", "CD") else None
        if not person and following in ("NN", "NNS") and last not in self.at and before not in ("``", "''"):
            return (first, last, "owner", "")
        at = last
        while self.tag(at) == "RB" and at < last + 2:
            at += 1
        if before == "IN" and self.tag(at) in _VERB and self.lower[first - 1] not in _OPENERS:
            return None
        if self.tag(at) in _VERB and before not in ("VBD", "VBZ", "VB", "MD"):
            return (first, last, "subject", self._number(at))
        if self.tag(at) in _VERB and not opens and self.lower[first - 1] in _SAYS:
            return (first, last, "subject", self._number(at))
        if (
            before == "VBD"
            and self.lower[first - 1] in _SAYS
            and word in (".", ",")
            and self.lower[first - 2] in ",”\"'’"
        ):
            return (first - 1, last, "said", "")
        if before in ("VB", "VBD", "VBZ", "VBP", "IN", "TO") and (
            following in ("IN", "TO", "CC", "RB") or word in (".", ";")
        ):
            if self.lower[first - 1] in _SAYS or self.lower[first - 1] in (
                "of",
                "at",
                "in",
                "from",
                "is",
                "was",
                "be",
                "by",
            ):
                return None
            if following == "CC" and self.tag(last + 1).startswith("NNP"):
                return None
            return (first, last, "object", before)
        return None

    def _led(self, first: int) -> int:
        """Where what leads a person's name begins: "Mr X", "the party's leader X"."""
        at = first
        while at and first - at < 6 and self.words[at - 1].sentence == self.words[first].sentence:
            tag, word = self.tag(at - 1), self.lower[at - 1]
            if (
                word in TIMES
                or word in ("and", "or")
                or not (tag.startswith("NN") or tag in ("JJ", "DT", "POS", "PRP$"))
            ):
                break
            at -= 1
        return at

    def _number(self, at: int) -> str:
        """What a verb says of how many its subject is: "one", "many" or ""."""
        if self.lower[at] in ("was", "is", "has", "does") or self.tag(at) == "VBZ":
            return "one"
        return "many" if self.lower[at] in ("were", "are", "have", "do") or self.tag(at) == "VBP" else ""

    def told(self, n: Naming, role: str, verb: str) -> tuple[str, int] | None:
        """What is written instead, and how far in its head stands; None where nothing fits."""
        sort = self.sort[n.owner]
        if sort == "person":
            gender = self.genders[n.owner]
            if gender is None:
                return None
            forms = FORMS[gender]
        elif sort == "place":
            if role == "object" or verb == "many":
                return None
            forms = FORMS["it"]
        else:
            name = " ".join(self.lower[n.first : n.last])
            nouns = called(name) if sort == "organisation" else ()
            if (
                nouns
                and role != "said"
                and verb != "many"
                and self.chance.random() < (0.7 if role == "object" else 0.4)
            ):
                noun = self.chance.choice(nouns)
                return (f"the {noun}" + ("'s" if role == "owner" else ""), 4)
            if role == "object" and verb not in ("VB", "VBD", "VBZ", "VBP", "TO") and self.chance.random() < 0.6:
                return None
            plural = (
                sort == "things"
                or verb == "many"
                or (sort == "organisation" and self.lower[n.last - 1].endswith("s") and verb != "one" and not nouns)
            )
            often = 0.45 if nouns and nouns[-1] in SIDES else 0.15
            if sort == "organisation" and verb not in ("one", "many") and self.chance.random() < often:
                plural = True
            forms = FORMS["they" if plural else "it"]
        if role == "said":
            return f"{forms[0]} {self.lower[n.first - 1]}", 0
        return forms[{"subject": 0, "object": 1, "owner": 2}[role]], 0

    def rivals(self, n: Naming, back: Naming) -> bool:
        """Whether something else of the sort stands between."""
        sort, gender = self.sort[n.owner], self.genders[n.owner]
        for other in self.namings:
            if back.last <= other.first < n.first and other.owner != n.owner:
                mine = self.sort[other.owner]
                if sort == "person":
                    if (mine == "person" and None in (gender, self.genders[other.owner])) or (
                        mine == "person" and gender == self.genders[other.owner]
                    ):
                        return True
                elif (
                    mine != "person"
                    and (mine != "place" or sort == "place")
                    and (mine[:5] != "thing" or sort[:5] == "thing")
                ):
                    return True
        return False

    def edits(self) -> tuple[list[Edit], list[Naming]]:
        """What gives way, and the namings that stay."""
        found: list[Edit] = []
        kept: list[Naming] = []
        last: dict[int, Naming] = {}
        for n in self.namings:
            back = last.get(n.owner)
            edit = self._edit(n, back) if back else None
            if edit and (not found or found[-1].end <= edit.start):
                found.append(edit)
            else:
                kept.append(n)
                last[n.owner] = n
        return found, kept

    def _edit(self, n: Naming, back: Naming) -> Edit | None:
        words, sort = self.words, self.sort[n.owner]
        if words[n.first].sentence - words[back.last - 1].sentence > REACH or n.first - back.last < 2:
            return None
        spot = self.place(n)
        if spot is None or (
            sort[:5] == "thing" and (spot[2] == "object" or self.lower[n.first] not in ("the", "this"))
        ):
            return None
        first, end, role, verb = spot
        between = self.lower[back.last : first]
        family = FAMILY[self.genders[n.owner] or "" if sort == "person" else ""]
        rivalled = self.rivals(n, back)
        if len(between) > 80 or (
            any(w in family for w in between)
            and (rivalled or self.chance.random() > (1.0 if sort == "person" else 0.6))
        ):
            return None
        told = self.told(n, role, verb)
        if told is None:
            return None
        before = self.place(back)
        strong = (before is not None and before[2] != "object") or words[back.first].sentence == words[n.first].sentence
        rate = OFTEN
        if rivalled and words[n.first].sentence - words[back.last - 1].sentence == REACH:
            return None
        if rivalled:
            rate = RIVALLED if strong else 0.1 if sort == "person" else 0.25
        rate *= {"object": 0.4, "owner": 0.9}.get(role, 1.0) * {"person": 0.7, "thing": 0.8, "things": 0.8}.get(
            sort, 1.0
        )
        if self.chance.random() > rate:
            return None
        said, head = told
        opens = not first or words[first - 1].sentence != words[first].sentence
        return Edit(
            words[first].start, words[end - 1].end, said[0].upper() + said[1:] if opens else said, head, n.owner
        )

    def write(self) -> Labelled:
        """The article with its pronouns."""
        edits, kept = self.edits()
        parts: list[str] = []
        moves: list[tuple[int, int]] = []
        heads: list[tuple[int, int, bool]] = []
        at = 0
        size = 0
        for e in edits:
            parts += [self.it.text[at : e.start], e.told]
            size += e.start - at
            heads.append((size + e.head, e.owner, True))
            size += len(e.told)
            at = e.end
            moves.append((e.end, size - e.end))
        text = "".join([*parts, self.it.text[at:]])
        ends = np.array([m[0] for m in moves])
        gone = [(e.start, e.end) for e in edits]
        begins = [a for a, _ in gone]
        for n in kept:
            k = bisect_right(begins, self.words[n.head].start) - 1
            if k >= 0 and self.words[n.head].start < gone[k][1]:
                continue
            start = self.words[n.head].start
            k = int(np.searchsorted(ends, start, "right")) - 1
            heads.append((start + (moves[k][1] if k >= 0 else 0), n.owner, False))
        spans = f.split_words(text)
        word_at = {a: i for i, (a, _) in enumerate(spans)}
        antecedents: dict[int, list[int]] = {}
        groups: dict[int, list[int]] = {}
        for start, owner, asks in sorted(heads):
            word = word_at.get(start)
            if word is None:
                continue
            if asks and owner in groups:
                antecedents[word] = list(groups[owner])
            groups.setdefault(owner, []).append(word)
        for start in find_empty(text):
            if start in word_at:
                antecedents.setdefault(word_at[start], [])
        return Labelled(
            f"{self.it.name} masked", UNLABELLED, text, spans, f.split_blocks(text), antecedents=antecedents
        )
