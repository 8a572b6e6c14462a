from supple.ui.widgets.breakable import breakable


def test_a_no_break_space_holds_words_together() -> None:
    assert breakable("In\u00a010\u00a0min  or later\nor never") == [
        "In\u00a010\u00a0min", "or", "later", "or", "never",
    ]  # fmt: skip
    assert breakable("") == []
