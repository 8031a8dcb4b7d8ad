"""Search runs over the text itself: case-smart, quote-blind, and across line breaks."""

from reader.app.state.search import Search, find, moved

TEXT = "The Bridge is “shut”, the bridge\n\nis shut. Don’t cross the well-worn bridge."


def words(search: Search) -> list[str]:
    return [TEXT[start:end] for start, end in search.hits]


def test_small_letters_find_any_case() -> None:
    assert words(find(TEXT, "bridge")) == ["Bridge", "bridge", "bridge"]


def test_a_capital_makes_case_count() -> None:
    assert words(find(TEXT, "Bridge")) == ["Bridge"]


def test_a_phrase_is_found_across_a_block_break() -> None:
    assert words(find(TEXT, "bridge is shut")) == ["bridge\n\nis shut"]


def test_typewriter_quotes_and_hyphens_find_the_printers() -> None:
    assert words(find(TEXT, "don't")) == ["Don’t"]
    assert words(find(TEXT, '"shut"')) == ["“shut”"]


def test_plain_typing_is_no_pattern() -> None:
    assert words(find(TEXT, "b.*e")) == []
    assert words(find(TEXT, "b[a-z]+e", regex=True)) == ["Bridge", "bridge", "bridge"]


def test_a_broken_pattern_is_told_not_raised() -> None:
    search = find(TEXT, "(", regex=True)
    assert search.hits == ()
    assert search.words.startswith("not a regular expression")


def test_starts_at_the_first_match_from_the_place_and_wraps_round() -> None:
    search = find(TEXT, "bridge", position=20)
    assert search.at == 1
    assert moved(search, 1).at == 2
    assert moved(moved(search, 1), 1).at == 0
    assert find(TEXT, "bridge", position=len(TEXT)).at == 0


def test_nothing_typed_finds_nothing() -> None:
    assert find(TEXT, "  ").hits == ()
    assert moved(find(TEXT, "zebra"), 1).at == -1


def test_an_empty_match_is_no_match() -> None:
    assert find(TEXT, "x*", regex=True).hits == ()


def test_a_pattern_that_never_ends_is_given_up() -> None:
    search = find("a" * 40_000 + "b", "(a+)+$", regex=True)
    assert search.words == "this pattern takes too long"


def test_a_pattern_is_case_smart_whatever_its_classes_are_called() -> None:
    assert words(find(TEXT, r"\Sridge", regex=True)) == ["Bridge", "bridge", "bridge"]
    assert words(find(TEXT, r"^is \w+", regex=True)) == ["is shut"]
