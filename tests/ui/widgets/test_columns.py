from supple.ui.widgets.columns import shared_out


def test_what_is_left_goes_to_where_words_would_break() -> None:
    columns = (("when", "a little every day"), ("hold", "30 s"))
    assert sum(shared_out(columns, 30, 2, len)) == 30
    first, second = shared_out(columns, 20, 2, len)
    assert first > 2 * second > 0
    assert first + second == 20


def test_a_column_keeps_its_longest_word_though_there_is_no_room() -> None:
    assert shared_out((("Oberschenkel",), ("Woche",)), 10, 2, len) == [14, 7]
