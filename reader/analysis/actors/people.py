"""Which namings of people are one person's, and which are namesakes'."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reader.analysis.actors.genders import Gender, tell_given_gender
from reader.analysis.actors.naming import PARENT_OR_CHILD, Naming, fold_accents
from reader.analysis.document.lexicon import load_groups
from reader.analysis.document.titles import is_given, is_office
from reader.article.model import Span

_SHORTEST_FORM = 3
"""So many letters a shortened given name has at least ("Rob", "Ron"), and initials that somebody is called by."""
_NEAR = 100
"""Characters within which nobody is called by two first names, one short for the other."""
_SHORTEST_SLIP = 5
"""So many letters a last name has at least that is told when it is misspelt."""


def group_people(
    namings: list[Naming],
    characters: Collection[str] = (),
    namesakes: Collection[str] = (),
    beside: Collection[Span] = (),
) -> list[list[Naming]]:
    """The namings of each person; none of the `characters` is whoever has that first name, nor is one of the
    `namesakes` meant by the last name alone, nor for the full namings `beside` somebody's whoever has them."""
    known = _Known()
    placed = {id(naming): known.place(naming) for naming in namings if len(naming.tokens) > 1}
    known.list_forms(namesakes)
    people = [*known.people]
    recent: dict[str, _Person] = {}
    singles: dict[tuple[str, Gender | None], _Person] = {}
    first_single: dict[str, _Person] = {}
    gendered: set[str] = set()
    for naming in sorted(namings, key=lambda one: one.span):
        word = naming.last
        if len(naming.tokens) > 1:
            if naming.span in beside:
                recent.setdefault(word, placed[id(naming)])
            else:
                recent[word] = placed[id(naming)]
            continue
        home = _find_called(naming, known, recent.get(word), is_character=naming.key in characters)
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


def may_be_one(left: Naming, right: Naming) -> bool:
    """Whether two full names of the same last word can be one person's."""
    return _Person(left).is_called(right)


def _find_called(naming: Naming, known: "_Known", latest: "_Person | None", *, is_character: bool) -> "_Person | None":
    """Who of those named in full is called by one word: by the last name, the one who was before where several have
    it; else by a first name, by initials, by the first of two last names, or by a last name with a slip."""
    word = naming.last
    dubbed = _find_dubbed(naming, known.by_first) if naming.dubbed else None
    fits = known.by_last.get(word, ()) if naming.generation in PARENT_OR_CHILD else known.meant.get(word, ())
    options = [one for one in fits if one.may_be(naming.gender)] if dubbed is None else [dubbed]
    options = options or _find_of_gender(naming, known.by_last.get(word, ()))
    options = _choose_generation(naming, options)
    if options:
        return latest if latest in options else options[0]
    if known.by_last.get(word):
        return None
    home = None
    if naming.gender is None and not is_character:
        spelled = () if is_given(word) else known.by_initials.get(word, ())  # "Tim" is not Tom Ian Moss
        called = _choose_generation(naming, known.by_first.get(word, ()))
        home = _choose_called(naming, called or spelled, latest)
    middle = known.by_middle.get(word, ())
    if home is None and not is_given(word) and len(middle) == 1 and middle[0].may_be(naming.gender):
        return middle[0]
    return _find_misspelt(naming, known.by_slip) if home is None and not is_character else home


def _find_of_gender(naming: Naming, namesakes: Sequence["_Person"]) -> list["_Person"]:
    """The one of several of a last name whom "Mr" or "Ms" before it tells from the others, known or not to be meant by
    the last name alone: "Mr Lee" of Ann Lee and Tom Lee."""
    fits = [one for one in namesakes if one.genders == {naming.gender}]
    told = all(one.genders for one in namesakes)
    return fits if told and len(fits) == 1 < len(namesakes) else []


def _choose_generation(naming: Naming, options: Sequence["_Person"]) -> list["_Person"]:
    """Of several of one name those who are told from a parent as a naming is: "Lee Jr." is the son, "Lee" the father of
    that first name; no "Jr." is a "Sr."."""
    if naming.generation:
        same = [one for one in options if one.generation == naming.generation]
        return same or [one for one in options if not _are_parent_and_child(one.generation, naming.generation)]
    plain = {first for one in options if not one.generation for first in one.firsts}
    return [one for one in options if one.generation not in PARENT_OR_CHILD or plain.isdisjoint(one.firsts)]


