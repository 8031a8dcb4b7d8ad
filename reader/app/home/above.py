"""What stands above the home screen's list: the title, the lists that there are, and what lies over them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.app.home.tabs import PEOPLE, USUAL, Tab
from reader.app.state.key_names import with_keys
from reader.library.front import Counts
from reader.library.model import Person

TITLE = "Reader · who said what, in any article"


@dataclass(frozen=True, slots=True)
class Over:
    """What lies over the lists: whose words or which search, over which list, in which order, at which row."""

    shown: str
    what: Person | str
    oldest: bool
    cursor: int


def title_of(counts: Counts) -> str:
    """The program's words, and what is unread in the feeds."""
    if not counts.unread:
        return TITLE
    watched = f", {counts.watched:,} watched for" if counts.watched else ""
    return f"{TITLE} · feeds (f): {counts.unread:,} unread{watched}"


def tabs_of(counts: Counts) -> Sequence[Tab]:
    """The lists with how many there are in each."""
    numbers = (counts.to_read, counts.reading, counts.done, counts.starred, counts.marks, counts.people)
    return [replace(tab, count=number) for tab, number in zip(USUAL, numbers, strict=True)]


def rule_over(over: Person | str, *, oldest: bool, found: int) -> str:
    """What is told of that which lies over the lists."""
    if isinstance(over, Person):
        first = with_keys(f"{'oldest' if oldest else 'newest'} first (‹home.order›)")
        return f"{over.name} · {first} · esc goes back"
    return f"“{over}” · {found} found · esc goes back"


def rule_of(name: str, shown: str, *, adds: bool, questions: int) -> str:
    """What is told of a list: of the samples in its place how else to begin, of people who is asked about."""
    if name == "samples":
        later = ", ‹home.add› adds it for later" if adds else ""
        return with_keys(f"Nothing waits to be read · ‹home.line› opens something{later} · or try:")
    if questions and shown == PEOPLE:
        pairs = "a pair" if questions == 1 else f"{questions} pairs"
        return with_keys(f"{pairs} of one name: one person or two? · ‹home.who› asks")
    return ""
