from datetime import date

from supple.core.breaks.offer import Choice, Offer, Practice, offer
from supple.core.catalogue.exercise import Family
from supple.core.session.steps import Side

ODD, EVEN = date(2026, 5, 13), date(2026, 5, 14)
TWO = Choice("two", 120, frozenset({Family.DESK}))
DESK = Choice("three-desk", 180, frozenset({Family.DESK, Family.SEATED}))
STANDING = Choice("three-standing", 180, frozenset({Family.STANDING}))
ALL = (TWO, DESK, STANDING)


def test_the_routine_nearest_to_the_wanted_length_is_offered() -> None:
    assert offer(ALL, Practice(), 120, ODD).routine == "two"
    assert offer(ALL, Practice(), 300, ODD).routine in {"three-desk", "three-standing"}


def test_of_routines_of_one_length_the_family_that_had_least_comes_first() -> None:
    much_desk = Practice(by_family={Family.DESK: 300.0, Family.STANDING: 60.0})
    assert offer(ALL, much_desk, 180, ODD).routine == "three-standing"
    much_standing = Practice(by_family={Family.DESK: 30.0, Family.STANDING: 60.0})
    assert offer(ALL, much_standing, 180, ODD).routine == "three-desk"


def test_the_side_that_had_least_comes_first() -> None:
    right = Practice(by_side={Side.LEFT: 60.0, Side.RIGHT: 30.0})
    left = Practice(by_side={Side.RIGHT: 30.0})
    assert offer(ALL, right, 120, ODD).first is Side.RIGHT
    assert offer(ALL, left, 120, EVEN).first is Side.LEFT


def test_sides_that_had_the_same_follow_the_day() -> None:
    assert offer(ALL, Practice(), 120, ODD).first is Side.LEFT
    assert offer(ALL, Practice(), 120, EVEN).first is Side.RIGHT


def test_the_other_routines_are_one_click_away() -> None:
    assert offer(ALL, Practice(), 120, ODD).others == ("three-desk", "three-standing")


def test_what_the_user_chose_last_comes_first_while_it_is_there() -> None:
    chosen = offer(ALL, Practice(), 120, ODD, last="three-standing")
    assert chosen.routine == "three-standing"
    assert chosen.others == ("two", "three-desk")
    assert offer((TWO, DESK), Practice(), 120, ODD, last="three-standing").routine == "two"


def test_where_nothing_suits_the_offer_is_to_stand_up() -> None:
    assert offer((), Practice(), 120, ODD) == Offer("", Side.LEFT)


def test_a_routine_without_a_family_can_be_offered() -> None:
    plain = Choice("plain", 60, frozenset())
    assert offer((plain,), Practice(), 120, ODD).routine == "plain"
