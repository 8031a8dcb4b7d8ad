"""Names to clusters: every naming of one person, organisation or place together, and namesakes kept apart."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from unicodedata import combining, normalize

from reader.analysis.actors.actor_features import tell_namings
from reader.analysis.actors.bracketed import find_bracketed
from reader.analysis.actors.cast import list_characters
from reader.analysis.actors.genders import Gender, tell_gender_around
from reader.analysis.actors.kinds import choose_kinds
from reader.analysis.actors.naming import Naming, clean_name, read_last, settle_kinds
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import is_legal_form, load_group, load_groups, load_phrases, load_words
from reader.analysis.document.titles import is_given, is_office, load_titles
from reader.analysis.model import ActorKind
from reader.analysis.names.by_rule import Name
from reader.article.model import HEADLINE_KINDS, Span

_Value = TypeVar("_Value", bound=str)
_OFFICERS = load_titles("heads")
_FIRMS = load_words("firms") | load_words("bodies_called")
_APPOSED = 7
"""So many words of an apposition are looked at."""
_DESCRIBING = ("JJ", "NN", "HYPH", "CD", "POS")
"""Tags of an apposition's noun and of the words before it."""
_SAME_PLACE = {other: name for name, others in load_groups("same_places", ",").items() for other in others}
_SMALL = frozenset(["of", "the", "and", "for", "&", "de", "la", "in", "on", "at", "to"])
_SHORTEST_FORM = 3
"""So many letters a shortened given name has at least ("Rob", "Ron")."""
_CUT_OF = 2
"""A name of no more words may have its first one cut ("Man City")."""
_SHORTEST_CUT = 4
"""So many letters a firm's or club's name of one word has at least when it is cut ("Juve"); it loses two or more."""
_PAPERS = frozenset(["times", "post", "journal", "herald", "tribune", "telegraph", "globe", "chronicle", "mail"])
_STATE = frozenset(
    ["ministry", "department", "parliament", "senate", "court", "police", "army", "navy", "government", "treasury"]
)
"""Bodies that every country has, which are told apart by whose they are."""
_SORTS = frozenset(
    ["pictures", "studios", "records", "bros", "of", "and", "&", "usa", "us", "uk", "gb", "international"]
)
"""Words behind a body's name that make it no other body's, beside those that the list has."""
_ALONE = frozenset(["house", "congress", "union"])
"""Words that mean a body of their own, beside those that the list has."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """All namings of one actor: spans in reading order, the fullest name, its kind and, where known, gender; and what
    the namings tell of how sure it is."""

    name: str
    kind: ActorKind
    spans: tuple[Span, ...]
    aliases: tuple[str, ...]
    gender: Gender | None
    told: Mapping[str, float] = field(default_factory=dict, repr=False, compare=False)


def cluster_names(document: Document, found: Sequence[Name], sources: Iterable[Span] = ()) -> tuple[Cluster, ...]:
    """Group names into clusters, in the order of each one's first naming. What names no actor is left out, unless it
    speaks in one of the `sources`."""
    cleaned = [clean_name(document, name) for name in found]
    settled = settle_kinds([naming for naming in cleaned if naming is not None], found)
    namings = choose_kinds(document, settled, sources)
    groups: list[list[Naming]] = []
    people = [n for n in namings if n.kind == "person"]
    groups += _group_people(people, list_characters(document, people))
    bodies = [n for n in namings if n.kind in ("organisation", "group")]
    groups += _group_organisations(document, bodies, find_bracketed(document, bodies))
    groups += _group_places([n for n in namings if n.kind == "place"])
    clusters = [_make_cluster(document, group) for group in groups]
    return tuple(sorted(clusters, key=lambda one: one.spans[0]))


class _Person:
    """The namings of one person, with what they tell: first and last words, gender."""

    __slots__ = ("firsts", "full", "genders", "last", "namings")

    def __init__(self, naming: Naming) -> None:
        self.last = read_last(naming)
        self.full = naming.key
        self.namings: list[Naming] = []
        self.firsts: dict[str, None] = {}
        self.genders: set[Gender] = set()
        self.take(naming)

    def take(self, naming: Naming) -> None:
        """Count one more naming as this person's."""
        self.namings.append(naming)
        if len(naming.tokens) > 1:
            self.firsts.setdefault(naming.tokens[0])
            self.full = max(self.full, naming.key, key=len)
        self.genders.update(gender for gender in (naming.gender, _tell_given_gender(naming.tokens)) if gender)

    def may_be(self, gender: Gender | None) -> bool:
        """Whether nothing that is known of the person speaks against a gender."""
        return gender is None or not self.genders or gender in self.genders

    def is_called(self, naming: Naming) -> bool:
        """Whether a naming of the same last word can be this person's: the first names agree, or one name is the end of
        the other ("Harold Gentry", "Thomas Harold Gentry")."""
        short, long = sorted((self.full, naming.key), key=len)
        return self.may_be(naming.gender) and (
            _is_described(naming)
            or any(_first_names_agree(first, naming.tokens[0]) for first in self.firsts)
            or long.endswith(f" {short}")
        )


