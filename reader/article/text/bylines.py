"""Who wrote it: the names in bylines and in lists of authors."""

import re

from reader.article.text.patterns import compile_later


def word_set(*words: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(word for line in words for word in line.split())


PARTICLES = word_set("de da del della der den di du el la le van von bin ibn al ter ten dos y af av zu zur st")
_NAME_WORD = compile_later(r"(?:(?:O|D|Mc|Mac|al-|Al-|L)['’]?)?[^\W\d_a-z][\w'’.-]*$")
_LEAD_IN = compile_later(
    r"^(?:(?:words|story|text|report|reporting|analysis|opinion|comment|review|interview|written|posted|"
    r"published|reported|article|exclusive|compiled|edited|co-?authored|co-?written)(?: and [a-z]+)?\s*(?:by\b|:)"
    r"|by-?lines?\s*:(?:\s*by\b)?|authors?\s*:|by\b)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_NOT_FIRST = word_set(
    "a an the this that these those it he she they we you i my his her their our its in on at of to for with "
    "without from most some all many more less then when while after before monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november "
    "december contrast early late mid midday noon midnight yesterday today tomorrow no not far now winning using "
    "doing taking making posted updated published subscribe share follow read last latest modified created"
)
_MONTH_NAMES = word_set("april may june august")
AGENCIES = word_set(
    "ap afp upi pa reuters bloomberg cnn bbc npr pti ani ians dpa efe xinhua tass interfax kyodo staff agencies "
    "agency newsroom"
)
_ROLE = compile_later(
    r"(?<![’'])\b(?:reporter|correspondent|editor|writer|columnist|journalist|producer|staff|contributor|critic|analyst|"
    r"bureau|commentator|photographer|author|fellow|professor|director|president|editorial|desk|team|chief)s?\b",
    re.IGNORECASE,
)
_CREDENTIAL = compile_later(
    r"(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?S\.?c?|B\.?S\.?c|B\.?A|M\.?B\.?A|M\.?P\.?H|R\.?N|D\.?D\.?S|J\.?D|LL\.?[BM]|CPA|CFA|DVM|Ed\.?D"
    r"|MPhil|DPhil|FRS|OBE|MBE|CBE|QC|KC|Esq|Jr|Sr)\.?"
)
"""What stands behind a name and is none."""
_PARTS = compile_later(r"(?<=[a-z]{3})\.\s+|\s*(?:;|,|\band\b|&|\bwith\b|\+|\|)\s*", re.IGNORECASE)
_TAIL = compile_later(
    r"\s*(?:[•·/–—]|\s-\s)\s*.*$"
    r"|\s+(?:in|for|at|of|from|on)\s+(?=[A-Z\d]).*?(?=\s+and\s|$)"
    r"|,?\s+special to the\s.*$"
    r"|\s*\([^)]*\)\s*$"
    r"|\s+@\w+.*$"
)
_HANDLE = compile_later(r"\s*(?:@\w+|\S+@\S+|https?://\S+)\s*")


_TWO_WORD_PLACE = word_set("New San Santa Los Las Saint St. St Port Hong Abu Tel Kuala Buenos El Fort Cape")


def byline_before_place(line: str) -> int:
    """Length of the byline that runs into a dateline, `By Lalit K Jha Washington, `, up to the place; 0 if none does.

    The place is its last word, and the one before where that is `New`, `San` and the like.
    """
    head = line[:90].partition(",")[0]
    words = head.split(" ")
    if words[0] != "By" or not head or "," not in line[:90]:
        return 0
    names = words[1 : -2 if len(words) > 4 and words[-2] in _TWO_WORD_PLACE else -1]
    enough = 2 <= len(names) <= 7 and all(_NAME_WORD.match(w) or w in ("and", *PARTICLES) for w in names)
    return len(" ".join(["By", *names])) + 1 if enough and byline_names(" ".join(["By", *names])) else 0


_NOBODY = compile_later(
    r"By (?:an?|our|the)\b(?: [\w’'&-]+){0,6} (?:staff|team|desk|newsroom|bureau|"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|critic|contributor)s?)"
    r"(?: (?:in|at) [A-Z][\w -]{1,30})?$"
)


def is_byline_of_nobody(line: str) -> bool:
    """Whether a line says who wrote it without a name: `By our education correspondent`, `By a staff reporter`."""
    return bool(_NOBODY.match(line.strip()))


def known_agency(name: str) -> bool:
    """Whether a name is that of a news agency or a desk: AP, AFP/Reuters, Staff."""
    words = re.split(r"[ /]+", name.strip())
    return all(word.lower() in AGENCIES for word in words)


def byline_names(line: str) -> tuple[str, ...]:
    """The names of a byline such as `By Ann Lee and Bo Ray, Political Editor`; empty when the line is none."""
    match = _LEAD_IN.match(line[:40]) if len(line) <= 200 else None
    if not match or (line.endswith((".", "!", "?")) and len(line.split()) > 9):
        return ()
    rest = line[match.end() :]
    if line[0].islower() and not line.startswith("by "):
        return ()
    return names_in(rest)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list of authors: people and agencies, in order, without roles, places, handles and dates."""
    text = _TAIL.sub("", _HANDLE.sub(" ", text[:400]).strip().rstrip("."))
    names: list[str] = []
    for part in _PARTS.split(text):
        name = _as_name(part.strip(" .,:"))
        if name is None:
            break
        if name and name not in names:
            names.append(name)
    return tuple(names)


def _as_name(part: str) -> str | None:
    """The name in one part of a byline; "" for a role beside a name; None where it is no name."""
    part = _LEAD_IN.sub("", part)
    words = part.split()
    if not words:
        return ""
    if len(words) > 5 or any(c.isdigit() or c in '%$£€:!?=<>"“”' for c in part):
        return None
    if _CREDENTIAL.fullmatch(part):
        return ""
    if known_agency(part) or part in ("Associated Press", "The Associated Press"):
        return part
    if _ROLE.search(part):
        return ""
    if len(part) > 4 and all(word.removeprefix("Mc").removeprefix("Mac").isupper() for word in words):
        words = [_title_case(word) for word in words]
    named_for_a_month = words[0].lower() in _MONTH_NAMES and len(words) > 1 and words[1].lower() not in _NOT_FIRST
    if (words[0].lower() in _NOT_FIRST and not named_for_a_month) or words[0].lower().rstrip("’'s") in _NOT_FIRST:
        return None
    if not _NAME_WORD.match(words[0]) or not all(_NAME_WORD.match(w) or w.lower() in PARTICLES for w in words):
        return None
    return " ".join(words)


def _title_case(word: str) -> str:
    if word.lower() in PARTICLES:
        return word.lower()
    if len(word) <= 2 or re.fullmatch(r"(?:[A-Z]\.)+|I{2,3}", word):
        return word
    word = word.title()
    return re.sub(r"^(Mc|O['’]|D['’])(\w)", lambda m: m.group(1) + m.group(2).upper(), word)
