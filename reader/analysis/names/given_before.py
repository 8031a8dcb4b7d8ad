"""Last names that were found without the given name before them: "Senior Partner Ann | Lee"."""

from reader.analysis.document.document import Document
from reader.analysis.document.phrases import is_time
from reader.analysis.document.titles import is_given
from reader.analysis.names.headlines import is_capitalised


def find_given(document: Document, at: int) -> int | None:
    """Where the given name right before a lone last name begins; headlines, where all has capitals, left out."""
    last = document.words[at]
    if at <= document.first[last.sentence]:
        return None
    given = document.words[at - 1]
    beside = given.end + 1 == last.start and given.tag == "NNP" and given.text.istitle()
    known = beside and is_given(given.text.lower()) and not is_time(given)
    return given.start if known and not is_capitalised(document, last.start) else None
