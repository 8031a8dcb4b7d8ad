"""What is counted is told as one reads it, and names in a row are joined as in a byline."""

from reader.article.text.counted import listed, many


def test_one_is_one_and_of_all_else_there_are_several() -> None:
    assert [many(count, "claim") for count in (0, 1, 2, 1200)] == ["0 claims", "1 claim", "2 claims", "1200 claims"]


def test_large_numbers_are_parted_where_that_is_wanted() -> None:
    assert [many(count, "word", commas=True) for count in (1, 999, 1200)] == ["1 word", "999 words", "1,200 words"]


def test_names_are_joined_by_commas_and_the_last_by_and() -> None:
    names = ["Ann Lee", "Bo Ray", "Cy Young"]
    assert [listed(names[:count]) for count in range(4)] == [
        "",
        "Ann Lee",
        "Ann Lee and Bo Ray",
        "Ann Lee, Bo Ray and Cy Young",
    ]
