"""Which namings of bodies are one body's, and of places one place's: short forms and initials are looked up."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from reader.analysis.actors.naming import Naming, fold_accents
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import is_legal_form, load_group, load_groups, load_phrases, load_words
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.titles import load_titles
from reader.article.model import HEADLINE_KINDS

_SAME_PLACE = {other: name for name, others in load_groups("same_places", ",").items() for other in others}
_SAME_BODY = {
    fold_accents(other): tuple(map(fold_accents, (name, *others[:at])))
    for name, others in load_groups("same_bodies", ",").items()
    for at, other in enumerate(others)
}
"""Of each other name of a body, without accents, those that count before it."""
_SMALL = frozenset(["of", "the", "and", "for", "&", "de", "la", "in", "on", "at", "to"])
_SHORTEST_FORM = 3
"""So many letters are left at least of a first word that is cut ("Man City")."""
_FOLLOWING = frozenset(["rs", "ers", "ians", "ites", "ists"])
"""Endings of those who follow a body, who are not it: "Starlifers" of "Starlife"."""
_CUT_OF = 2
"""A name of no more words may have its first one cut ("Man City")."""
_SHORTEST_CUT = 4
"""So many letters a firm's or club's name of one word has at least when it is cut ("Juve"); it loses two or more."""
_READ_OF = 3
"""Of so many words at least initials are that are written with a small letter ("Iata")."""
_OFFICES_OF = ("department of ", "ministry of ")
"""What a body's initials may leave out, as they may leave out its place."""
_STATES = frozenset(["US", "UK", "EU", "UN"])
_PAPERS = frozenset(["times", "post", "journal", "herald", "tribune", "telegraph", "globe", "chronicle", "mail"])
STATE: Final = frozenset(
    ["ministry", "department", "parliament", "senate", "court", "police", "army", "navy", "government", "treasury"]
)
"""Bodies that every country has, which are told apart by whose they are."""
_SORTS = frozenset(
    ["pictures", "studios", "records", "bros", "of", "and", "&", "usa", "us", "uk", "gb", "international"]
)
"""Words behind a body's name that make it no other body's, beside those that the list has."""
_CHAMBERS: Final = {"senators": "senate", "representatives": "house", "congressmen": "house"}
_SIDES: Final = {"republican": "republicans", "gop": "republicans", "democratic": "democrats", "democrat": "democrats"}
"""Members of a chamber and what their party there is called: "Republican senators" are the "Senate Republicans"."""
_PARTS = frozenset(
    [
        *("board", "guild", "press", "foundation", "museum", "academy", "team", "fund", "services", "committee"),
        *("institute", "staff", "labs", "stores"),
    ]
)
"""Words for a part of a body, or for one that it has made."""
_OFTEN = 4
"""A body that is named so many times is not called by what is named once."""
_ALONE = frozenset(["house", "congress", "union"])
"""Words that mean a body of their own, beside those that the list has."""


def group_organisations(document: Document, namings: list[Naming], bracketed: Mapping[str, str]) -> list[list[Naming]]:
    """The namings of each body; `bracketed` are short forms with the names that they stand in brackets behind."""
    by_key: dict[str, list[Naming]] = {}
    for naming in namings:
        by_key.setdefault(fold_name(naming.key), []).append(naming)
    whole = {fold_name(short): fold_name(long) for short, long in bracketed.items()}
    whole = _list_same(by_key) | whole
    homes: dict[str, str] = {}
    forms: dict[str, list[str]] = defaultdict(list)
    for key in sorted(by_key, key=lambda key: (-len(key.split()), -len(key), by_key[key][0].span)):
        naming = by_key[key][0]
        if whole.get(key) in by_key:
            homes[key] = homes.get(whole[key], whole[key])
            continue
        longer = [other for other in forms.get(_spell(naming), ()) if _short_for(naming, by_key[other][0])]
        longer = [other for other in longer if not _both_have_initials(naming, by_key[other][0], by_key)]
        if len(longer) > 1:
            longer = [other for other in longer if _is_surely_short(naming, by_key[other][0])]
        longer = [other for other in longer if not _is_made_by(document, by_key[other], by_key[key])]
        homes[key] = longer[0] if len(longer) == 1 else key
        if homes[key] == key:
            for form in _list_short_forms(naming):
                forms[form].append(key)
    groups: dict[str, list[Naming]] = {}
    for key, home in homes.items():
        groups.setdefault(homes.get(home, home), []).extend(by_key[key])
    return list(groups.values())


