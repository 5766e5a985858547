"""Every lesson from start to end, as a person would do it, and back to where that person was."""

import gc
import re
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.learn.glossary.glossary_dialog import GlossaryDialog
from app.learn.lessons.catalogue import LESSONS
from app.learn.lessons.facts import FACTS
from app.learn.lessons.lesson import Lesson
from app.learn.lessons.lesson_panel import LessonPanel
from app.learn.lessons.lessons import PANEL, Lessons, Phase
from app.learn.terms import BY_KEY
from app.session.interpolation import Endpoint
from app.toolkit.workspace import Target
from app.window.main_window import MainWindow
from app.window.marking import find_target
from app.window.page_layouts import ASIDE_WIDTH
from gan.layers.edits import parse_edit
from tests.app.layouts import CLASSES, save_layout
from tests.app.learn.doing import DEEDS
from tests.app.window.fitting import settle

LINK = re.compile(r"\(term:([^)]*)\)")
OTHER = re.compile(r"\(lesson:([^)]*)\)")
FACT = re.compile(r"{(\w+)}")
LESSON = {lesson.name: lesson for lesson in LESSONS}


def panel(window: MainWindow) -> LessonPanel:
    return window.panel(PANEL, LessonPanel)


def visible(window: MainWindow) -> set[str]:
    return {name for name, dock in window.docks.items() if not dock.isHidden()}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_from_start_to_end(digits: MainWindow, lessons: Lessons, qtbot: QtBot, lesson: Lesson) -> None:
    lessons.start(lesson)
    assert len(lesson.steps) == len(DEEDS[lesson.name])
    for step, deed in zip(lesson.steps, DEEDS[lesson.name], strict=True):
        assert lessons.step is step and not lessons.is_done(lesson)
        if step.scene is not None:
            assert visible(digits) == {*step.scene.panels, PANEL} and digits.page is step.scene.page
        if step.guess is not None:
            assert lessons.phase is Phase.GUESS
            lessons.choose(step.guess.right)
            assert lessons.is_right
        assert lessons.phase is Phase.DO and step.task is not None
        marked = digits.guidance.marking.marked
        assert marked is not None and marked is find_target(digits.docks, step.task.target)
        qtbot.waitUntil(marked.isVisible)
        deed(digits.workspace)
        assert lessons.phase is Phase.READ and digits.guidance.marking.marked is None
        assert "…" not in "".join(map(lessons.say, step.texts)), "every number is known"
        lessons.go_on()
    assert lessons.is_done(lesson) and digits.banner.message == ""
    lessons.end(back=True)
    assert PANEL not in visible(digits)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_generator_without_what_it_shows_is_opened_meanwhile(
    digits: MainWindow, lessons: Lessons, tmp_path: Path, lesson: Lesson
) -> None:
    lessons.start(lesson)
    digits.open(str(save_layout(tmp_path, CLASSES)))
    for index, step in enumerate(lesson.steps):
        lessons._enter(index)
        assert lessons.step is step and digits.banner.message == ""


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_nothing_is_done_before_the_person_did_it(digits: MainWindow, lessons: Lessons, lesson: Lesson) -> None:
    lessons.start(lesson)
    for _ in lesson.steps[:-1]:
        while lessons.phase is not Phase.READ:
            lessons.go_on()
            digits.session.z_changed.emit(digits.session.z)
            assert lessons.phase in (Phase.DO, Phase.READ)
        lessons.go_on()
    lessons.end(back=True)


def test_texts_ask_for_facts_and_terms_that_there_are() -> None:
    texts = "".join(text for lesson in LESSONS for text in lesson.texts)
    assert set(FACT.findall(texts)) <= FACTS
    assert set(LINK.findall(texts + "".join(term.text for term in BY_KEY.values()))) <= set(BY_KEY)
    assert set(OTHER.findall(texts)) <= set(LESSON)


