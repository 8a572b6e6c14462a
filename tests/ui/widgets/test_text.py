from collections.abc import Callable

from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.article import Article
from supple.ui.widgets.button import Button
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.text import Text, YieldingText


def test_words_that_yield_break_only_where_they_have_to(qtbot: QtBot, look: Look) -> None:
    words = YieldingText(look, BODY, "back pain after, of 731 rated")
    plain = Text(look, BODY, words.words())
    for label in (words, plain):
        qtbot.addWidget(label)
    wide = words.sizeHint().width()
    assert abs(wide - plain.sizeHint().width()) <= 1
    assert words.heightForWidth(wide) == plain.sizeHint().height()
    assert words.minimumSizeHint().width() < wide // 2
    assert words.heightForWidth(wide // 2) > words.heightForWidth(wide)


def test_no_word_stands_alone_and_there_are_no_more_lines(qtbot: QtBot, look: Look) -> None:
    label = Text(look, BODY, "Stay lying for a moment if you like. It is all saved.", wrap=True)
    qtbot.addWidget(label)
    label.show()
    loose = label.minimumSizeHint().width()
    heights = {}
    for width in (loose, 150, 340, 600):
        label.resize(width, 200)
        heights[width] = label.heightForWidth(width)
        assert ("all\u00a0saved" not in label.text()) is (width == loose)
        assert abs(label.minimumSizeHint().width() - loose) <= 2
    label.resize(600, 200)
    for width, height in heights.items():
        assert label.heightForWidth(width) == height
    assert label.words().endswith("all saved.")


def test_what_yields_in_a_row_has_a_line_of_its_own_before_it_breaks(
    qtbot: QtBot, look: Look
) -> None:
    words, button = YieldingText(look, BODY, "Days you stretched"), Button(look, "Export")
    row = FlowRow(look, gap=8, apart=True)
    qtbot.addWidget(row)
    row.show()
    row.set_items((words, button))
    for width in (row.sizeHint().width() + 40, row.sizeHint().width() - 8):
        row.resize(width, row.heightForWidth(width))
        assert words.height() == words.heightForWidth(10_000)
    assert button.y() >= words.geometry().bottom()
    least = row.minimumSizeHint().width()
    row.resize(least, row.heightForWidth(least))
    assert words.height() > words.heightForWidth(10_000)
    assert words.geometry().right() < least


def test_a_table_keeps_words_whole_in_a_narrow_article(
    qtbot: QtBot, make_look: Callable[..., Look]
) -> None:
    article = Article(make_look(scale=2.0))
    qtbot.addWidget(article)
    table = ("| when | hold | sets | a week |", "|-|-|-|-|", "| week 1 | 15 seconds | 2 | 2 |")
    article.show_markdown("\n".join(table), name="How long")
    article.resize(380, 400)
    article.show()
    block = article.document().find("seconds").block()
    lines = block.layout()
    starts = {lines.lineAt(at).textStart() for at in range(lines.lineCount())}
    assert starts <= {0, len("15 ")}
