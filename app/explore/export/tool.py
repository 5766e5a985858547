"""Taking it along: the picture, a strip, a film, z, a page that draws by itself."""

from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.toolkit.actions import Action, Section
from app.toolkit.tool import Tool
from app.toolkit.workspace import Workspace
from app.work.latest_job import LatestJob
from gan.explore.paths import LatentPath
from gan.words import tr


def _start(workspace: Workspace) -> LatestJob:
    """The job that writes an export; it outlives the dialog that asked for it."""
    session, jobs = workspace.session, LatestJob(workspace.background, workspace)

    asking: list[QDialog] = []

    def export() -> None:
        from app.explore.export.export_dialog import ExportDialog

        if not asking or not shiboken6.isValid(asking[0]):
            asking.clear()
            window = QApplication.activeWindow()
            dialog = ExportDialog(session, partial(current_path, workspace), jobs, window, workspace.directions.all)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(asking.clear)
            asking.append(dialog)
            dialog.show()
        asking[0].raise_()
        asking[0].activateWindow()

    jobs.failed.connect(session.failed)
    jobs.succeeded.connect(session.written)
    workspace.actions.add(Action("export", tr("E&xport…"), export, Section.TAKE_ALONG, "Ctrl+E", session.why_no_model))
    return jobs


def current_path(workspace: Workspace) -> LatentPath:
    """The path that a person has built; while there is none, the way from A to B."""
    return next(iter(workspace.paths.all()), workspace.session.interpolation.path)


EXPORT = Tool("export", _start)