class TestBackToWhereIWas:
    def test_everything_is_put_back_and_can_still_be_undone(self, digits: MainWindow, lessons: Lessons) -> None:
        session = digits.session
        session.set_component(0, 1.5)
        session.edits.add(parse_edit("block1:3=0"))
        session.interpolation.set_endpoint(Endpoint.A, session.z)
        digits.docks["map"].close()
        before, steps, docks = session.z, session.undo_stack.index(), visible(digits)
        lessons.start(LESSON["batchnorm"])
        for deed in DEEDS["batchnorm"][:2]:
            lessons.go_on()
            deed(digits.workspace)
            lessons.go_on()
        session.set_z(np.zeros_like(session.z))
        assert digits.page is Page.LAYERS
        lessons.end(back=True)
        assert (digits.page, visible(digits)) == (Page.EXPLORE, docks)
        assert np.array_equal(session.z, before) and session.edits.batch is None
        assert [str(edit) for edit in session.edits.current] == ["block1:3=0"]
        assert session.undo_stack.index() == steps
        session.undo_stack.undo()
        assert session.undo_stack.index() == steps - 1

    def test_the_page_of_the_lesson_stands_as_it_stood(self, digits: MainWindow, lessons: Lessons) -> None:
        digits.show_page(Page.TRAIN)
        digits.docks["samples"].close()
        docks = visible(digits)
        digits.show_page(Page.EXPLORE)
        lessons.start(LESSON["curves"])
        lessons.end(back=True)
        digits.show_page(Page.TRAIN)
        assert visible(digits) == docks

    def test_another_model_gives_way_and_comes_back(self, window: MainWindow, tiny_model: object) -> None:
        lessons, session = panel(window).lessons, window.session
        assert session.model is not None
        session.set_component(0, 1.5)
        model, before = session.model.source, session.z
        lessons.start(LESSON["curves"])
        assert session.model.source.name == LESSON["curves"].model
        lessons.end(back=True)
        assert session.model.source == model and np.array_equal(session.z, before)
        assert session.undo_stack.undoText() == "dimension 0"
        session.undo_stack.undo()
        assert session.z[0] != 1.5 and not session.undo_stack.canUndo()

    def test_what_was_tried_out_can_stay(self, digits: MainWindow, lessons: Lessons) -> None:
        lessons.start(LESSON["z"])
        digits.session.set_component(0, 3.0)
        lessons.end(back=False)
        assert digits.session.z[0] == 3.0 and PANEL not in visible(digits)
        digits.show_page(Page.LAYERS)
        digits.show_page(Page.EXPLORE)
        assert visible(digits) == {"picture", "latent"}, "the layout stays, too"

    def test_a_session_that_is_opened_meanwhile_ends_the_lesson(
        self, digits: MainWindow, lessons: Lessons, tmp_path: object
    ) -> None:
        digits.opening.save_session(tmp_path / "mine.json")  # type: ignore[operator]
        lessons.start(LESSON["z"])
        digits.session.set_component(0, 3.0)
        assert digits.open(str(tmp_path / "mine.json"))  # type: ignore[operator]
        assert lessons.lesson is None and PANEL not in visible(digits) and digits.guidance.trial.page is None

    def test_another_window_goes_on_at_its_step(self, digits: MainWindow, lessons: Lessons) -> None:
        before = digits.session.z
        lessons.start(LESSON["z"])
        for _ in range(6):
            lessons.go_on()
        lessons.choose(2)
        digits.session.set_component(0, 3.0)
        go_on = digits.workspace.hand_over()
        assert lessons.lesson is None and np.array_equal(digits.session.z, before)
        go_on(digits.workspace)
        assert (lessons.lesson, lessons.index, lessons.phase, lessons.guess) == (LESSON["z"], 2, Phase.DO, 2)
        assert visible(digits) == {"picture", "latent", PANEL}, "as its first step has set it up"
        lessons.end(back=True)
        assert np.array_equal(digits.session.z, before)

    def test_without_a_timeline_its_steps_are_not_told(
        self, digits: MainWindow, lessons: Lessons, tiny_model: object
    ) -> None:
        lessons.start(LESSON["gan"])
        digits.workspace.open(str(tiny_model))
        assert lessons.say("{first_step} {last_step}") == "… …"

    def test_closing_the_panel_ends_it_too(self, digits: MainWindow, lessons: Lessons) -> None:
        lessons.start(LESSON["z"])
        digits.session.set_component(0, 3.0)
        digits.docks[PANEL].close()
        assert lessons.lesson is None and digits.session.z[0] != 3.0


