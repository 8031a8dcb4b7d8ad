"""Expressions that are compiled on first use answer as those that were compiled at once."""

import re

from reader.article.text.patterns import compile_later


def test_an_expression_is_compiled_when_it_is_asked_first_and_once() -> None:
    later, now = compile_later(r"(\w+) said", re.IGNORECASE), re.compile(r"(\w+) said", re.IGNORECASE)
    text = "Brandt SAID nothing. Adeyemi said: no."
    assert vars(later).keys() == {"_given"}
    assert later.findall(text) == now.findall(text)
    assert "findall" in vars(later)
    assert later.sub(r"\1", text) == now.sub(r"\1", text)
    assert later.pattern == now.pattern
    assert (later.fullmatch("x said") is None) == (now.fullmatch("x said") is None)
