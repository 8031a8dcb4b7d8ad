"""Which names are counted as one over many articles."""

import pytest

from reader.archive.name_keys import key_of_name


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("BRAM OSEI", "Bram Osei", "person"),
        ("Dr. Bram Osei", "Bram Osei", "person"),
        ("Former Vice President Bram Osei", "bram osei", "person"),
        ("Zoë  Brontë", "Zoe Bronte", "person"),
        ("the Holme Gazette", "Holme Gazette", "organisation"),
        ("THE HOLME GAZETTE", "Holme Gazette", None),
        ("Water Board.", "Water Board", "organisation"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str, kind: str | None) -> None:
    assert key_of_name(one, kind) == key_of_name(other, kind)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Mr Hale", "Mrs Hale", "person"),
        ("Pope Leo", "Leo", "person"),
        ("General Pump Works", "Pump Works", "organisation"),
        ("Bram Osei", "Edda Osei", "person"),
    ],
)
def test_names_of_two(one: str, other: str, kind: str) -> None:
    assert key_of_name(one, kind) != key_of_name(other, kind)


@pytest.mark.parametrize("name", ["The", "Dr", "…", "The The", "Mr Mr Mr", "江"])
def test_no_name_is_without_a_key(name: str) -> None:
    assert key_of_name(name, "person")