class TestThePanel:
    def test_by_keyboard_alone(self, digits: MainWindow, lessons: Lessons, qtbot: QtBot) -> None:
        began_at: QWidget = digits.panel("latent").findChild(QWidget, "seed")
        began_at.setFocus()
        lessons.start(LESSON["z"])
        shown = panel(digits)
        qtbot.waitUntil(shown.answers.buttons[0].hasFocus)
        qtbot.keyClick(shown.answers.buttons[0], Qt.Key.Key_2)
        assert lessons.guess == 1 and lessons.phase is Phase.DO
        marked = digits.guidance.marking.marked
        assert marked is not None
        qtbot.waitUntil(marked.hasFocus)
        assert not shown.answers.isVisible() and "slider" in shown.request.text()
        DEEDS["z"][0](digits.workspace)
        assert "✓" in shown.text.toPlainText()
        assert marked.hasFocus(), "it stays where the person is at work"
        qtbot.keyClick(digits, Qt.Key.Key_F8)
        assert lessons.index == 1
        qtbot.waitUntil(shown.answers.buttons[0].hasFocus)
        qtbot.keyClick(digits, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        assert lessons.index == 0
        lessons.end(back=True)
        assert began_at.hasFocus()

    def test_f6_reaches_what_is_wanted_next(self, digits: MainWindow, lessons: Lessons, qtbot: QtBot) -> None:
        lessons.start(LESSON["z"])
        shown = panel(digits)
        qtbot.waitUntil(shown.answers.buttons[0].hasFocus)
        qtbot.keyClick(shown.answers.buttons[0], Qt.Key.Key_2)
        marked = digits.guidance.marking.marked
        assert marked is not None
        qtbot.waitUntil(marked.hasFocus)
        DEEDS["z"][0](digits.workspace)
        while digits.panel_keys.current is not digits.docks[PANEL]:
            qtbot.keyClick(digits, Qt.Key.Key_F6)
        assert shown.next.hasFocus()

    def test_by_mouse(self, digits: MainWindow, lessons: Lessons, qtbot: QtBot) -> None:
        lessons.start(LESSON["z"])
        shown = panel(digits)
        qtbot.mouseClick(shown.answers.labels[0], Qt.MouseButton.LeftButton)
        assert lessons.guess == 0
        qtbot.mouseClick(shown.next, Qt.MouseButton.LeftButton)
        assert lessons.phase is Phase.READ and "✗" in shown.text.toPlainText()

    def test_a_lesson_leads_to_another(self, digits: MainWindow, lessons: Lessons) -> None:
        lessons.start(LESSON["gan"])
        panel(digits).text.anchorClicked.emit("lesson:z")
        assert lessons.lesson is LESSON["z"] and lessons.index == 0

    def test_on_behind_the_last_step_leads_back(self, digits: MainWindow, lessons: Lessons) -> None:
        lessons.start(LESSON["z"])
        before = digits.session.z
        for _ in range(3 * len(LESSON["z"].steps)):
            lessons.go_on()
        assert lessons.lesson is None and PANEL not in visible(digits)
        assert np.array_equal(digits.session.z, before)

    def test_the_end_leads_to_the_next_lesson(self, digits: MainWindow, lessons: Lessons) -> None:
        first, other, *_ = LESSONS
        lessons.start(first)
        while not (lessons.is_last and lessons.phase is Phase.READ):
            assert "Next lesson" not in panel(digits).text.toPlainText()
            lessons.go_on()
        assert f"Next lesson: {other.title}" in panel(digits).text.toPlainText()
        panel(digits).text.anchorClicked.emit(f"lesson:{other.name}")
        assert lessons.lesson is other and lessons.index == 0

    def test_a_term_is_explained(self, digits: MainWindow, lessons: Lessons, qtbot: QtBot) -> None:
        lessons.start(LESSON["z"])
        with qtbot.waitSignal(digits.workspace.explanation_wanted) as asked:
            shown = panel(digits)
            shown.text.anchorClicked.emit("term:latent-space")
        assert asked.args == ["latent-space"]
        (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, GlossaryDialog)]
        assert dialog.term is BY_KEY["latent-space"]
        dialog.close()


