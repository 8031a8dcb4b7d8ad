"""Sources to actors: which cluster, if any, stands behind each source span."""

from collections.abc import Mapping, Sequence

from reader.analysis.actors.bodies import fold_name
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.descriptions import resolve_description
from reader.analysis.actors.kin import find_relative
from reader.analysis.actors.known_bodies import find_known_body
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.name_at_end import SMALL, STOPS, find_apposed, find_at_end, find_titled
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.own_words import find_own_words
from reader.analysis.actors.pronouns import Resolved
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.source_forms import (
    cut_begin,
    cut_behind,
    cut_end,
    find_apposed_part,
    find_behind_place,
    find_body_at_end,
    find_leading,
    find_seated,
    has_two_parts,
)
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_phrases, load_words
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.titles import find_title_end, is_post, is_title
from reader.article.model import Span

_MARKS = frozenset([".", ",", "”", '"'])
_CALLED = frozenset(
    [
        *("union", "club", "party", "company", "firm", "group", "charity", "newspaper", "paper", "magazine", "website"),
        *("site", "network", "band", "airline", "chain", "broadcaster", "bank", "trust", "campaign", "agency"),
    ]
)
_SIDES = frozenset(["party", "union", "club"])
"""What is named by a people or a place: "the Tory party"."""
_SELVES = frozenset(["", "himself", "herself", "itself", "themselves"])
_OWNING = frozenset(["owner", "parent", "rival", "sponsor", "creator", "landlord"])
_FIRST_PERSON = load_words("pronouns_first")


def find_speaker(
    document: Document,
    source: Sequence[Span],
    namings: Namings,
    resolved: Resolved,
    labels: Mapping[str, int],
) -> int | None:
    """The cluster behind a source, or None where it names nobody. `labels` are what a transcript calls its speakers."""
    for span in source:
        span = cut_begin(document, cut_end(document, span), namings)
        words = document.list_words(span)
        if not words:
            continue
        alone = len(words) == 1 and not words[0].is_initials
        first = words[0].text.lower()
        if alone and first in _FIRST_PERSON:
            return None
        if alone and first in PRONOUN_GENDER:
            return resolved.pronouns.get((words[0].start, words[0].end))
        if alone and first in ("who", "which", "that"):
            return min((index for _, index in namings.ending_in((span[0] - 2, span[0]))), default=None)
        labelled = labels.get(document.article.words_of(span).lower())
        if labelled is not None:
            return labelled
        found = find_known_body(document, span, namings.clusters)
        found = _find_head(document, span, namings) if found is None else found
        if found is None and not namings.inside(span):
            found = _find_same(document.article.words_of(span), namings)
        if found is not None:
            return found
        known = resolve_description(document, span, namings, resolved.places)
        known = find_relative(document, span, namings, resolved) if known is None else known
        if known is not None:
            return known
        own = find_own_words(document, span)
        if own is not None and own[1] < span[1]:  # "Ann Lee in a letter to the board", "Ann Lee is among them"
            known = find_speaker(document, (own,), namings, resolved, labels)
            if known is not None:
                return known
    return None


def find_described(
    document: Document, sayings: Sequence[tuple[Span, Sequence[Span]]], namings: Namings, resolved: Resolved
) -> dict[Span, int]:
    """People by the sources that describe them without a name: "the first minister"."""
    found: dict[Span, int] = {}
    for source, _ in sayings:
        if not namings.inside(source):
            who = resolve_description(document, source, namings, resolved.places)
            if who is not None and namings.clusters[who].kind == "person":
                found[source] = who
    return found


def match_labels(namings: Namings, named: Mapping[str, Span]) -> dict[str, int]:
    """A transcript's labels ("the chair") to the clusters whose names stand in brackets behind them."""
    found = {label: max((index for _, index in namings.inside(span)), default=None) for label, span in named.items()}
    return {label: index for label, index in found.items() if index is not None}


