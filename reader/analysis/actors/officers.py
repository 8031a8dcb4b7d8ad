"""Who "police", "officers" and "prosecutors" are: the one force or office of theirs that an article names."""

import re
from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.document.document import Document, Word

_FORCE = re.compile(
    r"(?:.+ (?:police|constabulary|gendarmerie|highway patrol|state patrol)|(?:.+ )?police (?:scotland|.*department|"
    r"force|service.*|bureau)|.+ sheriff's (?:office|department)|nypd|lapd|psni|met|scotland yard)"
)
_PROSECUTION = re.compile(r".+ (?:attorney|prosecutor)(?: general)?'s office|(?:.+ )?prosecution service|cps")
_OFFICERS = frozenset(
    ["police", "officers", "detectives", "deputies", "troopers", "cops", "constables", "investigators"]
)
_ANY = frozenset(["investigators"])
"""Who may be others than police, and so are no force that is only named later."""
_PROSECUTORS = frozenset(["prosecutors"])
_NEAR = 2
"""So many sentences behind "police" their force is named at most, where it is not named before."""
_WHERE = frozenset(["in", "of", "from", "for", "at"])


def find_force(document: Document, words: Sequence[Word], clusters: Sequence[Cluster]) -> int | None:
    """The one body whom a source of nothing but "police" and the like means: no other such body is spoken of in the
    article, and it is named before, or soon behind."""
    bare = words[1:] if words and words[0].text.lower() == "the" else words
    if len(bare) > 2 and bare[1].text == "," and bare[2].tag.startswith("W"):
        bare = bare[:1]  # "Police, who were called at noon"
    forms = [word.text.lower() for word in bare]
    if forms == ["police", "officers"]:
        forms = forms[1:]
    if len(forms) != 1:
        return None
    if forms[0] in _OFFICERS:
        sort = _FORCE
    elif forms[0] in _PROSECUTORS:
        sort = _PROSECUTION
    else:
        return None
    found = [i for i, one in enumerate(clusters) if one.kind != "person" and _is_called(sort, one)]
    if len(found) != 1 or (sort is _FORCE and _are_others(document, clusters[found[0]])):
        return None
    begin = clusters[found[0]].spans[0][0]
    sentence = document.words[document.words_in((begin, begin + 1)).start].sentence
    reach = 0 if forms[0] in _ANY else _NEAR
    return found[0] if sentence - words[0].sentence <= reach else None


def _is_called(sort: re.Pattern[str], one: Cluster) -> bool:
    return any(sort.fullmatch(name.lower().replace("’", "'")) for name in (one.name, *one.aliases))


def _are_others(document: Document, force: Cluster) -> bool:
    """Whether other police are spoken of than a force: "Spanish police", "police in Malaga"."""
    words = document.words
    named = {word.lower() for start, end in force.spans for word in document.article.text[start:end].split()}
    for at in document.find_all_words(("police",)):
        if any(start <= words[at].start < end for start, end in force.spans):
            continue
        before = words[at - 1] if at and words[at - 1].sentence == words[at].sentence else None
        behind = words[at + 1 : at + 3]
        whose = [before] if before is not None and before.is_proper and before.end + 1 == words[at].start else []
        whose += [before] if before is not None and before.tag == "JJ" else []
        whose += [behind[1]] if len(behind) == 2 and behind[0].text.lower() in _WHERE else []
        if any(word.text[0].isupper() and word.text.lower() not in named for word in whose):
            return True
    return False