def test_a_widget_that_is_not_there_is_not_marked(digits: MainWindow) -> None:
    for target in (Target("nobody"), Target("latent", "nothing"), None):
        digits.guidance.marking.mark(target)
        assert digits.guidance.marking.marked is None


@pytest.mark.parametrize("name", ["convolution", "kinds"])
def test_no_scroll_bar_where_there_is_room(digits: MainWindow, lessons: Lessons, qtbot: QtBot, name: str) -> None:
    lessons.start(LESSON[name])
    shown = panel(digits)
    for _ in range(2):
        lessons.go_on()
    assert lessons.phase is Phase.READ
    qtbot.waitUntil(lambda: shown.text.height() == shown.text.maximumHeight())
    assert not shown.text.verticalScrollBar().isVisible()


def test_ended_while_a_step_is_set_up(digits: MainWindow, lessons: Lessons) -> None:
    lessons.start(LESSON["convolution"])
    scenes: list[Page] = []

    def end_at_the_first(page: Page, _: object) -> None:
        if not scenes:
            lessons.end(back=True)
        scenes.append(page)

    digits.workspace.scene_wanted.connect(end_at_the_first)
    for _ in range(3 * len(LESSON["convolution"].steps)):
        lessons.go_on()
    assert scenes and lessons.lesson is None and digits.banner.message == ""


def test_a_lesson_whose_panel_floats_goes_on_on_other_pages(digits: MainWindow, lessons: Lessons) -> None:
    lessons.start(LESSON["convolution"])
    dock = digits.docks[PANEL]
    dock.setFloating(True)
    for page in Page:
        digits.show_page(page)
        assert lessons.lesson is not None and dock.isFloating() and dock.isVisible()
    lessons.start(LESSON["batchnorm"])
    assert lessons.lesson is LESSON["batchnorm"] and digits.banner.message == ""
    dock.close()
    assert lessons.lesson is None, "a person has closed it"


def test_what_has_ended_a_lesson_is_not_set_up(digits: MainWindow, lessons: Lessons) -> None:
    last = digits.session.model.config.blocks[-1].operation_name  # type: ignore[union-attr]
    digits.session.inspection.select_layer(last)
    digits.workspace.scene_wanted.connect(lambda *_: lessons.end(back=True))
    lessons.start(LESSON["batchnorm"])
    assert lessons.lesson is None and digits.session.inspection.layer == last


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_nothing_of_a_first_step_scrolls_sideways(
    digits: MainWindow, lessons: Lessons, qtbot: QtBot, lesson: Lesson
) -> None:
    lessons.start(lesson)
    qtbot.waitUntil(lambda: 300 < panel(digits).width() <= ASIDE_WIDTH)
    settle()
    areas = [area for area in digits.findChildren(QScrollArea) if area.isVisible()]
    assert areas and not [area for area in areas if area.horizontalScrollBar().isVisible()]


def test_measuring_the_text_leaves_nothing(qapp: QApplication, digits: MainWindow, lessons: Lessons) -> None:
    def documents() -> int:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return sum(type(each) is QTextDocument and shiboken6.isValid(each) for each in gc.get_objects())

    lessons.start(LESSON["convolution"])
    before = documents()
    for width in range(300, 340):
        panel(digits).resize(width, 500)
    assert documents() <= before
