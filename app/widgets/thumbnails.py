"""Small pictures for lists."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from app.widgets.qimages import to_qimage
from gan.images import Picture
from gan.words import tr


def picture_icon(picture: Picture, side: int, across: int = 1) -> QIcon:
    """(H, W, 1 or 3) uint8 with crisp pixels, as large as fits into ``across`` squares of ``side`` pixels."""
    whole, crisp = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    pixmap = QPixmap.fromImage(to_qimage(picture).scaled(across * side, side, whole, crisp))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else the picture is tinted where it is chosen
    return icon


def blank_icon(side: int) -> QIcon:
    """Keeps the place of a picture that is still to come."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


def arrange_as_pictures(sheet: QListWidget, side: int, cell: QSize) -> None:
    """Make ``sheet`` rows of pictures ``side`` pixels large, as many in a row as fit, each in a ``cell`` of its own."""
    sheet.setViewMode(QListView.ViewMode.IconMode)
    sheet.setIconSize(QSize(side, side))
    sheet.setGridSize(cell)
    sheet.setMovement(QListView.Movement.Static)
    sheet.setResizeMode(QListView.ResizeMode.Adjust)


def fit_items(sheet: QListWidget, count: int, side: int) -> None:
    """Give ``sheet`` as many places; their pictures follow."""
    with QSignalBlocker(sheet):
        while sheet.count() > count:
            sheet.takeItem(sheet.count() - 1)
        while sheet.count() < count:
            item = QListWidgetItem(blank_icon(side), "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Picture {count}", count=sheet.count() + 1))
            sheet.addItem(item)


def fill_items(sheet: QListWidget, pictures: Picture, side: int) -> None:
    """Show one of (N, H, W, C) in each of the N places."""
    with QSignalBlocker(sheet):
        for index, picture in enumerate(pictures):
            sheet.item(index).setIcon(picture_icon(picture, side))
    sheet.viewport().update()