def _list_same(known: Collection[str]) -> dict[str, str]:
    """Of names that many know to be one body's, each with that of them which counts: "Spurs" is Tottenham Hotspur."""
    same: dict[str, str] = {}
    for key in known:
        for name in _SAME_BODY.get(key, ()):
            if name != key and name in known:
                same[key] = name
                break
    return same


def fold_name(key: str) -> str:
    """A name without accents and a last stop: "Samaná" is "Samana", "Ltd." is "Ltd"; of a party in a chamber one of its
    names."""
    if key.isascii():
        side, _, members = key.partition(" ")
        if side in _SIDES and members in _CHAMBERS:
            return f"{_CHAMBERS[members]} {_SIDES[side]}"
        return key.rstrip(".")
    return fold_accents(key).rstrip(".")


def _both_have_initials(short: Naming, long: Naming, known: Collection[str]) -> bool:
    """Whether an article calls a name and one that goes on before it by their initials, and so tells them apart: the
    RFU is not the IRFU."""
    return all(len(one.tokens) > 1 and _initials(one)[0] in known for one in (short, long))


def _is_acronym(naming: Naming, words: int) -> bool:
    """Whether a name may be the initials of one of so many words: capitals, or as some papers print those that are
    read as a word, of three words or more ("Iata", "DfE")."""
    letters = naming.tokens[0].replace(".", "")
    shouted = letters.isupper() and len(letters) > 1
    return len(naming.tokens) == 1 and (shouted or (letters.isalpha() and len(letters) >= _READ_OF <= words))


def _is_made_by(document: Document, longer: Sequence[Naming], short: Sequence[Naming]) -> bool:
    """Whether a longer name is something of a body's own: it goes on behind the body's name, and comes later than that
    in the text below the headlines: "Stripe" and its "Stripe Atlas"; not "Lidl" and "Lidl UK", nor "Yale" and "Yale
    University", but where the longer is named once and the other often: "Heinz" and the "Heinz Board"."""
    size = len(short[0].tokens)
    more = [token.lower() for token in longer[0].tokens[size:]]
    if longer[0].tokens[:size] != short[0].tokens:
        return False
    once = len(longer) == 1 and len(short) >= _OFTEN
    if " ".join(more) in load_phrases("places") and not once:
        return False
    whole = load_words("organisations") - _PARTS if once else load_words("organisations")
    if any(is_legal_form(word) or word in _SORTS or word in whole for word in more):
        return False
    firsts = [_find_first_below(document, namings) for namings in (short, longer)]
    return firsts[0] is not None and firsts[1] is not None and firsts[0] < firsts[1]


def _find_first_below(document: Document, namings: Sequence[Naming]) -> int | None:
    """Where a name first stands below the headlines."""
    blocks = document.article.blocks
    found = (n.span[0] for n in namings if blocks[document.article.block_at(n.span[0])].kind not in HEADLINE_KINDS)
    return min(found, default=None)


def _is_surely_short(short: Naming, long: Naming) -> bool:
    """Of several longer names, whether one is by its initials, or only says what sort of body it is: "Yale University",
    not "Yale Daily News"."""
    adds_a_sort = len(long.tokens) == len(short.tokens) + 1 and long.tokens[-1].lower() in load_words("organisations")
    return adds_a_sort or _spell(short) in _initials(long)


def _spell(naming: Naming) -> str:
    """A name as its short forms are looked up; a single word, which may be initials, without stops."""
    words = [token.lower() for token in naming.tokens]
    return " ".join(words) if len(words) > 1 else words[0].replace(".", "")


