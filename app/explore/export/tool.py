"""Taking it along: the picture, a strip, a film, z, a page that draws by itself."""

from PySide6.QtWidgets import QApplication

from app.toolkit.actions import Action, Section
from app.toolkit.tool import Tool
from app.toolkit.workspace import Workspace
from app.work.latest_job import LatestJob
from gan.explore.paths import LatentPath


def _start(workspace: Workspace) -> LatestJob:
    """The job that writes an export; it outlives the dialog that asked for it."""
    session, jobs = workspace.session, LatestJob(workspace.background, workspace)

    def export() -> None:
        from app.explore.export.export_dialog import ExportDialog

        directions = workspace.directions.all()
        dialog = ExportDialog(session, current_path(workspace), jobs, QApplication.activeWindow(), directions)
        dialog.exec()
        dialog.deleteLater()

    jobs.failed.connect(session.failed)
    jobs.succeeded.connect(session.written)
    workspace.actions.add(Action("export", "E&xport…", export, Section.TAKE_ALONG, "Ctrl+E", session.why_no_model))
    return jobs


def current_path(workspace: Workspace) -> LatentPath:
    """The path that a person has built; while there is none, the way from A to B."""
    return next(iter(workspace.paths.all()), workspace.session.interpolation.path)


EXPORT = Tool("export", _start)
