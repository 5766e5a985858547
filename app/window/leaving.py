"""What becomes of the run when the window is closed while it trains."""

from PySide6.QtWidgets import QMessageBox, QWidget

from app.runs.phase import Phase
from app.runs.run_controller import RunController
from gan.words import tr


def may_leave(controller: RunController, parent: QWidget) -> bool:
    """Ask what becomes of a run that is being trained, and end it if that is wanted; False keeps the window open.

    One that is about to stop does so without the window.
    """
    if not controller.is_busy or controller.phase is Phase.STOPPING:
        return True
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Training goes on"))
    box.setText(tr("A run is being trained."))
    box.setInformativeText(tr("It can go on without the window; the next start shows how far it is."))
    keep = box.addButton(tr("Keep &training"), QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton(tr("&Stop it and close"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep)
    box.exec()
    box.deleteLater()
    if box.clickedButton() is stop:
        controller.stop()
    return box.clickedButton() in (keep, stop)
