"""Room for one's own words: typed by keys alone, a few lines, and gone when it is cleared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.kit.own_words import OwnWords

FOREIGN, TYPED = "from the clipboard", "mine"
KEYS = QKeySequence.StandardKey


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[OwnWords]:
    """Yield a field that shows, while something stands in the clipboard."""
    QApplication.clipboard().setText(FOREIGN)
    made = OwnWords("Your own words", "Type here", 40)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    yield made
    QApplication.clipboard().clear()


def dropped(text: str) -> QMimeData:
    """Return what would be dropped."""
    data = QMimeData()
    data.setText(text)
    return data


def test_it_takes_what_is_typed_in_several_lines(words: OwnWords) -> None:
    QTest.keyClicks(words, TYPED)
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClicks(words, "too ")
    assert words.words == "mine\ntoo"


@pytest.mark.parametrize("keys", [KEYS.Paste, KEYS.Undo, KEYS.Redo])
def test_no_keys_bring_anything_in(words: OwnWords, keys: KEYS) -> None:
    for binding in QKeySequence.keyBindings(keys):
        combined = binding[0]  # type: ignore[index]  # the stubs know no items of it
        if combined.key() < Qt.Key.Key_Escape:  # letters: other keys have no test of their own
            QTest.keyClick(words, combined.key(), combined.keyboardModifiers())
    assert words.toPlainText() == ""


def test_shift_insert_and_the_slot_paste_nothing(words: OwnWords) -> None:
    QTest.keyClick(words, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    words.paste()
    assert words.toPlainText() == ""


def test_nothing_can_be_dropped(words: OwnWords) -> None:
    assert not words.acceptDrops()
    assert not words.viewport().acceptDrops()
    data = dropped(FOREIGN)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    words.dropEvent(event)
    assert words.toPlainText() == ""
    assert not words.canInsertFromMimeData(data)


@pytest.mark.parametrize("keys", [KEYS.Copy, KEYS.Cut])
def test_nothing_is_copied_out(words: OwnWords, keys: KEYS) -> None:
    QTest.keyClicks(words, TYPED)
    words.selectAll()
    for binding in QKeySequence.keyBindings(keys):
        combined = binding[0]  # type: ignore[index]  # the stubs know no items of it
        if combined.key() < Qt.Key.Key_Escape:  # letters: other keys have no test of their own
            QTest.keyClick(words, combined.key(), combined.keyboardModifiers())
    clipboard = QApplication.clipboard()
    assert clipboard.text() == FOREIGN
    assert TYPED not in clipboard.text(clipboard.Mode.Selection)
    assert words.words == TYPED


def test_what_is_selected_cannot_be_dragged_away(words: OwnWords) -> None:
    QTest.keyClicks(words, TYPED)
    words.selectAll()
    assert words.createMimeDataFromSelection().formats() == []
    at = words.cursorRect().center()
    QTest.mousePress(words.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not words.textCursor().hasSelection()
    QTest.mouseRelease(words.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_there_is_no_menu(words: OwnWords) -> None:
    assert words.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    QTest.keyClick(words, Qt.Key.Key_Menu)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]


def test_cleared_it_cannot_be_brought_back(words: OwnWords) -> None:
    QTest.keyClicks(words, TYPED)
    words.clear()
    words.undo()
    assert words.toPlainText() == ""
    assert not words.document().isUndoAvailable()


def test_keyboards_are_asked_to_learn_nothing(words: OwnWords) -> None:
    hints = words.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_no_more_than_fits_is_taken(words: OwnWords) -> None:
    QTest.keyClicks(words, "a" * 60)
    assert words.words == "a" * 40
    QTest.keyClick(words, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(words, "b")
    assert len(words.words) == 40
    QTest.keyClick(words, Qt.Key.Key_Delete)
    assert len(words.words) == 39


def test_tab_goes_on(words: OwnWords) -> None:
    assert words.tabChangesFocus()
