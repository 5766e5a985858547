"""The window: docks, pages, drops and the status bar. Wiring only; what happens is in the session and the panels."""

import logging
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QMenuBar, QMessageBox, QVBoxLayout, QWidget

from app import theme
from app.arguments import Page
from app.explore.arithmetic.arithmetic_panel import ArithmeticPanel
from app.explore.comparison.comparison_panel import ComparisonPanel
from app.explore.corners.corners_panel import CornersPanel
from app.explore.directions.directions_panel import DirectionsPanel
from app.explore.favourites.favourites_panel import FavouritesPanel
from app.explore.interpolation.interpolation_panel import InterpolationPanel
from app.explore.inversion.inversion import is_picture
from app.explore.inversion.inversion_panel import InversionPanel
from app.explore.latent.latent_panel import LatentPanel
from app.explore.map.map_panel import MapPanel
from app.explore.nearest.nearest_panel import MemoryPanel
from app.explore.pad.pad_panel import PadPanel
from app.explore.path.path_panel import PathPanel
from app.explore.picture.picture_panel import PicturePanel
from app.explore.timeline.timeline_panel import TimelinePanel
from app.explore.variations.variations_panel import VariationsPanel
from app.layers.channels.channel_panel import ChannelPanel
from app.layers.discriminator.discriminator_panel import DiscriminatorPanel
from app.layers.edits.edits_panel import EditsPanel
from app.layers.inspector.inspector_panel import InspectorPanel
from app.layers.playground.playground_panel import PlaygroundPanel
from app.layers.strip.generator_strip import GeneratorStrip
from app.layers.trace.trace_panel import TracePanel
from app.session.open_model import OpenModel
from app.session.session import Session
from app.train.curves.curves_panel import CurvesPanel
from app.train.library.runs_panel import RunsPanel
from app.train.log.log_panel import LogPanel
from app.train.samples.samples_panel import SamplesPanel
from app.train.steer.steer_panel import SteerPanel
from app.train.training.training_panel import TrainingPanel
from app.widgets.banner import Banner
from app.window import session_files
from app.window.latency import LatencyLabel
from app.window.layouts import arrange, give_sizes
from app.window.menus import Menus
from app.window.preferences import Preferences
from app.window.targets import Target, is_session, open_target
from gan.errors import LatentariumError
from gan.sources import FIRST_MODEL

log = logging.getLogger(__name__)

STATE_VERSION = 1
USUAL_SIZE = (1280, 800)
SMALLEST_HEIGHT = 560
TITLE_BAR_HEIGHT = 40