def _find_head(document: Document, source: Span, namings: Namings) -> int | None:
    """The actor named by a source phrase's head: the last word of its first noun phrase, or the name in apposition.

    "Smith's lawyer" and "a spokesman for Smith" name nobody; "Kremlin aide Yury Ushakov" and "the council leader, Ruth
    Adeyemi," do; "Adeyemi and Pryce" name two and so nobody alone.
    """
    inside = namings.inside(source)
    if not inside:
        around = namings.around(source)
        return _find_behind(document, source, namings) if around is None else around
    clusters = namings.clusters
    for find in (find_behind_place, find_titled):
        found = find(document, source, inside, clusters)
        if found is not None:
            return found
    words = document.list_words(source)
    if _is_part_in(words, inside, clusters) or _are_people_of(words, inside):
        return None
    (start, end), last = inside[-1]
    if (
        document.article.text[source[0] : start].endswith(", ")
        and end == source[1]
        and clusters[last].kind == "person"
        and " " in document.article.text[start:end]
        and document.article.text[source[0] : source[0] + 4].lower() == "the "
        and len(inside) == 2
        and clusters[inside[0][1]].kind != "organisation"
        and " " not in clusters[inside[0][1]].name
    ):
        return last  # "The last Briton to win it, Virginia Wade"
    head_end = source[1]
    title_end = 0
    for position, word in enumerate(words):
        holder = next((span for span, _ in inside if span[0] <= word.start < span[1]), None)
        if is_title(word.text):
            title_end = max(title_end, find_title_end(words, position))
        if holder is not None or position < title_end:
            continue
        if word.text.lower() in STOPS or word.text in (",", "(", "—", "–", "--", ":"):
            head_end = words[position - 1].end if position else word.start
            break
    heads = [(span, index) for span, index in inside if span[1] <= head_end]
    joints = [w for w in words if w.text.lower() in ("and", "&") and w.end <= head_end and not _inside(w.start, inside)]
    if heads:
        span, index = heads[-1]
        if _is_behind_name(words, span[1], head_end, named=clusters[index].kind == "person"):
            people = {i for s, i in heads if clusters[i].kind == "person"}
            if (
                joints
                and len(heads) == 1
                and clusters[index].kind != "person"
                and _stands_beside(words, joints[-1], span[0])
            ):
                return None
            two = bool(joints) and (len(people) > 1 or len(heads) > 1)
            return None if two and not has_two_parts(document, source, inside, clusters) else index
    for seek in (find_leading, find_seated, find_apposed_part):
        found = seek(document, source, inside, clusters)
        if found is not None:
            return found
    apposed = find_apposed(document, source, head_end, words, inside, clusters)
    if apposed is not None:
        return apposed
    first, index = inside[0]
    phrase = document.article.text[source[0] : head_end].removeprefix("the ").removeprefix("The ")
    capitalised = all(word[0].isupper() or word in SMALL for word in phrase.split())
    last_word = phrase.split()[-1] if phrase else ""
    one = last_word.lower().removesuffix("s")
    many = one != last_word.lower() and is_person_noun(one)  # a headline's "Norvik Fans"
    office = first[1] < head_end and (is_post(last_word) or many) and clusters[index].kind != "person"
    owns = document.article.text[first[1] : head_end].startswith(("’s ", "'s ", "’ ", "' "))  # "Norvik's Lee"
    plain = clusters[index].kind != "place" and not (office or owns) and not _shouted(phrase)
    if first[0] <= source[0] + 4 and capitalised and plain and not joints:
        return index
    behind = document.article.text[head_end:]
    gap = len(behind) - len(behind.lstrip(" ,—–:("))
    for span, index in inside:
        alone = index == inside[0][1] and span[1] == source[1]
        whole = alone and clusters[index].kind in ("organisation", "group")  # "The buyer, Norvik Estates"
        fits = clusters[index].kind == "person" or _is_body(words, head_end) or whole
        the = 4 if behind[gap : gap + 4].lower() == "the " and clusters[index].kind != "person" else 0
        if span[0] == head_end + gap + the and fits and "," in behind[:gap]:
            return None if _are_two(document, source, head_end, span[1], words) else index
    if heads and _is_called_by(document, heads[-1], head_end, clusters):
        return heads[-1][1]
    between = [word for word in words if word.start >= head_end]
    if between and between[0].text == ",":
        for span, index in inside:
            role = [word for word in between[1:] if word.start < span[0]]
            plain = all(word.tag.startswith(("JJ", "NN", "DT", "CD", "POS", "PRP$", "VBN", "VBD")) for word in role)
            if clusters[index].kind == "person" and plain and span[0] > head_end:
                return index
    at_end = find_at_end(document, *cut_behind(document, source, inside, clusters), clusters)
    return find_body_at_end(document, source, words, inside, clusters) if at_end is None else at_end