def _group_people(namings: list[Naming], characters: Collection[str]) -> list[list[Naming]]:
    """The namings of each person; none of the `characters` is whoever has that first name."""
    people: list[_Person] = []
    by_last: dict[str, list[_Person]] = defaultdict(list)
    by_first: dict[str, list[_Person]] = defaultdict(list)
    placed: dict[int, _Person] = {}
    for naming in namings:
        if len(naming.tokens) > 1:
            home = next((one for one in by_last[read_last(naming)] if one.is_called(naming)), None)
            if home is None:
                home = _Person(naming)
                people.append(home)
                by_last[home.last].append(home)
            else:
                home.take(naming)
            placed[id(naming)] = home
    for one in people:
        for first in {first.lower() for first in one.firsts}:
            by_first[first].append(one)
    recent: dict[str, _Person] = {}
    singles: dict[tuple[str, Gender | None], _Person] = {}
    first_single: dict[str, _Person] = {}
    gendered: set[str] = set()
    for naming in sorted(namings, key=lambda one: one.span):
        if len(naming.tokens) > 1:
            recent[read_last(naming)] = placed[id(naming)]
            continue
        word = naming.key
        options = [one for one in by_last.get(word, ()) if one.may_be(naming.gender)]
        home = None
        if len(options) == 1:
            home = options[0]
        elif options:
            latest = recent.get(word)
            home = latest if latest is not None and any(latest is one for one in options) else options[0]
        elif (
            not by_last.get(word)
            and len(by_first.get(word, ())) == 1
            and naming.gender is None
            and word not in characters
        ):
            home = by_first[word][0]
        if home is not None:
            home.take(naming)
            recent[word] = home
            continue
        alone = singles.get((word, naming.gender))
        if alone is None and naming.gender is None:
            alone = first_single.get(word)
        elif alone is None and word not in gendered:
            alone = singles.get((word, None))
            if alone is not None:
                singles[(word, naming.gender)] = alone
        if alone is None:
            alone = _Person(naming)
            people.append(alone)
            singles[(word, naming.gender)] = alone
            first_single.setdefault(word, alone)
        else:
            alone.take(naming)
        if naming.gender:
            gendered.add(word)
    return [one.namings for one in people]


def _is_described(naming: Naming) -> bool:
    """Whether a last name follows an office that was taken for a first name: "Oncologist Marsh"."""
    first = naming.tokens[0].lower()
    return len(naming.tokens) == 2 and is_office(first) and not is_given(first)


def _first_names_agree(left: str, right: str) -> bool:
    a, b = left.lower().rstrip("."), right.lower().rstrip(".")
    if a == b:
        return True
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1 or a.replace(".", "").isalpha() is False:
        return a[0] == b[0]
    short, long = sorted((a, b), key=len)
    return len(short) >= _SHORTEST_FORM and long.startswith(short)


