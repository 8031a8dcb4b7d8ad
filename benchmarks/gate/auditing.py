"""What one article tells of itself against what a careful reader marked of it (`tests/gold/audits/marks.json`).

Who never speaks is found when its name or one of the actor's other names is the marked one, and right when it is marked
at all (nine texts are marked for this alone): `silent too` are bodies named only as where somebody works or plays,
right to tell and not asked for. A claim of unnamed sources is found when half of its words, or of the marked one's, are
the other's. A line of the headline is right when what it stands on is one of the marked answers (a line without any is
not asked for); it counts as found where the engine traces it to anything, and marks that allow "nowhere" are asked of
nobody. What may be left out is neither missed nor wrong: people whose words another one reports, bodies that speak
through their people, sources who are bodies or speak for one.
"""

import json
from functools import cache
from typing import Any

from benchmarks.gate.comparing import Spans
from benchmarks.gate.figures import Share
from benchmarks.gate.marks import GOLD, Marked, Words
from reader.analysis import Analysis, analyse
from reader.article import Article, open_article
from reader.compare.audit import audit
from reader.compare.audit_model import Audit


@cache
def _marks() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((GOLD / "audits" / "marks.json").read_text(encoding="utf-8"))
    return found


def texts() -> list[str]:
    """The names of the texts that are marked for who never speaks alone (`tests/gold/audits/silent.json`)."""
    return sorted(_silences())


@cache
def _silences() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads((GOLD / "audits" / "silent.json").read_text(encoding="utf-8"))
    return found


def silence(name: str) -> dict[str, Share]:
    """The shares of one of these texts. A name is found where it, or the end of it, is one of the actor's."""
    article = open_article(str(GOLD / "audits" / "texts" / f"{name}.txt"))
    given = [{one.actor.name, *one.actor.aliases} for one in audit(article, analyse(article)).silent]
    marks = _silences()[name]
    hit = sum(any(_is_named(mark, own) for own in given) for mark in marks["silent"])
    right = sum(any(_is_named(mark, own) for mark in marks["silent"]) for own in given)
    free = sum(any(_is_named(mark, own) for mark in marks["may be silent"]) for own in given)
    return {
        "audit: who never speaks, found": Share(hit, len(marks["silent"])),
        "audit: who never speaks, right": Share(right, len(given) - free),
    }


def _is_named(mark: str, names: set[str]) -> bool:
    return any(mark == name or name.endswith(f" {mark}") or mark.endswith(f" {name}") for name in names)


def figures(marked: Marked, analysis: Analysis) -> dict[str, Share]:
    """The shares of one article; none where it was not marked."""
    marks = _marks().get(marked.path.stem)
    if marks is None:
        return {}
    found = audit(marked.article, analysis)
    return {**_silent(marked, found, marks), **_unnamed(marked, found, marks), **_lines(found, marks)}


def _silent(marked: Marked, found: Audit, marks: dict[str, Any]) -> dict[str, Share]:
    also = {actor.name: {actor.name, *actor.also} for actor in marked.actors or ()}
    given = [{silent.actor.name, *silent.actor.aliases} for silent in found.silent]
    wanted = [also.get(name, {name}) for name in marks["silent"]]
    besides = [also.get(name, {name}) for name in marks["silent too"]]
    free = [also.get(name, {name}) for name in marks["may be silent"]]
    free += [{a.name, *a.also} for a in marked.actors or () if a.optional or a.kind not in ("person", "organisation")]
    hit = sum(any(names & own for own in given) for names in wanted)
    right = sum(any(own & names for names in wanted + besides) for own in given)
    wrong = sum(not any(own & names for names in wanted + besides + free) for own in given)
    return {
        "audit: who never speaks, found": Share(hit, len(wanted)),
        "audit: who never speaks, right": Share(right, right + wrong),
    }


def _unnamed(marked: Marked, found: Audit, marks: dict[str, Any]) -> dict[str, Share]:
    article = marked.article
    claims = {claim.id: claim for claim in marked.claims}
    wanted = [claims[id].content for id in marks["unnamed"]]
    free = [c.content for c in marked.claims if c.id not in marks["unnamed"] and None in c.speakers]
    given = [unnamed.claim.content for unnamed in found.unnamed]
    hit = sum(any(_meet(article, spans, own) for own in given) for spans in wanted)
    wrong = sum(not any(_meet(article, spans, own) for spans in wanted + free) for own in given)
    return {
        "audit: unnamed sources, found": Share(hit, len(wanted)),
        "audit: unnamed sources, right": Share(hit, hit + wrong),
    }


def _meet(article: Article, one: Spans, other: Spans) -> bool:
    """Whether the shorter of two stretches is half or more in the other."""
    words = Words(article.text)
    own, theirs = words.within(one), words.within(other)
    return 2 * len(own & theirs) >= max(1, min(len(own), len(theirs)))


def _lines(found: Audit, marks: dict[str, Any]) -> dict[str, Share]:
    pairs = [(line.support, answers) for line, answers in zip(found.lines, marks["lines"], strict=False) if answers]
    asked = [(support, answers) for support, answers in pairs if "nowhere" not in answers]
    traced = [(support, answers) for support, answers in pairs if support != "nowhere"]
    right = sum(support in answers for support, answers in asked)
    return {
        "audit: headline support, found": Share(right, len(asked)),
        "audit: headline support, right": Share(sum(s in answers for s, answers in traced), len(traced)),
    }
