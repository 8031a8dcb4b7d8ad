"""What tells whether an actor is one, of the right kind and under a whole name: what its namings tell, how often it is
named, and whether it speaks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from reader.analysis.actors.features import Features
from reader.analysis.actors.naming import Naming
from reader.analysis.document.lexicon import load_phrases
from reader.analysis.document.titles import is_given
from reader.analysis.model import ActorKind
from reader.article.model import Span

NOBODY: Final = "nobody"
_SURE = 0.997
"""Nothing is likelier than this, or less likely than what is left."""
_READ: Final[Mapping[ActorKind, int]] = {"person": 1, "organisation": 2, "place": 3, "group": 2}
"""Where what the tagger thinks of a kind stands among its shares."""
_LONG = 4


def tell_namings(namings: Sequence[Naming], name: str, kind: ActorKind) -> Features:
    """What the namings of one actor tell of it under this name and kind: the mean of what is told of their spellings,
    how likely the fitted kinds are, and what the tagger read. Nothing where the tagger did not read."""
    if not any(naming.told for naming in namings):
        return {}
    features = _average([naming.told for naming in namings])
    likely = _average([naming.likely for naming in namings])
    whole = "organisation" if kind == "group" else kind
    features["likely"] = features[f"likely as {kind}"] = _spread(likely.get(whole, 0.0))
    features["likely nobody"] = likely.get(NOBODY, 0.0)
    shares = [naming.shares for naming in namings if len(naming.shares) > _READ[kind]]
    if shares:
        read = [share[_READ[kind]] for share in shares]
        features["read"], features["read least"] = sum(read) / len(read), min(read)
        features["read as nobody most"] = max(share[0] for share in shares)
        features["agreed"] = sum(share[_READ[kind]] == max(share) for share in shares) / len(shares)
    words = name.split()
    features[f"is {kind}"] = features[f"{min(len(words), _LONG)} words, {kind}"] = 1.0
    if name.lower() in load_phrases("places"):
        features[f"listed place, {kind}"] = 1.0
    if kind == "person" and is_given(words[0].lower()) != (len(words) == 1):
        features["given name and more" if len(words) > 1 else "one strange word, person"] = 1.0
    return features


def describe_actor(told: Features, role: str | None, mentions: Sequence[Span], speaks: bool, title: int) -> Features:
    """What is told of an actor with its role, mentions (pronouns too) and whether it speaks; `title` is where the
    article's title ends."""
    features = dict(told)
    features["mentions"] = log(max(1, len(mentions)))
    features["mentioned once"] = float(len(mentions) <= 1)
    features["speaks"] = float(speaks)
    features["has a role"] = float(role is not None)
    features["in the title"] = float(any(start < title for start, _ in mentions))
    return features


def _average(told: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean over namings, of which those of one spelling hold the very same."""
    if all(one is told[0] for one in told):
        return dict(told[0])
    times = Counter(map(id, told))
    found: dict[str, float] = {}
    for one in {id(one): one for one in told}.values():
        share = times[id(one)] / len(told)
        for name, value in one.items():
            found[name] = found.get(name, 0.0) + value * share
    return found


def _spread(share: float) -> float:
    """A share from minus to plus infinity, as a logistic model takes it."""
    held = min(max(share, 1 - _SURE), _SURE)
    return log(held / (1 - held))
