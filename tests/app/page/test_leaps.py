"""Back to where a leap began, and forward again, as far as is remembered."""

from reader.app.page.leaps import Leaps


def test_back_and_forward_lead_through_the_places_of_the_leaps() -> None:
    leaps = Leaps()
    assert leaps.back((9, 0)) is None
    leaps.remember((1, 0))
    leaps.remember((2, 5))
    assert leaps.back((3, 0)) == (2, 5)
    assert leaps.back((2, 5)) == (1, 0)
    assert leaps.back((1, 0)) is None
    assert leaps.forward((1, 0)) == (2, 5)
    assert leaps.forward((2, 5)) == (3, 0)
    assert leaps.forward((3, 0)) is None
    leaps.remember((3, 0))
    assert leaps.back((7, 0)) == (3, 0)


def test_a_new_leap_leaves_nothing_to_go_forward_to_and_the_oldest_are_forgotten() -> None:
    leaps = Leaps()
    leaps.remember((1, 0))
    assert leaps.back((2, 0)) == (1, 0)
    leaps.remember((4, 0))
    assert leaps.forward((5, 0)) is None
    for block in range(100):
        leaps.remember((block, 0))
    places = []
    while place := leaps.back((100, 0)):
        places.append(place)
    assert places == [(block, 0) for block in range(99, 49, -1)]
