"""How the kinds of block look, wherever an article is drawn: as parts of a widget whose `PARTS` are "article"."""

STYLED_KINDS = frozenset("title standfirst byline heading quote caption list-item table dateline".split())
"""Kinds of block that have a style of their own."""

PLAIN_PARTS = STYLED_KINDS | {"dim", "rule", "link", "bullet"}
"""The parts of an article in which nothing was found yet."""

PLAIN_CSS = """
    & > .article--title { color: $title; text-style: bold; }
    & > .article--standfirst { color: $standfirst; text-style: italic; }
    & > .article--byline, & > .article--caption, & > .article--dateline { color: $dim; }
    & > .article--caption { text-style: italic; }
    & > .article--heading { color: $title; text-style: bold; }
    & > .article--quote { color: $quote; }
    & > .article--dim, & > .article--bullet { color: $dim; }
    & > .article--rule { color: $rule; }
    & > .article--link { color: $link; text-style: underline; }
"""
