"""What nouns beside a name tell of it: a studio, a publisher that "its" stands for, an animal."""

from collections.abc import Collection, Sequence
from typing import Final

from reader.analysis.actors.naming import Naming
from reader.analysis.actors.references import find_apposed_noun
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words

MADE_BY: Final = frozenset(["developer", "publisher", "maker", "producer", "operator", "supplier", "owner"])
"""Nouns that a firm or a person may be called."""
_BODIES = load_words("bodies_called") - MADE_BY - {"builder", "contractor", "landlord", "driller", "miner", "brewer"}
_PERSONAL = frozenset(["he", "she", "his", "her", "him", "who"])
_ITS = frozenset(["its", "itself"])
_APPOSED = 10
"""So many words behind a name the noun of its apposition is looked for."""
_PETS = frozenset(
    [
        *("dog", "puppy", "labrador", "terrier", "spaniel", "poodle", "pomeranian", "collie", "retriever", "alsatian"),
        *("rottweiler", "pug", "chihuahua", "dachshund", "greyhound", "whippet", "bulldog", "beagle", "pitbull"),
        *("cat", "kitten", "horse", "racehorse", "pony", "mare", "gelding", "stallion", "filly", "foal", "donkey"),
        *("parrot", "hamster", "tortoise", "elephant", "gorilla", "chimpanzee", "orangutan", "pet", "goat", "budgie"),
    ]
)
_OWNED = frozenset(["a", "the", "her", "his", "their", "my", "our", "its"])
_RACED = frozenset(["trained", "ridden"])
_BESIDE_ANIMALS = _PETS | _RACED


def is_apposed_body(document: Document, at: range) -> bool:
    """Whether a comma and a noun for a body stand behind a name: "Grim Otter, the studio behind the game,"; not "Ann
    Lee, the company said,"."""
    noun = find_apposed_noun(document, at, _APPOSED)
    if noun is None or noun.tag != "NN":
        return False
    initials = len(at) == 1 and document.words[at.start].text.isupper() and noun.text in MADE_BY
    return initials or noun.text in _BODIES


def is_called_maker(document: Document, at: range) -> bool:
    """Whether a noun for a firm or a person stands before a name, and its sentence goes on with "its" and no he or
    she: "The developer Pearl Abyss has delayed its game"."""
    words = document.words
    noun = at.start - 1
    noun -= noun > 0 and words[noun].text == ","
    if noun < 0 or words[noun].text.lower() not in MADE_BY or words[noun].sentence != words[at.start].sentence:
        return False
    rest = {words[i].text.lower() for i in document.sentence_words(words[noun].sentence) if i >= at.stop}
    return bool(rest & _ITS) and not rest & _PERSONAL


def list_animals(document: Document, namings: Sequence[Naming]) -> Collection[str]:
    """The spellings of animals' names: "her labrador, Molly,", "a dog called Rex", "Storm Lady, trained by Ann Lee";
    of nobody whose first name it is in a full one."""
    if not document.find_all_words(_BESIDE_ANIMALS):
        return ()
    firsts = {naming.key.partition(" ")[0] for naming in namings if " " in naming.key}
    found = {naming.key for naming in namings if _is_animal(document, document.words_in(naming.span))}
    return {key for key in found if " " in key or key not in firsts}


def _is_animal(document: Document, at: range) -> bool:
    words = document.words
    sentence = document.sentence_words(words[at.start].sentence)
    first = sentence.start
    behind = [word.text.lower() for word in words[at.stop : min(sentence.stop, at.stop + 3)]]
    if len(behind) == 3 and behind[0] == "," and behind[1] in _RACED and behind[2] == "by":
        return len(at) > 1 and behind[1] == "ridden"
    noun = at.start - 1
    if noun > first and words[noun].text.lower() in (",", "named", "called"):
        noun -= 1
    if noun <= first or words[noun].text.lower() not in _PETS or words[noun].tag in ("NNS", "NNPS"):
        return False
    if words[noun + 1].text == "," and behind[:1] not in ([","], ["."], [], ["and"], ["when"]):
        return False
    led = noun
    while led > first and words[led - 1].tag.startswith(("NN", "JJ", "HYPH", "CD", "POS")):
        led -= 1
    return words[led - 1].text.lower() in _OWNED or words[led].tag in ("POS", "PRP$")
