"""Cue words: the verbs, nouns and phrases that report what somebody said or thought.

The lemmas are the ones that newsrooms use most; the inflected forms are made from them. `said` words report an
utterance, `thought` words a belief, hope, wish or plan.
"""

import re

_SAID = """
accuse acknowledge add address admit advise advocate affirm agree allege allude announce answer apologise apologize
appeal applaud argue articulate ask assail assert assure attest aver bemoan berate broadcast compare credit cheer
dub discuss blame blast boast brag call caution challenge charge chide chant cite claim clarify comment complain
concede conclude condemn confess confide confirm congratulate contend continue counter criticise criticize cry
decree declare decry defend demand denounce deny describe detail disclose dismiss dispute echo elaborate email
emphasise emphasize enthuse estimate exclaim explain express find forecast grumble hail highlight hint implore imply
indicate inform inquire insist instruct interject invite joke lambast lambaste lament laud liken list maintain label
mention mock muse mutter note object observe opine outline portray rail show taunt voice plead pledge point post
praise predict present press proclaim profess promise propose protest publish query question quip quote read
reaffirm reason rebuff rebuke rebut recall recite recommend recount refer refute reiterate rejoin relate relay
remark remind repeat reply report reprimand request respond retort retweet reveal say scold scoff shout shriek sigh
signal slam snap speak specify speculate state stress submit suggest swear talk tease tell testify text thank
threaten thunder tout tweet underline underscore urge vent vow warn welcome whisper write yell
"""

_THOUGHT = """
aim assume believe calculate consider conclude decide deem determine doubt dread dream envisage envision expect fear
feel figure foresee guess hope imagine intend know learn long plan ponder prefer presume realise realize reckon
regret remember sense suppose suspect think understand want wish wonder worry
"""

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "read": "reads read reading",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "cry": "cries cried crying",
    "decry": "decries decried decrying",
    "deny": "denies denied denying",
    "imply": "implies implied implying",
    "reply": "replies replied replying",
    "testify": "testifies testified testifying",
    "clarify": "clarifies clarified clarifying",
    "specify": "specifies specified specifying",
    "query": "queries queried querying",
    "worry": "worries worried worrying",
    "admit": "admits admitted admitting",
    "refer": "refers referred referring",
    "submit": "submits submitted submitting",
    "rebut": "rebuts rebutted rebutting",
    "slam": "slams slammed slamming",
    "snap": "snaps snapped snapping",
    "quip": "quips quipped quipping",
    "brag": "brags bragged bragging",
    "plan": "plans planned planning",
    "regret": "regrets regretted regretting",
    "prefer": "prefers preferred preferring",
    "dispute": "disputes disputed disputing",
    "agree": "agrees agreed agreeing",
    "decree": "decrees decreed decreeing",
    "know": "knows knew known knowing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "dream": "dreams dreamed dreamt dreaming",
    "foresee": "foresees foresaw foreseen foreseeing",
    "understand": "understands understood understanding",
    "forecast": "forecasts forecast forecasting",
    "recall": "recalls recalled recalling",
    "signal": "signals signalled signaled signalling signaling",
    "show": "shows showed shown showing",
    "dub": "dubs dubbed dubbing",
    "label": "labels labelled labeled labelling labeling",
}


def _forms(lemma: str) -> set[str]:
    if lemma in _IRREGULAR:
        return {lemma, *_IRREGULAR[lemma].split()}
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {lemma, third, lemma + "ed", lemma + "ing"}


_LEMMAS: dict[str, str] = {}
for _lemma in (_SAID + _THOUGHT).split():
    for _form in _forms(_lemma):
        _LEMMAS.setdefault(_form, _lemma)

SAID_LEMMAS = frozenset(_SAID.split())
THOUGHT_LEMMAS = frozenset(_THOUGHT.split()) - SAID_LEMMAS

QUOTING = frozenset(
    [
        "say",
        "point",
        "go",
        "put",
        "tell",
        "add",
        "write",
        "reply",
        "ask",
        "answer",
        "continue",
        "explain",
        "note",
        "warn",
        "insist",
        "argue",
        "claim",
        "joke",
        "quip",
        "tweet",
        "post",
        "recall",
        "observe",
        "remark",
        "state",
        "declare",
        "shout",
        "yell",
        "exclaim",
        "respond",
        "retort",
        "admit",
        "concede",
        "acknowledge",
        "stress",
        "conclude",
        "reason",
        "muse",
        "snap",
        "whisper",
        "cry",
        "plead",
        "promise",
        "vow",
        "agree",
        "announce",
        "comment",
        "complain",
        "confess",
        "contend",
        "counter",
        "email",
        "emphasise",
        "emphasize",
        "enthuse",
        "explain",
        "lament",
        "maintain",
        "mutter",
        "predict",
        "read",
        "recount",
        "reiterate",
        "repeat",
        "report",
        "reveal",
        "scoff",
        "sigh",
        "speculate",
        "suggest",
        "testify",
        "text",
        "thunder",
        "urge",
        "assert",
        "opine",
        "caution",
        "chant",
        "protest",
        "boast",
        "interject",
        "echo",
        "clarify",
        "confirm",
        "assure",
        "advise",
        "remind",
        "believe",
        "think",
        "hope",
    ]
)
"""Lemmas that may stand behind their quotation with the subject after them ("…," said Ruth Adeyemi)."""