def _tell_given_gender(tokens: tuple[str, ...]) -> Gender | None:
    if len(tokens) > 2 and len(tokens[0].rstrip(".")) == 1:
        tokens = tokens[1:]  # "J Stephen Morrison"
    if len(tokens) < 2:
        return None
    first = tokens[0].lower()
    male, female = first in load_words("men"), first in load_words("women")
    return None if male == female else "m" if male else "f"


def _group_organisations(document: Document, namings: list[Naming], bracketed: Mapping[str, str]) -> list[list[Naming]]:
    by_key: dict[str, list[Naming]] = {}
    for naming in namings:
        by_key.setdefault(_fold(naming.key), []).append(naming)
    whole = {_fold(short): _fold(long) for short, long in bracketed.items()}
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
        groups.setdefault(home, []).extend(by_key[key])
    return list(groups.values())


def _fold(key: str) -> str:
    """A name without accents and a last stop: "Samaná" is "Samana", "Ltd." is "Ltd"."""
    if key.isascii():
        return key.rstrip(".")
    return "".join(letter for letter in normalize("NFKD", key) if not combining(letter)).rstrip(".")


def _both_have_initials(short: Naming, long: Naming, known: Collection[str]) -> bool:
    """Whether an article calls a name and one that goes on before it by their initials, and so tells them apart: the
    RFU is not the IRFU."""
    return all(len(one.tokens) > 1 and _initials(one)[0] in known for one in (short, long))


def _is_made_by(document: Document, longer: Sequence[Naming], short: Sequence[Naming]) -> bool:
    """Whether a longer name is something of a body's own: it goes on behind the body's name, and comes later than that
    in the text below the headlines: "Stripe" and its "Stripe Atlas"; not "Lidl" and "Lidl UK"."""
    size = len(short[0].tokens)
    more = [token.lower() for token in longer[0].tokens[size:]]
    if longer[0].tokens[:size] != short[0].tokens or " ".join(more) in load_phrases("places"):
        return False
    if any(is_legal_form(word) or word in _SORTS or word in load_words("organisations") for word in more):
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
    """The first letters of a name's words: of those with a capital, also with "The" before them, and of all."""
    capitals = [word[0] for word in naming.tokens if word.lower() not in _SMALL and word[0].isupper()]
    whole = "".join(capitals).lower()
    return whole, f"t{whole}", "".join(word[0] for word in naming.tokens).lower()


def _short_for(short: Naming, long: Naming) -> bool:
    """Whether one organisation's name is a shorter form of another's: its initials, its beginning or its end."""
    a, b = [t.lower() for t in short.tokens], [t.lower() for t in long.tokens]
    acronym = len(a) == 1 and short.tokens[0].replace(".", "").isupper() and len(a[0]) > 1
    if acronym and a[0].replace(".", "") in _initials(long):
        return True
    if len(a) == len(b) <= _CUT_OF and a[1:] == b[1:]:
        lost = len(b[0]) - len(a[0])
        return bool(a[1:]) or (len(a[0]) >= _SHORTEST_CUT and lost > 1 and b[0][len(a[0])] not in "-'’")
    if len(a) >= len(b):
        return False
    if b[: len(a)] == a and a[0] not in load_titles("before"):
        return not (len(a) == 1 and a[0] in load_words("organisations"))
    return b[-len(a) :] == a and (len(a) > 1 or _may_end_alone(a[0]))


def _may_end_alone(word: str) -> bool:
    """Whether a last word alone can mean the whole ("Palace", "United"): it is no body that is known by it."""
    known = word in _ALONE or word in load_group("names_known", "organisation", ",")
    return word in _PAPERS or (word not in _STATE - {"navy", "army"} and not known)