def _choose_called(naming: Naming, options: Sequence["_Person"], latest: "_Person | None") -> "_Person | None":
    """Who of those with a first name is called by it alone: the one who was before, else the only one, else the only
    one who was named before."""
    if latest in options:
        return latest
    if len(options) > 1:
        options = [one for one in options if one.namings[0].span < naming.span]
    return options[0] if len(options) == 1 else None


def _find_misspelt(naming: Naming, by_slip: Mapping[str, Sequence["_Person"]]) -> "_Person | None":
    """The only one named in full before whose name this is but for one letter of the last: "Lundquist" or "Ann
    Lundqvist" behind "Ann Lindqvist"; neither a given name nor several of one name ("the Marlows")."""
    last = naming.last
    if len(last) < _SHORTEST_SLIP or (len(naming.tokens) == 1 and is_given(last)):
        return None
    led = " ".join(naming.tokens[:-1])
    near = {id(one): one for slip in _list_slips(last) for one in by_slip.get(slip, ())}
    fits = [
        one
        for one in near.values()
        if one.namings[0].span < naming.span
        and (led in ("", *one.firsts) or one.full.endswith(f" {led.lower()} {one.last}"))
        and one.last not in (last, last.removesuffix("s"))
        and one.may_be(naming.gender)
        and _is_slip(last, one.last)
    ]
    return fits[0] if len(fits) == 1 else None


def _list_slips(last: str) -> Iterator[str]:
    """A last name and what is left of it without one letter behind the first: a slip of it has one of these too."""
    yield last
    for at in range(1, len(last)):
        yield last[:at] + last[at + 1 :]