def _find_same(source: str, namings: Namings) -> int | None:
    """The one actor who is called letter by letter as a source that was not taken for a name: a headline's "ITV"; or
    the department that one word means ("Interior"), and a party's senators."""
    if not source[:1].isupper():
        return None
    clusters = namings.clusters
    found = [i for i, one in enumerate(clusters) if source == one.name or source in one.aliases]
    if not found and source.isalpha():
        names = {f"{source} Department", f"Department of {source}", f"Department of the {source}"}
        found = [i for i, one in enumerate(clusters) if not names.isdisjoint((one.name, *one.aliases))]
    elif not found:
        short = fold_name(source.lower())
        found = [i for i, one in enumerate(clusters) if one.kind != "person" and fold_name(one.name.lower()) == short]
    return found[0] if len(found) == 1 else None


def _is_behind_name(words: Sequence[Word], name_end: int, head_end: int, *, named: bool) -> bool:
    """Whether nothing stands between a name and the end of its phrase but marks, letters behind a person's name and
    adverbs: "Ann Lee KC", "Ann Lee later"; not "a Labour MP"."""
    behind = [word for word in words if name_end <= word.start < head_end and word.text not in _MARKS]
    known = load_words("name_suffixes") | _SELVES if named else _SELVES
    return all(word.text.lower() in known or word.tag.startswith("RB") for word in behind)


def _find_behind(document: Document, source: Span, namings: Namings) -> int | None:
    """The person whose name stands in commas right behind a source: "the director of health", ", Dr Ann Lee, said"."""
    text = document.article.text
    words = document.list_words(source)
    if not words or words[0].text.lower() != "the" or not text.startswith(", ", source[1]):
        return None
    at = document.words_in((source[1] + 2, source[1] + 3)).start
    if at < len(document.words) and is_title(document.words[at].text.rstrip(".")):
        at += 1
        at += at < len(document.words) and document.words[at].text == "."
    if at >= len(document.words):
        return None
    start = document.words[at].start
    index = namings.starting_at(start)
    core = words[: find_core_end(words)]
    if index is None or namings.clusters[index].kind != "person" or not _names_one(core[-1]):
        return None
    (_, end), _ = namings.starting_with(start)[0]
    return index if text.startswith(",", end) else None


def _names_one(head: Word) -> bool:
    """Whether a noun is a word for one person."""
    noun = head.text.lower()
    return head.tag in ("NN", "NNP") and not noun.startswith("spokes") and is_person_noun(noun)


def _is_part_in(words: Sequence[Word], inside: Sequence[tuple[Span, int]], clusters: Sequence[Cluster]) -> bool:
    """Whether a source is somebody's part in what it names, and none of these: "the Norvik County, Oregon, medical
    examiner", "the Escape of the Owls director", "Norvik CEO"."""
    definite = words[0].text.lower() == "the"
    if words[0].tag == "DT":
        words = words[1:]
    if len(words) < 2 or (not definite and any(clusters[index].kind == "person" for _, index in inside)):
        return False
    named = next((i for i, word in enumerate(words) if not _is_written_big(word, inside)), len(words))
    part = words[named:]
    if named > 1 and words[named - 1].tag == "DT" and words[named - 2].text == ",":
        return False  # "Radio Norvik, the state broadcaster"
    if not part:
        return words[-1].text == "CEO" and not _inside(words[-1].start, inside)
    head = part[-1]
    plain = all(word.tag.startswith(("NN", "JJ", "HYPH")) and word.text.islower() for word in part)
    return named > 0 and plain and head.tag == "NN" and is_person_noun(head.text)


