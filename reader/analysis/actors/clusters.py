"""Names to clusters: every naming of one person, organisation or place together, and namesakes kept apart."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reader.analysis.actors.actor_features import tell_namings
from reader.analysis.actors.bodies import STATE, group_organisations, group_places
from reader.analysis.actors.bracketed import find_bracketed
from reader.analysis.actors.cast import list_characters
from reader.analysis.actors.families import group_families, list_beside, list_namesakes
from reader.analysis.actors.genders import Gender, tell_gender_around, tell_given_gender
from reader.analysis.actors.kinds import choose_kinds
from reader.analysis.actors.naming import Naming, clean_name, settle_kinds
from reader.analysis.actors.nicknames import join_called
from reader.analysis.actors.people import group_people
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES, is_time
from reader.analysis.document.titles import load_titles
from reader.analysis.model import ActorKind
from reader.analysis.names.by_rule import Name
from reader.article.model import Span

_Value = TypeVar("_Value", bound=str)
_OFFICERS = load_titles("heads")
_FIRMS = load_words("firms") | load_words("bodies_called")
_NICKNAME = re.compile(r" [\"“‘][^\"”’]+[\"”’](?= )")
_APPOSED = 7
"""So many words of an apposition are looked at."""
_DESCRIBING = ("JJ", "NN", "HYPH", "CD", "POS")
"""Tags of an apposition's noun and of the words before it."""


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

    def is_named_in(self, span: Span) -> bool:
        """Whether a naming begins in a span."""
        at = bisect_left(self.spans, (span[0], 0))
        return at < len(self.spans) and self.spans[at][0] < span[1]


def cluster_names(document: Document, found: Sequence[Name], sources: Iterable[Span] = ()) -> tuple[Cluster, ...]:
    """Group names into clusters, in the order of each one's first naming. What names no actor is left out, unless it
    speaks in one of the `sources`."""
    sources = tuple(sources)
    cleaned = [clean_name(document, name) for name in found]
    settled = settle_kinds([naming for naming in cleaned if naming is not None], found)
    namings = choose_kinds(document, settled, sources)
    groups: list[list[Naming]] = []
    people = [n for n in namings if n.kind == "person"]
    namesakes = list_namesakes(document, people, sources)
    beside = list_beside(document, people, sources)
    groups += join_called(document, group_people(people, list_characters(document, people), namesakes, beside))
    bodies = [n for n in namings if n.kind in ("organisation", "group")]
    families, bodies = group_families(bodies, people)
    groups += families
    groups += group_organisations(document, bodies, find_bracketed(document, bodies))
    groups += group_places([n for n in namings if n.kind == "place"])
    clusters = [_make_cluster(document, group) for group in groups]
    return tuple(sorted(clusters, key=lambda one: one.spans[0]))


def _make_cluster(document: Document, group: list[Naming]) -> Cluster:
    group = sorted(group, key=lambda one: one.span)
    text = document.article.text
    forms = Counter(_read_form(text, n) for n in group)
    kind = _find_commonest([n.kind for n in group])
    longest = max(
        forms, key=lambda form: (*_count_words(form), not form.isupper(), "[" not in form, forms[form], len(form))
    )
    gender = _find_gender(document, group)
    if kind == "person" and _runs_something(document, group):
        kind = "organisation"
    if kind == "organisation":
        longest = max((_add_owner(document, n) for n in group if _read_form(text, n) == longest), key=len)
    spans = tuple(dict.fromkeys(n.span for n in group))
    aliases = tuple(form for form in forms if form != longest)
    return Cluster(longest, kind, spans, aliases, gender, tell_namings(group, longest, kind))


def _count_words(form: str) -> tuple[int, bool]:
    """How many words a name has beside a nickname in marks, and whether it has no nickname: "Ann Lee" and Ann “Annie”
    Lee."""
    plain = _NICKNAME.sub("", form)
    return len(plain.split()), plain == form


def _find_gender(document: Document, group: Sequence[Naming]) -> Gender | None:
    """What titles tell of somebody's gender, else nouns beside the name, else the given name."""
    told = [naming.gender for naming in group if naming.gender]
    told = told or [gender for naming in group if (gender := tell_gender_around(document, naming.span))]
    given = (gender for naming in group if (gender := tell_given_gender(naming.tokens)))
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
    form = " ".join(text[naming.span[0] : naming.span[1]].split())
    return f"{form}." if form.endswith((" Jr", " Sr")) and text.startswith(".", naming.span[1]) else form


def _add_owner(document: Document, naming: Naming) -> str:
    """The name of a body that every country has, with the country, where the article says so: "Ukraine's Foreign
    Ministry"."""
    words_ = document.words
    at = document.words_in(naming.span).start
    text = document.article.text
    common = not STATE.isdisjoint((naming.tokens[0].lower(), naming.tokens[-1].lower()))
    owned = common and at > 1 and words_[at - 1].text in POSSESSIVES and words_[at - 2].tag == "NNP"
    if owned and not is_time(words_[at - 2]):
        return " ".join(text[words_[at - 2].start : naming.span[1]].split())
    return _read_form(text, naming)
