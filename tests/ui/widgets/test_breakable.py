from supple.ui.widgets.breakable import breakable, broken, kept


def test_a_no_break_space_holds_words_together() -> None:
    assert breakable("In\u00a010\u00a0min  or later\nor never") == [
        "In\u00a010\u00a0min", "or", "later", "or", "never",
    ]  # fmt: skip
    assert breakable("") == []


def test_only_a_word_wider_than_its_room_is_broken_and_as_late_as_fits() -> None:
    assert broken("Becken und Rücken", 8, len) == "Becken und Rücken"
    assert broken("Oberschenkel, Knie", 8, len) == "Obersch\u00adenkel, Knie"
    assert broken("Oberschenkel", 2, len) == "Oberschenkel"


def test_a_line_may_end_after_a_hyphen_between_letters() -> None:
    assert breakable("balance-supported, -5 or 15-second") == [
        "balance-", "supported,", "-5", "or", "15-second",
    ]  # fmt: skip


def test_a_short_last_word_is_not_alone_where_there_is_room() -> None:
    assert kept("Stop at a mild pull", 12, len) == "Stop at a mild\u00a0pull"
    assert kept("Stop at a mild pull", 8, len) == "Stop at a mild pull"
    assert kept("Your answers stay on this computer", 14, len).endswith("this computer")
    assert kept("4 stretches, 20 s holds", 20, len) == "4 stretches, 20\u00a0s\u00a0holds"
    assert kept("Loosen up, gently", 30, len) == "Loosen up, gently"
    assert kept("", 20, len) == ""
