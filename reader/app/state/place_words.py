"""Where the reader is, in words, for the foot of the screen."""

from math import ceil

from reader.analysis.model import Claim
from reader.app.state.key_names import with_keys
from reader.app.state.reading import Reading
from reader.app.state.speakers import speaker_label
from reader.article.model import Span
from reader.article.text.counted import many

SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
"""What stands before the words while something is going on, one sign after the other."""


def where(reading: Reading, *, typing: bool = False, place_in_list: str = "") -> str:
    """The words at the foot: the match or claim stood at, else what is going on or can be done.

    `typing` says that a search is being typed; `place_in_list` is "2 of 5" where several articles are walked.
    """
    parts = _place(reading, typing)
    if reading.filter_words and not reading.search:
        parts.append(reading.filter_words)
    if place_in_list:
        parts.append(with_keys(f"article {place_in_list} (‹reading.next-article›, ‹reading.previous-article›)"))
    return " · ".join(parts)


def stood_at(reading: Reading) -> Span | None:
    """The span of what the foot names: the match, the line of the summary, the mention or the claim stood at."""
    if reading.search and reading.search.current:
        return reading.search.current
    if reading.lit:
        return reading.lit
    actor = reading.analysis.actor(reading.followed) if reading.analysis else None
    if actor and 0 <= reading.mention < len(actor.mentions):
        return sorted(actor.mentions)[reading.mention]
    return reading.current_claim.span if reading.current_claim else None


def how_far(reading: Reading, share: float) -> str:
    """How much has been read (`share`, 0 to 1), and how many minutes the rest takes."""
    minutes = reading.analysis.stats.reading_minutes if reading.analysis and reading.analysis.stats else 0
    left = ceil(minutes * (1 - share))
    return f"{share:.0%} · {left} min left" if left and share < 1 else f"{share:.0%}"


def is_analysing(reading: Reading) -> bool:
    """Whether claims and actors are still being found, or soon will be."""
    return reading.analysis is None and not reading.problem


def why_no_claims(reading: Reading) -> str:
    """Why there is no claim to go to, or none yet, and what helps."""
    if is_analysing(reading):
        return "Claims are still being looked for."
    if reading.problem:
        return reading.problem
    if reading.filter_words and reading.has_claims:
        return f"No claim passes the filter ({reading.filter_words}). Esc clears it."
    if reading.hidden:
        return with_keys(f"Nothing but doubtful claims ({reading.hidden}). ‹reading.doubtful› shows them.")
    if reading.has_claims:
        return with_keys("Nothing was said, only thought, hoped or planned: ‹reading.filter› shows it.")
    return "Nobody is quoted or cited in this text."


def is_summarising(reading: Reading) -> bool:
    """Whether another summary is being made beside the reading."""
    return bool(reading.doing) and reading.analysis is not None


def how_sure(claim: Claim) -> str:
    """How sure words and speaker of a claim are together ("47% sure")."""
    return f"{claim.sureness:.0%} sure"


def _place(reading: Reading, typing: bool) -> list[str]:
    if is_summarising(reading):
        return [f"{reading.doing} …"]
    if reading.search:
        keeps = ["enter keeps the search"] if typing and reading.search.hits else []
        return [reading.search.words, *keeps]
    if reading.mention >= 0 and reading.analysis and (actor := reading.analysis.actor(reading.followed)):
        return [f"mention {reading.mention + 1} of {max(1, len(actor.mentions))}", actor.name]
    if claim := reading.current_claim:
        return [
            f"claim {reading.numbers[claim.id]} of {len(reading.numbers)}{' so far' if is_analysing(reading) else ''}",
            speaker_label(claim),
            claim.kind if claim.type == "said" else f"{claim.kind}, thought",
            *([how_sure(claim)] if claim.is_doubtful else []),
            *([f"{reading.doing} …"] if is_analysing(reading) and reading.doing else []),
        ]
    if reading.problem:
        return [reading.problem]
    if reading.analysis is None:
        return [f"{reading.doing or 'reading'} …"]
    if reading.claims:
        count = len(reading.claims)
        return [many(count, "claim"), with_keys("‹reading.next-claim› goes to the next")]
    if reading.hidden and not reading.filter_words:
        return [many(reading.hidden, "doubtful claim"), with_keys("‹reading.doubtful› shows")]
    return ["no claim passes the filter" if reading.filter_words and reading.has_claims else "no claims"]