def _is_slip(left: str, right: str) -> bool:
    """Whether one word is another but for one letter more, less or other, or for two that have changed places."""
    short, long = sorted((left, right), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (short[at : at + 2][::-1], short[at + 2 :]) == (
        long[at : at + 2],
        long[at + 2 :],
    )


def _read_initials(naming: Naming) -> str:
    """The first letters of a name of at least so many words that it may be called by them: "LBJ", "Amlo"."""
    return "".join(word[0] for word in naming.tokens).lower() if len(naming.tokens) >= _SHORTEST_FORM else ""


def _list_middles(naming: Naming) -> Iterator[str]:
    """The words between the first and the last of a name by which its bearer may be called: "Solana" of "Ana Solana
    Mota"."""
    for word in naming.tokens[1:-1]:
        if len(word) > _SHORTEST_FORM and word[0].isupper():
            yield fold_accents(word.lower())


def _find_dubbed(naming: Naming, by_first: Mapping[str, Sequence["_Person"]]) -> "_Person | None":
    """Who is called by a title and a first name: the only one of that first name whose full name has such a title too,
    else the only one of that first name ("Sir Alan" is Sir Alan Fitch)."""
    fits = [one for one in by_first.get(fold_accents(naming.key), ()) if one.may_be(naming.gender)]
    titled = [one for one in fits if any(full.dubbed and len(full.tokens) > 1 for full in one.namings)]
    found = titled or fits
    return found[0] if len(found) == 1 else None


class _Known:
    """Who is named in full, by the words by which they may be called."""

    __slots__ = ("by_first", "by_initials", "by_last", "by_middle", "by_slip", "meant", "people")

    def __init__(self) -> None:
        self.people: list[_Person] = []
        self.by_last: dict[str, list[_Person]] = defaultdict(list)
        self.by_slip: dict[str, list[_Person]] = defaultdict(list)
        self.by_first: dict[str, list[_Person]] = defaultdict(list)
        self.by_initials: dict[str, list[_Person]] = defaultdict(list)
        self.by_middle: dict[str, list[_Person]] = defaultdict(list)
        self.meant: dict[str, list[_Person]] = defaultdict(list)
        """Those who may be meant by a last name alone."""

    def place(self, naming: Naming) -> "_Person":
        """The person of a full name, who may be a new one."""
        home = next((one for one in self.by_last[naming.last] if one.is_called(naming)), None)
        home = _find_misspelt(naming, self.by_slip) if home is None else home
        if home is not None:
            home.take(naming)
            return home
        home = _Person(naming)
        self.people.append(home)
        self.by_last[home.last].append(home)
        for slip in _list_slips(home.last):
            self.by_slip[slip].append(home)
        return home

    def list_forms(self, namesakes: Collection[str]) -> None:
        """List all of them by what else they may be called, when all full names are placed."""
        for one in self.people:
            for first in {fold_accents(first.lower()) for first in one.firsts}:
                self.by_first[first].append(one)
            if not any(naming.key in namesakes for naming in one.namings):
                self.meant[one.last].append(one)
            for initials in {_read_initials(naming) for naming in one.namings}:
                self.by_initials[initials].append(one)
            for middle in {word for naming in one.namings for word in _list_middles(naming)}:
                self.by_middle[middle].append(one)


class _Person:
    """The namings of one person, with what they tell: first and last words, gender."""

    __slots__ = ("firsts", "full", "genders", "generation", "last", "namings")

    def __init__(self, naming: Naming) -> None:
        self.last = naming.last
        self.full = naming.key
        self.generation = naming.generation
        self.namings: list[Naming] = []
        self.firsts: dict[str, None] = {}
        self.genders: set[Gender] = set()
        self.take(naming)

    def take(self, naming: Naming) -> None:
        """Count one more naming as this person's."""
        self.namings.append(naming)
        self.generation = self.generation or naming.generation
        if len(naming.tokens) > 1:
            self.firsts.setdefault(naming.tokens[0])
            self.full = max(self.full, naming.key, key=len)
        self.genders.update(gender for gender in (naming.gender, tell_given_gender(naming.tokens)) if gender)

    def may_be(self, gender: Gender | None) -> bool:
        """Whether nothing that is known of the person speaks against a gender."""
        return gender is None or not self.genders or gender in self.genders

    def is_called(self, naming: Naming) -> bool:
        """Whether a naming of the same last word can be this person's: the first names agree, or one name is the end of
        the other ("Harold Gentry", "Thomas Harold Gentry")."""
        short, long = sorted((self.full, naming.key), key=len)
        if (
            not self.may_be(naming.gender)
            or _middles_differ(short, long)
            or _are_parent_and_child(self.generation, naming.generation)
        ):
            return False
        return (
            _is_described(naming)
            or any(_first_names_agree(first, naming.tokens[0]) for first in self.firsts)
            or long.endswith(f" {short}")
            or (any(_is_short_for(first, naming.tokens[0]) for first in self.firsts) and not self._stands_near(naming))
        )

    def _stands_near(self, naming: Naming) -> bool:
        """Whether a full name stands close behind one of this person's, and so is another's: "Bill Lee, the son of
        William Lee"."""
        ends = [one.span[1] for one in self.namings if len(one.tokens) > 1]
        return any(0 < naming.span[0] - end < _NEAR for end in ends)


def _are_parent_and_child(one: str, other: str) -> bool:
    """Whether what stands behind a name tells two people of it apart: "Jr." and nothing, "II" and "III"."""
    return one != other and ((one != "" and other != "") or not PARENT_OR_CHILD.isdisjoint((one, other)))


def _middles_differ(left: str, right: str) -> bool:
    """Whether two full names have other initials in their middle: "George W. Bush", "George P. Bush"."""
    a, b = ([word for word in name.split()[1:-1] if len(word.rstrip(".")) == 1] for name in (left, right))
    return bool(a and b) and a[0][0] != b[0][0]


def _is_described(naming: Naming) -> bool:
    """Whether a last name follows an office that was taken for a first name: "Oncologist Marsh"."""
    first = naming.tokens[0].lower()
    return len(naming.tokens) == 2 and is_office(first) and not is_given(first)


def _first_names_agree(left: str, right: str) -> bool:
    a, b = (fold_accents(name.lower().rstrip(".")) for name in (left, right))
    if a == b:
        return True
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1 or a.replace(".", "").isalpha() is False:
        return a[0] == b[0]
    short, long = sorted((a, b), key=len)
    return len(short) >= _SHORTEST_FORM and long.startswith(short)


def _is_short_for(left: str, right: str) -> bool:
    """Whether one of two first names is what people of the other are called for short: "Bill" and "William"."""
    short = load_groups("short_names")
    one, other = left.lower(), right.lower()
    return one in short.get(other, ()) or other in short.get(one, ())