CLAUSAL = frozenset(
    [
        "say",
        "tell",
        "add",
        "argue",
        "insist",
        "claim",
        "warn",
        "note",
        "suggest",
        "explain",
        "announce",
        "report",
        "reveal",
        "believe",
        "think",
        "hope",
        "admit",
        "acknowledge",
        "concede",
        "contend",
        "maintain",
        "stress",
        "emphasise",
        "emphasize",
        "allege",
        "assert",
        "state",
        "declare",
        "predict",
        "promise",
        "vow",
        "pledge",
        "confirm",
        "deny",
        "indicate",
        "write",
        "recall",
        "testify",
        "estimate",
        "conclude",
        "complain",
        "caution",
        "reiterate",
        "repeat",
        "assure",
        "advise",
        "remind",
        "inform",
        "expect",
        "fear",
        "worry",
        "feel",
        "know",
        "understand",
        "suspect",
        "doubt",
        "agree",
        "find",
        "learn",
        "decide",
        "swear",
        "joke",
        "speculate",
        "disclose",
        "boast",
        "lament",
        "observe",
        "remark",
        "point",
        "hint",
        "imply",
        "propose",
        "recommend",
        "recount",
        "affirm",
        "reaffirm",
        "signal",
        "tweet",
        "post",
        "clarify",
        "explain",
        "counter",
        "respond",
        "reply",
        "protest",
        "threaten",
        "wonder",
        "ask",
        "assume",
        "reckon",
        "suppose",
        "imagine",
        "wish",
        "realise",
        "realize",
        "demand",
        "determine",
        "forecast",
        "attest",
        "highlight",
        "underline",
        "underscore",
        "read",
    ]
)
"""Lemmas that take a whole clause, with *that* or without."""

OBJECT = frozenset(
    [
        "accuse",
        "call",
        "describe",
        "criticise",
        "criticize",
        "praise",
        "blame",
        "condemn",
        "denounce",
        "dismiss",
        "slam",
        "mock",
        "defend",
        "urge",
        "ask",
        "demand",
        "reject",
        "welcome",
        "hail",
        "blast",
        "decry",
        "lambast",
        "laud",
        "liken",
        "tout",
        "rebuke",
        "thank",
        "question",
        "challenge",
        "express",
        "deny",
        "dispute",
        "refute",
        "propose",
        "promise",
        "offer",
        "order",
        "request",
        "recommend",
    ]
)
"""Lemmas that take a thing or a person as what is said ("called it a disgrace", "denied the charges")."""

NEGATIONS = frozenset(["not", "n't", "n’t", "never", "no", "nor", "neither", "cannot", "hardly"])
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SAID_NOUNS = frozenset(
    [
        "accusation",
        "announcement",
        "answer",
        "apology",
        "appeal",
        "argument",
        "assertion",
        "assessment",
        "claim",
        "comment",
        "complaint",
        "confession",
        "criticism",
        "declaration",
        "demand",
        "denial",
        "description",
        "estimate",
        "explanation",
        "interview",
        "letter",
        "message",
        "objection",
        "order",
        "plea",
        "pledge",
        "praise",
        "prediction",
        "promise",
        "proposal",
        "protest",
        "question",
        "quote",
        "reading",
        "remark",
        "reminder",
        "reply",
        "report",
        "request",
        "response",
        "revelation",
        "speech",
        "statement",
        "story",
        "suggestion",
        "talk",
        "testimony",
        "threat",
        "tweet",
        "vow",
        "warning",
        "word",
        "words",
        "according",
        "reportedly",
        "allegedly",
        "statement",
        "goes",
        "put",
        "quoting",
        "citing",
        "per",
    ]
)


def lemma_of(word: str) -> str | None:
    """The lemma of a cue verb's form, or None for any other word."""
    return _LEMMAS.get(word.lower())


def reports_utterance(cue: str) -> bool:
    """Whether a cue's words report speech (`said`) and not only thought; a bare colon or dash does."""
    words = [word.lower() for word in _WORD.findall(cue)]
    if not words:
        return True
    for word in words:
        if lemma_of(word) in SAID_LEMMAS or word in _SAID_NOUNS or word.rstrip("s") in _SAID_NOUNS:
            return True
    return False