def _group_places(namings: list[Naming]) -> list[list[Naming]]:
    """Places by their names; initials ("NSW", "DRC") are the one place whose name they are short for."""
    long: dict[str, set[str]] = defaultdict(set)
    for naming in namings:
        if len(naming.tokens) > 1:
            for initials in _initials(naming):
                long[initials].add(_name_place(naming))
    groups: dict[str, list[Naming]] = {}
    for naming in namings:
        letters = naming.tokens[0].replace(".", "")
        short = len(naming.tokens) == 1 and letters.isupper() and len(letters) > 1
        whole = long.get(letters.lower(), set()) if short and naming.key not in _SAME_PLACE else set()
        groups.setdefault(next(iter(whole)) if len(whole) == 1 else _name_place(naming), []).append(naming)
    return list(groups.values())


def _name_place(naming: Naming) -> str:
    key = _fold(naming.key)
    return _SAME_PLACE.get(naming.key) or _SAME_PLACE.get(f"{key}.") or _SAME_PLACE.get(key, key)


def _make_cluster(document: Document, group: list[Naming]) -> Cluster:
    group = sorted(group, key=lambda one: one.span)
    text = document.article.text
    forms = Counter(_read_form(text, n) for n in group)
    kind = _find_commonest([n.kind for n in group])
    longest = max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form], len(form)))
    gender = _find_gender(document, group)
    if kind == "person" and _runs_something(document, group):
        kind = "organisation"
    if kind == "organisation":
        longest = max((_add_owner(document, n) for n in group if _read_form(text, n) == longest), key=len)
    spans = tuple(dict.fromkeys(n.span for n in group))
    aliases = tuple(form for form in forms if form != longest)
    return Cluster(longest, kind, spans, aliases, gender, tell_namings(group, longest, kind))


def _find_gender(document: Document, group: Sequence[Naming]) -> Gender | None:
    """What titles tell of somebody's gender, else nouns beside the name, else the given name."""
    told = [naming.gender for naming in group if naming.gender]
    told = told or [gender for naming in group if (gender := tell_gender_around(document, naming.span))]
    given = (gender for naming in group if (gender := _tell_given_gender(naming.tokens)))
    return _find_commonest(told) if told else next(given, None)


def _find_commonest(values: Sequence[_Value]) -> _Value:
    """What comes most often, of several the one that comes first."""
    return max(dict.fromkeys(values), key=values.count)


def _runs_something(document: Document, group: Sequence[Naming]) -> bool:
    """Whether a lone word that was taken for a person has officers ("Goldcrust's chief executive") or is called a firm
    ("Hartwell's, the supermarket chain"); never one with a title or a known given name."""
    if any(len(n.tokens) > 1 or n.gender for n in group):
        return False
    words_ = document.words
    for naming in group:
        at = document.words_in(naming.span).stop
        after = [word.text.lower() for word in words_[at : at + 5]]
        if after[:1] in (["’s"], ["'s"]) and _OFFICERS & set(after[1:4]):
            return True
        if after[:2] in ([",", "the"], [",", "a"], [",", "an"]) and _is_called_firm(words_, at + 2):
            return True
    return False


def _is_called_firm(words: Sequence[Word], start: int) -> bool:
    """Whether the apposition that goes on at a word calls somebody a firm: "the note-taking app"."""
    end = start
    while end < min(start + _APPOSED, len(words)) and words[end].tag.startswith(_DESCRIBING):
        end += 1
    return end > start and words[end - 1].text.lower() in _FIRMS


def _read_form(text: str, naming: Naming) -> str:
    return " ".join(text[naming.span[0] : naming.span[1]].split())


def _add_owner(document: Document, naming: Naming) -> str:
    """The name of a body that every country has, with the country, where the article says so: "Ukraine's Foreign
    Ministry"."""
    words_ = document.words
    at = document.words_in(naming.span).start
    text = document.article.text
    common = not _STATE.isdisjoint((naming.tokens[0].lower(), naming.tokens[-1].lower()))
    if common and at >= 2 and words_[at - 1].text in ("'s", "’s") and words_[at - 2].tag == "NNP":
        return " ".join(text[words_[at - 2].start : naming.span[1]].split())
    return _read_form(text, naming)
