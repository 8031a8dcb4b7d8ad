"""What screens ask of the app: they post these, and only the app acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.app.state.laid import How, Subject
    from reader.article.model import Article, Span
    from reader.feeds.listing import Choice
    from reader.feeds.model import NewsItem


class OpenSource(Message):
    """A path, an address or a name that is open already is to be shown."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source


class OpenText(Message):
    """Pasted text is to be read as an article."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class OpenItem(Message):
    """An article of a list is to be shown; `listed_by` is the list's source, "" for the list of all that is open."""

    def __init__(self, listed_by: str, source: str) -> None:
        super().__init__()
        self.listed_by = listed_by
        self.source = source


class OpenWhole(Message):
    """All of a list is to be shown as one page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source


class Compare(Message):
    """Articles about one event, two editions of a page (the old one first), or an article and its record are to be
    shown side by side; `how` says which."""

    def __init__(self, subjects: Sequence[Subject], how: How = "articles") -> None:
        super().__init__()
        self.subjects = tuple(subjects)
        self.how: How = how


class LeaveComparison(Message):
    """Back to what was shown before the comparison."""


class ReadAt(Message):
    """An article that was opened by `source` is to be read, at a span."""

    def __init__(self, source: str, article: Article, span: Span) -> None:
        super().__init__()
        self.source = source
        self.article = article
        self.span = span


class OpenNews(Message):
    """An item of the feeds is to be shown; J and K walk on from it to those around it, and i goes back to the list."""

    def __init__(self, around: Sequence[NewsItem], item: NewsItem, choice: Choice) -> None:
        super().__init__()
        self.around = tuple(around)
        self.item = item
        self.choice = choice


class GiveUp(Message):
    """A source that does not open is not wanted any more."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source


class Analysed(Message):
    """All was found in the article that is shown."""


class Welcomed(Message):
    """A newcomer has taken the first steps, and needs no welcome any more."""


class OpenKept(Message):
    """An article of the library is to be shown, at a span of its newest text where one is given."""

    def __init__(self, entry: int, span: Span | None = None) -> None:
        super().__init__()
        self.entry = entry
        self.span = span


class ChangeSettings(Message):
    """The reader changed settings on the screen; they hold for the next articles and sessions too."""

    def __init__(self, changes: dict[str, Any]) -> None:
        super().__init__()
        self.changes = changes
