"""What is typed into a search, read so that nothing typed is ever a mistake.

Words (all of them), "phrases", begin* of words, -without; and `speaker:`, `outlet:`, `since:`, `until:`,
`tag:`, `kind:`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from reader.library.words import Word, folded, keys_of

FILTERS = {
    "speaker": "speakers",
    "by": "speakers",
    "outlet": "outlets",
    "site": "outlets",
    "tag": "tags",
    "kind": "kinds",
    "since": "since",
    "until": "until",
}
KINDS = ("direct", "indirect", "mixed", "said", "thought", "claim", "article", "mark")
_PART = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?(\*?)|([^\s"]+))')
_AGO = re.compile(r"(\d{1,4})\s*([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one behind the other; `begins`: the last of them need only begin so."""

    keys: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought. `remarks` are lines for the user on what could not be taken as it was meant."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    speakers: tuple[Term, ...] = ()
    outlets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        sought = self.terms or self.speakers or self.outlets or self.tags or self.kinds
        return not (sought or self.since or self.until)


def read_query(text: str, today: date | None = None) -> Query:
    """A query from what was typed; a filter that says nothing usable is sought as words, and told."""
    today = today or date.today()
    query = Query()
    for sign, name, quoted, star, bare in _PART.findall(text):
        value = quoted or bare
        begins = bool(star) or (not quoted and bare.endswith("*"))
        kind = FILTERS.get(name.casefold()) if name else None
        if kind is not None and not sign:
            changed = _filtered(query, kind, value, today)
            if changed is not None:
                query = changed
                continue
            query = replace(query, remarks=(*query.remarks, _remark(name, value)))
            if kind in ("since", "until", "kinds"):
                value = f"{name} {value}"
        elif name:
            if not sign and kind is None and not name.isdigit():
                told = f"{name}: is no filter, so {f'{name} {value}'!r} was sought as words"
                query = replace(query, remarks=(*query.remarks, told))
            value = f"{name} {value}"
        term = Term(tuple(keys_of(value)), begins)
        if not any(term.keys):
            continue
        if sign:
            query = replace(query, without=(*query.without, term))
            continue
        query = replace(query, terms=(*query.terms, term))
    if query.without and query.is_empty:
        query = replace(query, remarks=(*query.remarks, "say also what you look for, not only what is to be left out"))
    return query


def _filtered(query: Query, kind: str, value: str, today: date) -> Query | None:
    if kind in ("since", "until"):
        day = read_day(value, today, last=kind == "until")
        if day is None:
            return None
        return replace(query, since=day) if kind == "since" else replace(query, until=day)
    if kind == "kinds":
        chosen = value.casefold().rstrip("s")
        return replace(query, kinds=(*query.kinds, chosen)) if chosen in KINDS else None
    if kind == "speakers":
        term = Term(tuple(keys_of(value)), value.endswith("*"))
        return replace(query, speakers=(*query.speakers, term)) if any(term.keys) else None
    if kind == "tags":
        return replace(query, tags=(*query.tags, value)) if value.strip() else None
    words = folded(value)
    return replace(query, outlets=(*query.outlets, words)) if words else None


def _remark(name: str, value: str) -> str:
    if name.casefold() == "kind":
        return f"kind: takes {', '.join(KINDS)}, so {value!r} was sought as words"
    if name.casefold() in ("since", "until"):
        return f"{name}: takes a day (2026-11-26, 2026-11, 2026, 7d, 2w), so {value!r} was sought as words"
    return f"{name}: says nothing to look for"


def read_day(value: str, today: date, *, last: bool = False) -> str | None:
    """A day as ISO writes it, from a date, a month, a year, "today", "yesterday" or an age ("7d"); None for none."""
    value = value.strip().casefold()
    if value in ("today", "yesterday"):
        return (today - timedelta(days=value == "yesterday")).isoformat()
    if found := _AGO.fullmatch(value):
        try:
            return (today - timedelta(days=int(found[1]) * _DAYS[found[2]])).isoformat()
        except OverflowError:
            return None
    if re.fullmatch(r"\d{4}(-\d{1,2}){0,2}", value, re.ASCII):
        parts = [int(part) for part in value.split("-")]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError:
            return None
        day = "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))
        return day + "\uffff" if last and len(parts) < 3 else day
    return None


def as_match(query: Query, columns: str = "") -> str:
    """The query in FTS5's language, its words quoted; "" where it names none. `columns` is where speakers stand."""
    wanted = [_match(term) for term in query.terms]
    if columns:
        wanted += [f"{columns} : ({_match_words(term)})" for term in query.speakers]
    if not wanted:
        return ""
    without = "".join(f" NOT {_match(term)}" for term in query.without)
    return f"({' AND '.join(wanted)}){without}"


def _match(term: Term) -> str:
    return f'"{" ".join(term.keys)}"{"*" * term.begins}'


def _match_words(term: Term) -> str:
    """A speaker's names in any order, as a catalogue has them."""
    keys = [key for key in term.keys if key]
    return " AND ".join(f'"{key}"{"*" * (term.begins and key == keys[-1])}' for key in keys)


def stands_in(terms: Sequence[Term], words: Sequence[str]) -> bool:
    """Whether every term stands somewhere in these folded words."""
    return all(any(_begins_at(term, words, at) for at in range(len(words))) for term in terms)


def names_speaker(terms: Sequence[Term], words: Sequence[str]) -> bool:
    """Whether a speaker's folded words hold every word of these, in any order."""
    return all(
        any(word == key or (term.begins and word.startswith(key)) for word in words)
        for term in terms
        for key in term.keys
    )


def places_of(terms: Sequence[Term], words: Sequence[Word]) -> list[tuple[int, int]]:
    """Every place of every term, as numbers of the words it takes, in order."""
    keys = [word.key for word in words]
    found = {(at, at + len(term.keys)) for term in terms for at in range(len(keys)) if _begins_at(term, keys, at)}
    return sorted(found)


def _begins_at(term: Term, words: Sequence[str], at: int) -> bool:
    last = len(term.keys) - 1
    if at + last >= len(words) or not term.keys:
        return False
    for step, key in enumerate(term.keys):
        word = words[at + step]
        if word != key and not (term.begins and step == last and word.startswith(key)):
            return False
    return True
