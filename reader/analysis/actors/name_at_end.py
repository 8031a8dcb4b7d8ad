"""A person whose name ends a source, behind what they are: a long title, an office and a comma, several parts."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document, Word
from reader.analysis.document.titles import is_office, is_post, is_title
from reader.article.model import Span

STOPS: Final = frozenset(
    [
        *("of", "for", "at", "from", "with", "in", "on", "to", "by", "who", "which", "that", "whose", "when", "while"),
        *("as", "after", "before", "during", "about", "outside", "inside", "behind", "near", "against", "under"),
        *("within", "among", "across", "around", "between", "without", "including"),
    ]
)
"""Words that end what a source's head noun has before it."""
SMALL: Final = frozenset(["of", "and", "the", "&", "(", ")", "-"])
"""Words and marks in small letters that stand inside names and titles."""
_FIELD = SMALL | {"for"}
_FOR_OTHERS = frozenset(
    [
        *("lawyer", "attorney", "agent", "aide", "adviser", "advisor", "representative", "friend", "victim", "widow"),
        *("wife", "husband", "mother", "father", "son", "daughter", "sister", "brother", "supporter", "opponent"),
    ]
)
_NEAR_SOMEBODY = frozenset(
    [
        *("family", "families", "parents", "relatives", "friends", "fans", "allies", "critics", "colleagues", "staff"),
        *("neighbours", "neighbors", "campaign", "office", "team", "camp", "estate", "children", "followers", "rivals"),
    ]
)
_ONE_NEAR = frozenset(
    [
        *("relative", "fan", "ally", "critic", "colleague", "neighbour", "neighbor", "partner", "girlfriend", "cousin"),
        *("boyfriend", "ex-wife", "ex-husband", "nephew", "niece", "uncle", "aunt", "follower", "rival"),
    ]
)
_OF = ("of", "for", "to", "in")
_TITLE = 7
"""So many words before a name tell of what body an office is."""
_CLERIC = re.compile(r"(?:the )?(?:Most|Right|Rt|Very|Ven)\.? (?:Rev|Revd|Reverend|Hon)\.? (?:(?:Dr|Sir|Lord)\.? )?$")
"""A bishop's style before the name: "the Most Rev"."""
DEGREE: Final = r",? [A-Z][a-z]{0,2}\.?(?:[A-Z]\.?)+"
"""A degree behind a name: ", MD", ", Ph.D."."""
_DEGREES = re.compile(rf"(?:{DEGREE})+$")
_WHO = re.compile(r"\bwho(?:se)? [^,]+$")
"""What is told of somebody in a clause, with who is named at its end: "The host, who is seeing Ann Lee"."""


def find_titled(
    document: Document, source: Span, inside: Sequence[tuple[Span, int]], clusters: Sequence[Cluster]
) -> int | None:
    """The person whose name ends a source behind a long title with a body's name in it: "Secretary of Health and Human
    Services Ann Lee", "Farm Committee (FC) Chair Ann Lee"."""
    text = document.article.text
    (start, end), index = inside[-1]
    rest = text[end : source[1]]
    if clusters[index].kind != "person" or (rest.strip(" .") and not _DEGREES.fullmatch(rest)):
        return None
    if any(clusters[other].kind == "person" and _joins(text[b:start]) for (_, b), other in inside[:-1]):
        return None
    words = _cut_brackets(document.list_ending((source[0], start)))
    if not words or _is_of_somebody(words):
        return None
    if [word.text.lower() for word in words[-2:]] == ["in", "charge"]:
        return index  # "FBI Special Agent in Charge Ann Lee"
    if is_title(words[-1].text.rstrip(".")) and words[-1].text[0].isupper() and len(words) > 1:
        before = words[-2].text.lower() if words[-1].text != "." else words[-3].text.lower() if len(words) > 2 else ""
        if before not in STOPS and not any(word.text.lower() in ("and", ",") for word in words):
            return index
    part = words[-1].tag == "NN" and words[-1].text.islower() and is_person_noun(words[-1].text)
    led = _is_of_body(words[-1])
    field = _FIELD | {"to", "in"} if led else _FIELD
    written = all(
        word.text[0].isupper() or word.text.lower() in field or word.tag == "POS" or is_office(word.text)
        for word in (words[:-1] if part else words)
    )
    if not written or words[0].text.lower() in SMALL - {"the"}:
        return None
    if any(word.text.lower() in _FOR_OTHERS and behind.text.lower() == "of" for word, behind in pairwise(words)):
        return None
    offices = [word for word in words if is_post(word.text) or (part and word is words[-1])]
    # "Secretary of State", "U.S. Attorney for the District of Columbia"; "a spokesman for Ann Lee" is another
    of_body = any(
        word in offices and (word.text[0].isupper() or (led and _holds_office(word))) and behind.text.lower() in _OF
        for word, behind in pairwise(words[:_TITLE])
    )
    return index if offices and (words[-1] in offices or of_body) else None


def _cut_brackets(words: Sequence[Word]) -> Sequence[Word]:
    """Words without what stands in brackets among them: "Norvik CEO (and former clerk)"."""
    begin = next((i for i, word in enumerate(words) if i and word.text == "("), len(words))
    end = next((i for i in range(begin, len(words)) if words[i].text == ")"), len(words) - 1)
    return [*words[:begin], *words[end + 1 :]] if begin < end else words


