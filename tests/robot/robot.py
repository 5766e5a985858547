"""The robot: what it does next, by a seed."""

import random
from collections import Counter, deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QMenu, QWidget

from app.arguments import Page
from app.theme import Theme
from gan.model.config import ModelConfig
from gan.sources import bundled_models
from gan.train.config import TrainConfig
from tests.robot.hands import hands_on, name_of, press_key

if TYPE_CHECKING:
    from app.window.main_window import MainWindow

LAST = 12
"""How many actions are told with a fault."""
LONGEST_DIALOG, LONGEST_MENU = 15, 4
"""Actions after which a dialog or menu is closed that is still open."""
LONGEST_RUN = 150
"""Actions after which a run is stopped that still trains."""
SIZES = ((1280, 800), (1920, 1080), (1024, 640), (640, 480), (2560, 700))
NEVER = frozenset({"window.quit"})


class Robot:
    """Acts on ``window``; each action draws from a generator of its own, so one more or less changes no other.

    With ``only`` it does things of these kinds.
    """

    def __init__(self, window: "MainWindow", files: list[Path], seed: int, only: frozenset[str] | None = None) -> None:
        self._window, self._files, self._seed = window, files, seed
        self._chance = random.Random(f"{seed}")
        self._deeds: dict[str, tuple[Callable[[], str], int]] = {
            "hand": (self._use_a_hand, 60),
            "key": (self._press_a_key, 8),
            "action": (self._do_an_action, 6),
            "menu": (self._open_a_menu, 3),
            "dock": (self._move_a_dock, 5),
            "page": (self._change_page, 4),
            "undo": (self._undo_or_redo, 5),
            "open": (self._open, 3),
            "session": (self._save_or_reopen, 2),
            "train": (self._train, 2),
            "theme": (self._change_theme, 1),
            "resize": (self._resize, 2),
        }
        if only:
            self._deeds = {kind: deed for kind, deed in self._deeds.items() if kind in only}
        self.counts: Counter[str] = Counter()
        self.done = 0
        self._last: deque[str] = deque(maxlen=LAST)
        self._in_front: dict[QWidget, int] = {}
        self._trained_since: int | None = None
        self._first: deque[tuple[str, Callable[[], str]]] = deque()

    def chance(self) -> random.Random:
        """What the action at hand draws from."""
        return self._chance

    def happened(self) -> tuple[int, tuple[str, ...]]:
        """How many actions there were, and the last ones, in words."""
        return self.done, tuple(self._last)

    def begin_with_everything(self) -> None:
        """First open every file, show every panel, take every action and train once.

        What is loaded and kept for good then is there.
        """
        targets = [*map(str, self._files), *bundled_models()]
        self._first.extend(("open", partial(self._open_target, target)) for target in targets)
        self._first.extend(("dock", partial(self._show_panel, name)) for name in self._window.docks)
        self._first.extend(("action", partial(self._trigger, name)) for name in self._action_names())
        self._first.extend(("theme", partial(self._dress, theme)) for theme in Theme)
        self._first.append(("train", self._train))

    def act(self) -> None:
        """Do one thing, and print what."""
        self.done += 1
        self._chance = random.Random(f"{self._seed} {self.done}")
        if self._is_stuck():
            self._tell("close", self._close(self._front()))
        elif self._front() is not None:
            self._use_a_hand()
        elif self._first:
            kind, deed = self._first.popleft()
            self._begin(kind)
            self._tell(kind, deed())
        else:
            weights = [weight for _, weight in self._deeds.values()]
            (kind,) = self._chance.choices(list(self._deeds), weights)
            deed, _ = self._deeds[kind]
            if kind == "hand":
                deed()
            else:
                self._begin(kind)
                self._tell(kind, deed())

    def rest(self, session: Path) -> None:
        """Go back to where it began: that session, the first page, no undo steps, no floating docks, no work."""
        self.leave_training()
        for dialog in self._dialogs():
            dialog.close()
        self._window.show_page(Page.EXPLORE)
        self._window.reset_layout()
        self._window.resize(1280, 800)
        self._window.opening.open(str(session))
        self._window.session.undo_stack.clear()
        self._window.banner.hide()
        self._forget_real_pictures()
        for job in list(self._window.workspace.background._jobs):
            job.cancel()

    def _forget_real_pictures(self) -> None:
        """Those of two sets are kept, some 100 MB each, whichever generators were measured last."""
        from app.train.evaluation.answering import References
        from app.train.evaluation.evaluation_panel import EvaluationPanel

        self._window.panel("evaluation", EvaluationPanel)._evaluations._references = References()

    def close_one(self) -> bool:
        """Close the dialog or menu in front; False if there is none."""
        front = self._front()
        if front is not None:
            self._close(front)
        return front is not None

    def leave_training(self) -> None:
        """Ask a run that trains to stop."""
        controller = self._window.workspace.runs.controller
        if controller.is_busy:
            controller.stop()
        self._trained_since = None

    def _begin(self, what: str) -> None:
        """Note it before it is done, so that a crash is told with what did it."""
        self._last.append(f"{self.done:5} {what}")

    def _tell(self, kind: str, what: str) -> None:
        self.counts[kind] += 1
        line = f"{self.done:5} {kind}: {what}"
        self._last.append(line)
        print(line, flush=True)

    def _front(self) -> QWidget | None:
        """What takes all input: a menu, or a dialog that has to be answered first."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def _is_stuck(self) -> bool:
        front = self._front()
        if front is None:
            self._in_front.clear()
            return False
        self._in_front[front] = self._in_front.get(front, 0) + 1
        return self._in_front[front] > (LONGEST_MENU if isinstance(front, QMenu) else LONGEST_DIALOG)

    def _close(self, front: QWidget | None) -> str:
        name = name_of(front) if front is not None else ""
        if isinstance(front, QDialog):
            front.reject()
        elif front is not None:
            front.close()
        return name

    def _dialogs(self) -> list[QDialog]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]

    def _use_a_hand(self) -> str:
        """On anything that can be reached: in the window, in another that stands beside it, or in what is in front."""
        front = self._front()
        roots = [front] if front is not None else [self._window, *self._others()]
        root = self._chance.choice([self._window, *roots]) if front is None else front
        found = hands_on(root)
        if not found:
            return self._close(root) if root is not self._window else ""
        wanted = self._chance.choice(sorted({kind for _, kind, _ in found}))
        widget, kind, hand = self._chance.choice([each for each in found if each[1] == wanted])
        name = name_of(widget)
        self._begin(f"{kind}: {name}")
        try:
            did = hand(widget, self._chance)
        except RuntimeError:
            if shiboken6.isValid(widget):
                raise
            did = "gone meanwhile"
        self._tell(kind, f"{name} {did}".rstrip())
        return ""

    def _others(self) -> list[QWidget]:
        """Windows beside the main one: dialogs that need no answer, floating docks."""
        widgets = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        return [widget for widget in widgets if isinstance(widget, QDialog | QDockWidget)]

    def _press_a_key(self) -> str:
        widget = QApplication.focusWidget() or self._window
        return f"{name_of(widget)} {press_key(widget, self._chance)}"

    def _do_an_action(self) -> str:
        return self._trigger(self._chance.choice(self._action_names()))

    def _action_names(self) -> list[str]:
        return [action.name for action in self._window.workspace.actions if action.name not in NEVER]

    def _trigger(self, name: str) -> str:
        self._window.menus.actions[name].trigger()
        return name

    def _open_a_menu(self) -> str:
        title, menu = self._chance.choice(list(self._window.menus.menus.items()))
        menu.popup(self._window.mapToGlobal(self._window.rect().topLeft()))
        return title

    def _move_a_dock(self) -> str:
        name, dock = self._chance.choice(list(self._window.docks.items()))
        match self._chance.choice(["show", "show", "hide", "float", "move", "tab"]):
            case "show":
                return self._show_panel(name)
            case "hide":
                dock.close()
                return f"hide {name}"
            case "float":
                dock.setFloating(not dock.isFloating())
                return f"float {name}"
            case "move":
                area = self._chance.choice(list(Qt.DockWidgetArea)[:4])
                self._window.addDockWidget(area, dock)
                return f"move {name} {area.name}"
            case _:
                other = self._chance.choice(list(self._window.docks.values()))
                if other is not dock:
                    self._window.tabifyDockWidget(other, dock)
                return f"tab {name} {other.objectName()}"

    def _show_panel(self, name: str) -> str:
        self._window.show_panel(name)
        return f"show {name}"

    def _change_page(self) -> str:
        page = self._chance.choice(list(Page))
        self._window.show_page(page)
        return page

    def _undo_or_redo(self) -> str:
        stack = self._window.session.undo_stack
        times, undo = self._chance.choice([1, 1, 5, 50]), self._chance.random() < 0.6
        for _ in range(times):
            (stack.undo if undo else stack.redo)()
        return f"{'undo' if undo else 'redo'} {times}"

    def _open(self) -> str:
        """A file or bundled model, or several dropped at once."""
        target = self._chance.choice([*map(str, self._files), *bundled_models()])
        if self._chance.random() < 0.7:
            return self._open_target(target)
        files = self._chance.sample(self._files, 2)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        self._window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, no_key))
        return "drop " + " and ".join(path.name for path in files)

    def _open_target(self, target: str) -> str:
        self._window.open(target)
        return target

    def _save_or_reopen(self) -> str:
        path = self._files[0].parent.parent / "out" / f"session-{self._chance.randrange(3)}.json"
        if path.exists() and self._chance.random() < 0.5:
            self._window.open(str(path))
            return f"reopen {path.name}"
        if self._window.session.model is not None:
            self._window.opening.save_session(path)
        return f"save {path.name}"

    def _train(self) -> str:
        """Start a tiny run, or stop the one that trains."""
        from app.train.training.training_panel import TrainingPanel

        panel = self._window.panel("training", TrainingPanel)
        if self._trained_since is not None and self._window.workspace.runs.controller.is_busy:
            self._trained_since = None
            panel.stop_button.click()
            return "stop"
        model = ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4)
        panel.form.set_config(TrainConfig(data="sprites", model=model, epochs=None, steps=60, batch_size=16, limit=200))
        panel.start_button.click()
        self._trained_since = self.done
        return "start"

    def _change_theme(self) -> str:
        return self._dress(self._chance.choice(list(Theme)))

    def _dress(self, theme: Theme) -> str:
        self._window.set_theme(theme)
        return theme

    def _resize(self) -> str:
        size = self._chance.choice(SIZES)
        self._window.resize(*size)
        return f"{size[0]} × {size[1]}"
