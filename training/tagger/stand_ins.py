"""What stands for a name: pronouns, definite phrases, and the "it" that stands for nothing."""

from __future__ import annotations

import re

FORMS = {
    "m": ("he", "him", "his"),
    "f": ("she", "her", "her"),
    "it": ("it", "it", "its"),
    "they": ("they", "them", "their"),
}
"""Subject, object and owner."""
FAMILY = {"m": {"he", "him", "his"}, "f": {"she", "her"}, "": {"it", "its", "they", "them", "their"}}
"""What may stand for one of a gender, and for what has none."""
MISTER = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f"}
SIDES = frozenset(("club", "team", "side", "party", "force"))
"""What is often spoken of as many."""
_CALLED = (
    (r"ministry", ("ministry",)),
    (r"department|dept", ("department",)),
    (r"universit\w+", ("university",)),
    (r"college", ("college",)),
    (r"school", ("school",)),
    (r"hospital", ("hospital",)),
    (r"commission", ("commission",)),
    (r"committee", ("committee",)),
    (r"council", ("council",)),
    (r"court", ("court",)),
    (r"police|constabulary", ("force",)),
    (r"agency|nasa|cia|fbi|fda|epa|nsa|cdc", ("agency",)),
    (r"foundation|trust", ("foundation", "charity")),
    (r"association|federation|union|uefa|fifa|nfl", ("organisation", "body")),
    (r"institute|museum", ("institute", "institution")),
    (r"party|labour|ukip|snp|tories|conservatives|democrats|republicans|greens", ("party",)),
    (r"fc|united|city|rovers|afc|athletic|hotspur|tottenham|arsenal|chelsea|liverpool|everton|villa|madrid|barcelona|juventus"
     r"|celtic|rangers|palace|wanderers|forest|town", ("club", "team", "side")),
    (r"times|post|guardian|journal|telegraph|herald|tribune|mail|mirror|sun", ("newspaper", "paper")),
    (r"bbc|cnn|itv|nbc|abc|cbs|sky|fox|hbo", ("broadcaster", "network")),
    (r"bank|barclays|hsbc|lloyds|rbs|sachs|citigroup", ("bank",)),
    (r"airlines?|airways|ryanair|easyjet", ("airline",)),
    (r"inc|corp|ltd|plc|co|company|group|motors|google|facebook|apple|amazon|twitter|microsoft|uber|tesla|netflix|samsung"
     r"|sony|bp|shell|tesco|sainsbury|asda|morrisons|disney|boeing|airbus|ibm|intel|yahoo|nokia|vodafone|toyota|volkswagen"
     r"|nissan|ford|spotify|snapchat|instagram|airbnb|alibaba|walmart|starbucks|nike|pfizer|glaxo\w*|astrazeneca|merck",
     ("company", "firm", "business")),
)  # fmt: skip
_KINDS = tuple((re.compile(rf"\b(?:{words})\b", re.I), called) for words, called in _CALLED)
_FELT = (
    r"(?:un|im|il)?(?:clear|likely|possible|fair|safe|wise|legal|important|usual|reasonable|realistic)|vital|essential|true"
    r"|obvious|hard|difficult|easy|necessary|better|best|good|bad|great|nice|wrong|right|evident|crucial|inevitable"
    r"|surprising|strange|odd|time|worth|tempting|rare|common|sad|ironic|understandable|conceivable|plausible"
    r"|imperative|heartbreaking|incredible|amazing"
)
_EMPTY = re.compile(
    rf"\b(it)(?:['’]s| is| was| will be| would be| may be| might be| has been| became| seems| remains)"
    rf"(?: not| also| now| still| very| quite| so| too| only| more| all| perhaps)*"
    rf" (?:(?:{_FELT})(?:ly)? (?:that|to|for|whether|how|why|when|if)\b"
    r"|(?:reported|announced|revealed|claimed|alleged|understood|believed|thought|hoped|said|feared|estimated|confirmed)"
    r" that\b)"
    r"|\b(it) (?:seems|seemed|appears|appeared|turns out|turned out|emerged|emerges|follows|happens)"
    r" (?:that|as if|as though|like)\b"
    rf"|\b(it) (?:is|was|['’]s)? ?(?:raining|rained|snowing|snowed)\b"
    rf"|\b(it) (?:takes|took|will take|would take) (?:\w+ ){{1,3}}to\b",
    re.I,
)


def called(name: str) -> tuple[str, ...]:
    """The common nouns that an organisation of a name, in small letters, is spoken of with."""
    return next((nouns for pattern, nouns in _KINDS if pattern.search(name)), ())


def find_empty(text: str) -> list[int]:
    """Where an "it" stands that stands for nothing: "it is clear that", "it seems that", "it rained"."""
    return [m.start(m.lastindex or 0) for m in _EMPTY.finditer(text)]
