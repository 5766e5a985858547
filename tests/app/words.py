"""What a window says, and which of its words are in no language but English."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from gan.data.named import SETS

KEYS = "Ctrl|Shift|Alt|Home|End|Return|Enter|Esc|Delete|Del|Tab|PgUp|PgDown|Backspace|Space|F\\d+"
FIELD = (
    "GANs?|DCGAN|WGAN|BatchNorm|InstanceNorm|PixelNorm|ReLU|LeakyReLU|PReLU|tanh|sigmoid|logit|EMA|Adam|beta|gamma|"
    "FID|KID|SWD|PSNR|dB|PCA|SeFa|GANSpace|slerp|lerp|viridis|Inception|EfficientNet|Lite0|ImageNet|Wasserstein|Fréchet|"
    "bce|hinge|Slerp|Tanh|wgan-gp|relativistic|dcgan|deep|sndcgan|fp32|bf16|bfloat16|float32|auto|type|ConvTranspose2d|step|z_dim"
)
PROGRAMS = (
    "Latentarium|Python|kB|MB|GB|CPython|pyqtgraph|Qt|PySide6|torch|numpy|ONNX|CUDA|MPS|CPU|cpu|cuda|TensorBoard|tensorboard|SHA|HTML|PNG|GIF|MP4|"
    "Language|English|python|gan|compare-kinds|generate"
)
NAMES = (
    "MNIST|mnist|CIFAR|CelebA|celeba|Sprites|sprites|emoji|Fashion|fashion|Kuzushiji|Street|View|House|Numbers|Zalando|Research|"
    "Radford|Metz|Chintala|Goodfellow|Odena|Heusel|Krizhevsky|LeCun|Cortes|Burges|Netzer|Liu|Center|for|Open|Data|in|the|"
    "Humanities|CC|BY|SA|MIT|Viridis|Magma|Coolwarm|Grey|grey|px"
)
CLASSES = "|".join(re.escape(label) for each in SETS.values() for label in each.label_names if label)
KNOWN = re.compile(rf"(?<![A-Za-z])(?:{KEYS}|{FIELD}|{PROGRAMS}|{NAMES}|{CLASSES})(?![A-Za-z])")
"""Words that Chinese texts of the field write in Latin letters, and names of keys, programs, people and data."""
MARKUP = re.compile(r"<[^<>]*>|&\w+;|\(&\w\)|\[[^\]]*\]\(term:[^)]*\)")
FILES = re.compile(
    r"(?:~|/|\*?\.)[\w./*-]*|\b[\w-]+\.(?:png|npy|zip|safetensors|pth|py)\b|(?<![\w-])--?[a-z][\w-]*|block[\w:*,=.-]+"
)
WORD = re.compile(r"[A-Za-z]{2,}")
_CHINESE = "[\u4e00-\u9fff\uff00-\uffef\u3001\u3002]"
HALF_WIDTH = re.compile(
    rf"{_CHINESE} ?[,;:?!](?=\s|{_CHINESE}|$)|[,;:?!] ?(?={_CHINESE})|"
    rf"{_CHINESE}\.(?=\s|$)|{_CHINESE} \((?=[a-z]|{_CHINESE})"
)
"""Punctuation of English beside Chinese words."""


def english_words(text: str) -> list[str]:
    """What is left of ``text`` in Latin letters."""
    return WORD.findall(KNOWN.sub(" ", FILES.sub(" ", MARKUP.sub(" ", text))))


def half_width(text: str) -> list[str]:
    """Where ``text`` has the punctuation of English beside Chinese words."""
    return HALF_WIDTH.findall(MARKUP.sub("", text))


def said(root: QWidget) -> Iterator[tuple[str, str]]:
    """(the widget, a text of it) for all that ``root`` shows or tells, hidden parts included."""
    for widget in (root, *root.findChildren(QWidget)):
        name = widget.objectName() or type(widget).__name__
        for text in (*_texts(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            if text:
                yield name, text


def _texts(widget: QWidget) -> Iterable[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QTextBrowser():
            yield widget.toPlainText()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QDockWidget():
            yield widget.windowTitle()
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QComboBox():
            yield from _cells(widget.model())
        case QHeaderView() | QAbstractItemView():
            yield from _cells(widget.model())
    yield from _actions(widget.actions())


def _actions(actions: Iterable[QAction]) -> Iterator[str]:
    for action in actions:
        yield action.text()
        yield action.toolTip()


def _cells(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 40)):
            yield from (str(model.index(row, column).data(role) or "") for role in roles)
