"""What keys are called in what the screen tells: the reader's own, where `reader.toml` changes them."""

import re
from collections.abc import Mapping

USUAL: Mapping[str, str] = {
    "app.help": "?",
    "app.quit": "q",
    "app.wrong": "!",
    "article.home": "g",
    "comparing.next": "n",
    "feeds.add": "a",
    "feeds.refresh-all": "R",
    "feeds.undo": "u",
    "feeds.unread-only": "l",
    "home.add": "a",
    "home.done": "d",
    "home.line": "o",
    "home.order": "O",
    "home.remove": "x",
    "home.retry": "r",
    "home.star": "*",
    "home.who": "W",
    "list.compare": "C",
    "list.mark": "m",
    "reading.actors": "a",
    "reading.analyse": "r",
    "reading.compare": "C",
    "reading.copy-as": "Y",
    "reading.copy-summary": "c",
    "reading.doubtful": "F",
    "reading.filter": "f",
    "reading.go-to-mark": "'",
    "reading.help": "?",
    "reading.highlight": "x",
    "reading.highlights": "X",
    "reading.list": "i",
    "reading.mark": "M",
    "reading.next-article": "J",
    "reading.next-claim": "n",
    "reading.note": "E",
    "reading.open": "o",
    "reading.previous-article": "K",
    "reading.select": "v",
    "reading.set-right": "W",
    "reading.summary": "s",
    "reading.undo": "u",
}
"""The keys that are told of, by the ids of their bindings, as they are while nobody changes them."""

_now = dict(USUAL)
_ID = re.compile("‹([a-z]+[.][a-z-]+)›")


def call_keys(changed: Mapping[str, str]) -> None:
    """From now on the keys of these ids are called so, all others as usual."""
    _now.clear()
    _now.update({**USUAL, **changed})


def with_keys(words: str) -> str:
    """The words with each `‹id of a binding›` told as its key ("‹reading.next-claim› goes on": "n goes on")."""
    return _ID.sub(lambda found: _now.get(found[1], found[0]), words)
