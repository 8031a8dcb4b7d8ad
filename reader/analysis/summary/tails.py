"""The words at which a sentence may go on behind its main clause."""

import re

RELATIVE = re.compile(
    r",\s+(?:(?:many|most|some|all|both|one|two|three|each|none) of )?"
    r"(?:(?P<through>in|at|on|for|during|after|under|from|by|through|to) (?=which|whom))?"
    r"(?P<word>which|who|whom|whose|where)\b"
)
PARTICIPLE = re.compile(r",\s+(?:thereby |thus |also |effectively |\w+ly )?(?P<word>[a-z]{2,}ing)\b")
STOP = re.compile(r";\s")
DASH = re.compile(r"\s(?:[–—-]|--)\s|(?<=\w)—(?=\w)")
SUBORDINATE = re.compile(
    r",?\s+(?:(?:even|just|especially|particularly) )?(?P<word>as|after|when|while|because|whereas|since)\s"
)
TIME = re.compile(r"(?:moment|minute|hour|day|week|month|year|decade)s?|shortly|soon|immediately|right|long")
LATER = re.compile(
    r",?\s+(?:(?:even|just|only|barely|less|more|than|about|around|nearly|almost|some|an?|the|few|several|many|one|two|three"
    rf"|four|five|six|seven|eight|nine|ten|\d+)\s+){{0,4}}(?:{TIME.pattern})\s+(?P<word>after|before|since)\s"
)
SECOND = re.compile(r",\s+and\s")
BESIDES = re.compile(
    r",\s+(?P<word>with|including|particularly|especially|notably|mainly|chiefly|an?|part|one|some|among)\s"
)
TAKEN_UP = re.compile(
    r",\s+(?:an?|the)\s+(?:[a-z-]+ ){0,2}?(?:finding|move|decision|step|development|result|sign|figure|number"
    r"|rise|increase|fall|drop|deal|plan|proposal|practice|feat|milestone|achievement|change|shift|trend|event|incident"
    r"|attack|process|situation|condition|disease|disorder|drug|programme|program|project)\s+(?:that|which|of|to|in|for)\s"
)
"""What was told, in one word, of which more is told."""

PASSIVE = re.compile(r",\s+(?P<word>[a-z]+(?:ed|en|wn|lt|ght|ld|ung|de))\s+(?:by|in|at|on|for|to|with|from|after|as)\s")
AND = re.compile(r",?\s+and\s(?=[a-z])")
ADJUNCT = re.compile(
    r",?\s+(?:(?:well|just|even|largely|mainly|mostly|partly|in (?:\w+ ){1,2}part) )?"
    r"(?P<word>following|ahead of|during|due to|because of|thanks to|amid|in the wake of|as part of"
    r"|in the run-?[ -]?up to|on the eve of|in the aftermath of|at the height of"
    r"|in an? (?:[a-z-]+ )?(?:effort|bid|attempt|move|push) to|in an? (?:[a-z-]+ )?move that)\s"
    r"|,\s+in (?:what|the (?:latest|first|second|third|biggest|largest|worst|strongest|clearest))\s"
)
WHOLLY = ("following", "ahead", "during", "due", "because", "thanks", "as part")
"""What will or would be in such a case need not be in others."""

TAILS = (LATER, ADJUNCT, AND, SECOND, TAKEN_UP, BESIDES, PASSIVE, SUBORDINATE, PARTICIPLE, RELATIVE, STOP, DASH)