def _is_of_body(last: Word) -> bool:
    """Whether the word before a name is the last of a body's, and not the bearer's title."""
    return last.text[0].isupper() and not is_post(last.text)


def _holds_office(word: Word) -> bool:
    """Whether an office in small letters is one in a body, and no part that somebody plays for another."""
    return not (word.text.startswith("spokes") or word.text in _FOR_OTHERS)


def _is_of_somebody(words: Sequence[Word], *, parted: bool = False) -> bool:
    """Whether words before a name, its title or part the last of them, tell of others beside who bears it: "a spokesman
    for Prime Minister", "friends of the singer". Where a comma parts the name from them, one person may be he: "the
    mother of the boy, Ann Lee"; not several: "the family of the student, Bo Berg"."""
    at = next((i for i, word in enumerate(words) if word.text.lower() in ("of", "for", "to")), 0)
    if not at or at == len(words) - 1 or not (at == 1 or words[at - 1].text.islower()):
        return False
    noun, last = words[at - 1].text.lower(), words[-1]
    several = noun in _NEAR_SOMEBODY or (noun.endswith("s") and noun[:-1] in _FOR_OTHERS)
    one = noun.startswith("spokes") or noun in _FOR_OTHERS | _ONE_NEAR
    titled = is_title(last.text.rstrip(".")) or is_person_noun(last.text.lower())
    return (several or (one and not parted)) and (titled or last.text == ".")


def _joins(between: str) -> bool:
    """Whether what stands between two names joins them: "Lee and Mayor Berg"."""
    return between.lstrip(" ,").startswith(("and ", "& "))


def find_apposed(
    document: Document,
    source: Span,
    head_end: int,
    words: Sequence[Word],
    inside: Sequence[tuple[Span, int]],
    clusters: Sequence[Cluster],
) -> int | None:
    """The one person whose name ends a source behind a comma and an office: "the Norvik Green party MP, Ann Lee"."""
    (start, end), index = inside[-1]
    head = next((word for word in words if word.end == head_end), None)
    if head is None or clusters[index].kind != "person" or end != source[1] or head.tag in ("NNS", "NNPS"):
        return None
    if any(word.text.lower() == "behalf" for word in words):
        return None  # "a clerk acting on behalf of the minister, Ann Lee"
    plain = document.article.text[head_end:start].strip() == "," and " " in document.article.text[start:end]
    return index if plain and is_post(head.text) else None


def find_at_end(
    document: Document, source: Span, inside: Sequence[tuple[Span, int]], clusters: Sequence[Cluster]
) -> int | None:
    """The person whose name ends a source, in apposition to its beginning: "a spokesman for the board, Erik Sand"."""
    text = document.article.text
    (start, end), index = inside[-1]
    before = _cut_title(text[source[0] : start])
    if clusters[index].kind != "person" or text[end : source[1]].strip(" ,") or _WHO.search(before):
        return None
    if not before.endswith(","):
        alone = all(clusters[other].kind != "person" for _, other in inside[:-1])
        many = _ends_in_part(document, source[0], start) and alone and " " in text[start:end]
        return index if many or _is_in_part(document, source[0], start) else None
    led = document.list_ending((source[0], source[0] + len(before) - 1))
    if _is_of_somebody(led, parted=True) or any(word.text.lower() == "behalf" for word in led):
        return None  # "a clerk acting on behalf of the minister, Ann Lee"
    role = before[:-1].rpartition(",")[2].strip()
    listed = any(text[a:b] == role for (a, b), _ in inside) or role.startswith(("and ", "& "))
    return index if role and not listed and not role.istitle() else None


def _cut_title(before: str) -> str:
    """What stands before a name without the title that is the name's: "the head of health, Dr"."""
    before = _CLERIC.sub("", before)
    head, _, last = before.rstrip().rpartition(" ")
    return head if head.endswith(",") and is_title(last.rstrip(".")) else before.rstrip()


def _ends_in_part(document: Document, start: int, name: int) -> bool:
    """Whether several parts that one person has stand before a name: "The actor, director and board trustee"."""
    words = document.list_ending((start, name))
    plain = ("NN", "JJ", "HYPH", "CC", "DT")
    if len(words) < 2:
        return False
    head, listed = words[-1], is_person_noun(words[0].text) and words[1].text == ","
    return (
        (listed or words[0].text.lower() in ("the", "a", "an"))
        and head.tag == "NN"
        and is_person_noun(head.text.lower())
        and not head.text.lower().startswith("spokes")
        and all(word.tag.startswith(plain) or word.text == "," for word in words)
        and any(word.text.lower() == "and" for word in words)
    )


def _is_in_part(document: Document, start: int, name: int) -> bool:
    """Whether what stands before a name at the end of a source is a long part in small letters: "The Norvik
    vice-president for mobile Ann Lee"."""
    words = document.list_ending((start, name))
    if (
        len(words) < 2
        or words[-1].tag not in ("NN", "NNS", "JJ", "VBG")
        or not words[-1].text.islower()
        or is_office(words[-1].text)
    ):
        return False
    offices = [word.text.lower() for word in words[:-1] if is_office(word.text)]
    return bool(offices) and not any(word.startswith("spokes") or word in _FOR_OTHERS for word in offices)
