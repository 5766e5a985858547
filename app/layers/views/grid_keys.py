"""Where a key moves the current tile of a grid."""

from PySide6.QtCore import Qt


def key_target(key: int, current: int, count: int, columns: int, page: int) -> int | None:
    """The tile that ``key`` leads to, from -1 (none yet) or a tile; None if the key moves nothing.

    Up and down stay in their column, ``page`` rows at a time for the page keys; left and right run on
    over the rows.
    """
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return 0 if key == Qt.Key.Key_Home else count - 1
    steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    if key in steps:
        return max(0, min(count - 1, current + steps[key]))
    rows: dict[int, int] = {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_PageDown: page,
    }
    return _in_column(max(0, current), rows[key], count, columns) if key in rows else None


def _in_column(current: int, rows: int, count: int, columns: int) -> int:
    row, column = divmod(current, columns)
    last = (count - 1 - column) // columns
    return max(0, min(last, row + rows)) * columns + column