def _are_people_of(words: Sequence[Word], inside: Sequence[tuple[Span, int]]) -> bool:
    """Whether a source is people of several whom it names, and none of these: "Harlow, Kent and Norvik researchers"."""
    last = words[-1]
    joined = any(word.text.lower() == "and" for word in words)
    people = last.tag == "NNS" and last.text.islower() and is_person_noun(last.text.removesuffix("s"))
    return joined and people and last.start > inside[-1][0][0] and all(_is_written_big(w, inside) for w in words[:-1])


def _is_written_big(word: Word, inside: Sequence[tuple[Span, int]]) -> bool:
    """Whether a word is part of a name, or has a capital, or stands between such words: of, the, a comma."""
    return _inside(word.start, inside) or word.text[0].isupper() or word.text.lower() in SMALL or word.text == ","


def _are_two(document: Document, source: Span, head_end: int, end: int, words: Sequence[Word]) -> bool:
    """Whether a name that ends at a place is the first of two that a plural has behind it: "the leaders, Ann Lee and
    Bo Berg"."""
    head = next((word for word in words if word.end == head_end), None)
    behind = document.article.text[end : source[1]].lstrip()
    return head is not None and head.tag in ("NNS", "NNPS") and behind.startswith(("and ", ", ", "& "))


def _stands_beside(words: Sequence[Word], joint: Word, start: int) -> bool:
    """Whether "and" right before a body's name joins it to somebody without a name: "the council and Norvik police"."""
    before = [word for word in words if word.start < joint.start]
    between = [word.text.lower() for word in words if joint.end <= word.start < start]
    return bool(before) and between in ([], ["the"]) and before[-1].tag in ("NN", "NNS")


def _is_body(words: Sequence[Word], end: int) -> bool:
    """Whether a phrase that ends here has a word for a body as its head, or for what may be one: "the Irish company",
    "the boat's owner"."""
    return any(word.end == end and word.text.lower() in load_words("bodies_called") | _OWNING for word in words)


def _is_called_by(document: Document, head: tuple[Span, int], end: int, clusters: Sequence[Cluster]) -> bool:
    """Whether a phrase calls a body by its name and one word for what it is: "the Norvik union", "the NUT teachers'
    union", "the SIS website"."""
    (start, stop), index = head
    if clusters[index].kind not in ("organisation", "group"):
        return False
    if document.article.text[stop : stop + 1] not in (" ", "’", "'"):
        return False
    behind = [document.words[i] for i in document.words_in((stop, end)) if document.words[i].start >= stop]
    kinds = [word for word in behind if word.text.lower() in _CALLED]
    if kinds and kinds[-1].text.lower() not in _SIDES and _is_of_state(document.article.text[start:stop].lower()):
        return False  # "the US space agency"
    plain = all(word.tag in ("NN", "NNS", "JJ") or word.text in ("'", "’", "Web") for word in behind)
    return bool(behind) and plain and len(behind) <= 3 and kinds[-1:] == behind[-1:]


def _is_of_state(name: str) -> bool:
    """Whether a name is a state's or a people's, however it was taken."""
    return name in load_phrases("places") or is_of_people(name.removeprefix("north ").removeprefix("south "))


def _shouted(phrase: str) -> bool:
    """Whether several words are all in capitals, which then tell no name from its title."""
    return " " in phrase and phrase.isupper()


def _inside(position: int, spans: Sequence[tuple[Span, int]]) -> bool:
    return any(start <= position < end for (start, end), _ in spans)