class MainWindow(QMainWindow):
    """One window on one :class:`Session`. ``theme`` and ``page`` override what is remembered."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        *,
        theme: str | None = None,
        page: Page | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self._preferences = preferences
        self.page = page or Page(preferences.get("page", Page.EXPLORE))
        self.set_theme(theme or preferences.get("theme", "system"), remember=False)
        self._build_ui()
        self._connect()
        self._restore()

    def _build_ui(self) -> None:
        self.setWindowTitle("Latentarium")
        self.setMinimumHeight(SMALLEST_HEIGHT)  # the width follows from the docks of the page
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self._build_panels()
        self._build_top()
        self._build_status_bar()
        self.menus = Menus(self)

    def _build_panels(self) -> None:
        session = self.session
        self.picture = PicturePanel(session)
        self.channels = ChannelPanel(session)
        self.training = TrainingPanel(session)
        self.latent, self.favourites = LatentPanel(session), FavouritesPanel(session)
        panels: dict[str, tuple[str, QWidget]] = {
            "latent": ("Sliders", self.latent),
            "pad": ("Pad", PadPanel(session)),
            "picture": ("Picture", self.picture),
            "timeline": ("Timeline", TimelinePanel(session)),
            "comparison": ("Compared run", ComparisonPanel(session)),
            "directions": ("Directions", DirectionsPanel(session)),
            "favourites": ("Favourites", self.favourites),
            "variations": ("Breed", VariationsPanel(session)),
            "map": ("Map", MapPanel(session)),
            "corners": ("Grid", CornersPanel(session)),
            "memory": ("Nearest", MemoryPanel(session)),
            "arithmetic": ("A−B+C", ArithmeticPanel(session)),
            "inversion": ("Find z", InversionPanel(session)),
            "interpolation": ("Between A and B", InterpolationPanel(session)),
            "path": ("Path", PathPanel(session)),
            "generator": ("Generator", GeneratorStrip(session)),
            "channels": ("Channels", self.channels),
            "inspector": ("How it is made", InspectorPanel(session)),
            "playground": ("Playground", PlaygroundPanel()),
            "trace": ("Trace a pixel", TracePanel(session)),
            "edits": ("Edits", EditsPanel(session)),
            "discriminator": ("Discriminator", DiscriminatorPanel(session)),
            "training": ("Training", self.training),
            "curves": ("Curves", CurvesPanel(session)),
            "samples": ("Samples", SamplesPanel(session)),
            "log": ("Log", LogPanel(session)),
            "steer": ("Steer", SteerPanel(session)),
            "runs": ("Runs", RunsPanel(session)),
        }
        self.docks = {name: self._build_dock(name, title, panel) for name, (title, panel) in panels.items()}

    def _build_dock(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        # Qt only moves a dock away that is behind another tab; its panel is to know that it cannot be seen.
        policy = panel.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the tabs would take the size of the smallest panel among them
        panel.setSizePolicy(policy)
        dock.visibilityChanged.connect(lambda seen: panel.setVisible(seen or dock.isFloating()))
        dock.topLevelChanged.connect(lambda floating: panel.setVisible(panel.isVisible() or floating))
        return dock

    def _build_top(self) -> None:
        """The menu bar, and below it the line that tells what went wrong."""
        self.menu_bar, self.banner = QMenuBar(), Banner()
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.menu_bar)
        layout.addWidget(self.banner)
        self.setMenuWidget(top)

    def _build_status_bar(self) -> None:
        self.model_label = QLabel("No model is open")
        self.device_label = QLabel("Loading torch…")
        self.latency_label = LatencyLabel()
        self.statusBar().setContentsMargins(theme.GAP, 0, 0, 0)
        self.statusBar().addWidget(self.model_label, 1)
        self.statusBar().addPermanentWidget(self.device_label)
        self.statusBar().addPermanentWidget(self.latency_label)

    def _connect(self) -> None:
        session = self.session
        session.model_changed.connect(self._show_model)
        session.failed.connect(self.tell)
        session.training.failed.connect(self.tell)
        session.comparison.changed.connect(self._show_comparison)
        session.device_known.connect(self.device_label.setText)
        session.latency_measured.connect(self.latency_label.add)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.set_theme(self.theme, remember=False))
        if session.model is not None:
            self._show_model(session.model)

    def _restore(self) -> None:
        geometry = self._preferences.get_bytes("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(self._first_size())
        self._restore_layout()
        self.menus.show_page(self.page)

    def _first_size(self) -> QSize:
        """The usual size, or what the screen has room for below a title bar."""
        room = self.screen().availableSize() - QSize(0, TITLE_BAR_HEIGHT)
        return QSize(*USUAL_SIZE).boundedTo(room)

    def show_page(self, page: Page) -> None:
        """Change to another layout; the one that is left keeps how it was arranged."""
        if page is not self.page:
            self._keep_layout()
            self.page = page
            self._restore_layout()
        self.menus.show_page(page)

    def reset_layout(self) -> None:
        """Arrange the docks of this page as at the first start."""
        self._preferences.remove(f"layout/{self.page}")
        arrange(self, self.docks, self.page)

    def set_theme(self, name: str, *, remember: bool = True) -> None:
        """Dress the window in ``system``, ``light`` or ``dark``."""
        self.theme = theme.Theme(name) if name in list(theme.Theme) else theme.Theme.SYSTEM
        theme.apply(self.theme)
        if remember:
            self._preferences.set("theme", self.theme.value)

    def open_first(self, target: str | None) -> None:
        """Open what was asked for at the start, else the first bundled model."""
        if target is not None and self.open(target):
            return
        self.open(FIRST_MODEL)

    def open(self, target: str) -> bool:
        """Open a model, run, session, picture or folder of pictures; False, and words in the banner, if that fails."""
        try:
            if is_session(target):
                self._open_session(Path(target).expanduser())
            elif is_picture(target):
                self._find_picture(Path(target).expanduser())
            elif open_target(self.session, target) is Target.PICTURES:
                self.training.set_data(str(Path(target).expanduser().absolute()))
                self.show_page(Page.TRAIN)
        except LatentariumError as error:
            self.tell(str(error))
            return False
        return True

    def save_session(self, path: Path) -> None:
        """Write the session to a file, or say in the banner why not."""
        try:
            session_files.save(self.session, path, self.page)
        except LatentariumError as error:
            self.tell(str(error))

    def _find_picture(self, path: Path) -> None:
        """Show the search in the Explore layout."""
        self.session.find_picture(path)
        self.show_page(Page.EXPLORE)
        self.docks["inversion"].show()
        self.docks["inversion"].raise_()

    def _open_session(self, path: Path) -> None:
        page = session_files.open_session(self.session, path)
        if page is not None:
            self.show_page(page)

    def tell(self, message: str) -> None:
        """Show one line to the person, and keep it in the log file."""
        log.warning("%s", message)
        self.banner.tell(message)

    def shut_down(self) -> None:
        """End the threads; a training run goes on."""
        self.session.shut_down()

    def _show_model(self, model: OpenModel) -> None:
        self.setWindowTitle(f"{model.title} – Latentarium")
        self.model_label.setText(f"{model.title}  ·  {describe(model)}")

    def _show_comparison(self) -> None:
        """The compared run stands beside the picture, whichever page that is on."""
        dock, compared = self.docks["comparison"], self.session.comparison.checkpoint is not None
        if compared and not dock.isVisible():
            self.splitDockWidget(self.docks["picture"], dock, Qt.Orientation.Horizontal)
        dock.setVisible(compared)

    def _keep_layout(self) -> None:
        self._preferences.set(f"layout/{self.page}", self.saveState(STATE_VERSION))

    def _restore_layout(self) -> None:
        state = self._preferences.get_bytes(f"layout/{self.page}")
        if state is None or not self.restoreState(state, STATE_VERSION):
            arrange(self, self.docks, self.page)

    def _keep_everything(self) -> None:
        self._keep_layout()
        self._preferences.set("geometry", self.saveGeometry())
        self._preferences.set("page", self.page.value)

    def showEvent(self, event: QShowEvent) -> None:
        if self._preferences.get_bytes(f"layout/{self.page}") is None:
            QTimer.singleShot(0, self, lambda: give_sizes(self, self.docks, self.page))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.training.is_busy and not self._may_leave_training():
            event.ignore()
            return
        self._keep_everything()
        event.accept()

    def _may_leave_training(self) -> bool:
        """Ask what becomes of the run; False keeps the window open."""
        box = QMessageBox(self)
        box.setWindowTitle("Training goes on")
        box.setText("A run is being trained.")
        box.setInformativeText("It can go on without the window; open its folder later to see how it went.")
        keep = box.addButton("Keep &training", QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton("&Stop it and close", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is stop:
            self.session.training.stop()
        return box.clickedButton() in (keep, stop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open(event.mimeData().urls()[0].toLocalFile())


def describe(model: OpenModel) -> str:
    """``28×28 grey, z of 100, learned from mnist``."""
    config = model.config
    colours = "grey" if config.channels == 1 else "colour"
    data = model.checkpoint.provenance.get("data")
    return f"{config.image_size}×{config.image_size} {colours}, z of {config.z_dim}" + (
        f", learned from {data}" if data else ""
    )