def _list_short_forms(naming: Naming) -> set[str]:
    """All that `_short_for` may take for a shorter form of a name: its initials, its beginnings and its ends."""
    words = [token.lower() for token in naming.tokens]
    forms = {*_initials(naming)}
    for size in range(1, len(words)):
        forms |= {" ".join(words[:size]), " ".join(words[-size:])}
    if len(words) <= _CUT_OF:
        forms |= {" ".join((words[0][:size], *words[1:])) for size in range(_SHORTEST_FORM, len(words[0]))}
    return forms | {words[0].replace(".", "")} if len(words) > 1 else forms


def _initials(naming: Naming) -> tuple[str, ...]:
    """The first letters of a name's words: of those with a capital, also with "The" before them, and of all; without
    the place whose body it is, and without what is behind its last "and": "CBP" is the U.S. Customs and Border
    Protection, "CDC" the Centers for Disease Control and Prevention."""
    capitals = [word[0] for word in naming.tokens if word.lower() not in _SMALL and word[0].isupper()]
    whole = "".join(capitals).lower()
    found = [whole, f"t{whole}", "".join(word[0] for word in naming.tokens).lower()]
    behind = next((i for i, word in enumerate(reversed(naming.tokens)) if word == "and"), 0)
    less = _count_place(naming.tokens)
    for form in (whole, whole[: len(whole) - behind] if behind else ""):
        found += [form[at:] for at in (0, less) if len(form) - at >= _READ_OF]
    if naming.key.startswith(_OFFICES_OF):
        found.append(whole[1:])  # "HA" is the Department of Harbour Affairs
    return tuple(dict.fromkeys(found))


def _count_place(tokens: Sequence[str]) -> int:
    """How many words of a body's name tell whose it is: "US", "New York", "Israeli"."""
    if tokens[0].replace(".", "") in _STATES or is_of_people(tokens[0].lower()):
        return 1
    places = load_phrases("places")
    return next((size for size in (2, 1) if " ".join(tokens[:size]).lower() in places), 0)


def _short_for(short: Naming, long: Naming) -> bool:
    """Whether one organisation's name is a shorter form of another's: its initials, its beginning or its end."""
    a, b = [t.lower() for t in short.tokens], [t.lower() for t in long.tokens]
    if _is_acronym(short, len(long.tokens)) and a[0].replace(".", "") in _initials(long):
        return True
    if len(a) == len(b) <= _CUT_OF and a[1:] == b[1:]:
        lost = len(b[0]) - len(a[0])
        behind = b[0][len(a[0]) :]
        cut = len(a[0]) >= _SHORTEST_CUT and lost > 1 and behind[0] not in "-'’" and behind not in _FOLLOWING
        return bool(a[1:]) or cut
    if len(a) >= len(b) or (short.tokens[-1].istitle() and long.tokens[len(a) - 1] == a[-1]):
        return False  # "Harlow City", the club, is not Harlow city council
    if b[: len(a)] == a and a[0] not in load_titles("before"):
        return not (len(a) == 1 and a[0] in load_words("organisations")) or b[1:] == ["department"]
    return b[-len(a) :] == a and (len(a) > 1 or _may_end_alone(a[0]))


def _may_end_alone(word: str) -> bool:
    """Whether a last word alone can mean the whole ("Palace", "United"): it is no body that is known by it."""
    known = word in _ALONE or word in load_group("names_known", "organisation", ",")
    return word in _PAPERS or (word not in STATE - {"navy", "army"} and not known)


def group_places(namings: list[Naming]) -> list[list[Naming]]:
    """Places by their names; initials ("NSW", "DRC") are the one place whose name they are short for."""
    long: dict[str, set[str]] = defaultdict(set)
    for naming in namings:
        if len(naming.tokens) > 1:
            for initials in _initials(naming):
                long[initials].add(_name_place(naming))
    groups: dict[str, list[Naming]] = {}
    for naming in namings:
        short = _is_acronym(naming, 0) and naming.key not in _SAME_PLACE
        whole = long.get(naming.key.replace(".", ""), set()) if short else set()
        groups.setdefault(next(iter(whole)) if len(whole) == 1 else _name_place(naming), []).append(naming)
    return list(groups.values())


def _name_place(naming: Naming) -> str:
    key = fold_name(naming.key)
    return _SAME_PLACE.get(naming.key) or _SAME_PLACE.get(f"{key}.") or _SAME_PLACE.get(key, key)
