"""What helps a newcomer: the welcome, the tour, and what lessons ask of the window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from app.arguments import Page
from app.toolkit.actions import Action, Section
from app.toolkit.workspace import Workspace
from app.window.docks import PanelDock
from app.window.marking import Marking
from app.window.page_layouts import PageLayouts
from app.window.tour import Tour
from app.window.trial import Trial
from app.window.work import Work
from gan.words import tr


class Guidance(QObject):
    """``menu()`` is where the lessons are chosen, ``page()`` the page that is shown."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        docks: Mapping[str, PanelDock],
        layouts: PageLayouts,
        work: Work,
        menu: Callable[[], QWidget],
        page: Callable[[], Page],
        show_page: Callable[[Page], None],
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self.marking = Marking(docks, self)
        self.trial = Trial(window, workspace, work, layouts, page, show_page, self)
        self.tour = Tour(window, docks, menu, show_page, page, workspace.memory)
        workspace.target_wanted.connect(self.marking.mark)

    def actions(self) -> tuple[Action, ...]:
        """What stands under Help."""
        return (Action("help.tour", tr("&Tour of the window"), self.tour.start, Section.HELP),)

    def welcome(self, *, untouched: bool) -> None:
        """Once the first picture is there: the tour at the first start, and motion while all is ``untouched``."""
        once = Qt.ConnectionType.SingleShotConnection
        self._workspace.session.picture_shown.connect(lambda: self._welcome(untouched), once)

    def _welcome(self, untouched: bool) -> None:
        if untouched:
            self._workspace.welcomed.emit()
            if self.tour.is_new:
                self.tour.start()
