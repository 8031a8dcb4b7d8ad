"""What the tests of the formats share: how blocks are told, and a story for below a head."""

from collections.abc import Callable

from reader.article import Article

Blocks = Callable[[Article], list[tuple[str, str]]]

BODY = (
    "The mayor of Harrowgate said on Monday that the old pier would be taken down before the winter, "
    "because no engineer would sign for it any more.\n\n"
    "“It has stood for a hundred years,” said Mayor Ines Talbot. “It will not stand for a hundred and one.”"
)
