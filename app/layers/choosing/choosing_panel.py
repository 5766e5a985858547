"""What D turns away: random pictures that the discriminator would keep, beside those that it would not."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QStackedLayout, QVBoxLayout, QWidget

from app.layers.choosing.judged_sheet import SHOWN, JudgedSheet
from app.layers.choosing.score_histogram import ScoreHistogram
from app.session.choosing import Choosing
from app.session.session import Session
from app.session.surveying import Surveyed
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.choosing_box import ChoosingBox, share_text
from app.toolkit.point_menu import PointMenu
from app.widgets.buttons import push_button
from app.widgets.flow_row import FlowRow, together
from app.widgets.labels import muted
from app.work.job_bar import JobBar
from app.work.missing_pictures import MissingPictures
from gan.errors import LatentariumError, sentence
from gan.explore.acceptance import SMALLEST_SHARE
from gan.explore.choosing import SURVEYED
from gan.explore.latent import Latent
from gan.words import marked, tr

PERCENT = 100
_HINT = marked(
    "Which pictures does the discriminator see through? Have it judge {count:,} random points: those that it would "
    "keep stand beside those that it would turn away."
)
_LIMITS = marked(
    "With the bundled generators kept pictures are a little cleaner, and all together no closer to the real ones."
)
_SHARE_TIP = marked("About how much of what is drawn is kept; the smaller, the pickier")
_COMPARE_TIP = marked(
    "Reads real pictures, new ones if there are any, and works out how much more often they "
    "have a score than generated ones. Without, scores of the usual loss (bce) are taken for "
    "that; of other losses the best are kept."
)


class ChoosingPanel(QWidget):
    """Has a sample judged when asked to; the share then changes what is kept of it at once."""

    def __init__(self, session: Session, choosing: Choosing, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._choosing = session, choosing
        self._build_ui()
        self.menus = [PointMenu(sheet.list, sheet.point, actions) for sheet in (self.kept, self.rejected)]
        self._connect()
        self._show_settings()
        self._show_survey()

    def _build_ui(self) -> None:
        self.reason = muted(wraps=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP // 2)
        layout.addLayout(self._build_tools())
        self.job_bar, self.missing = JobBar(), MissingPictures()
        self.about, self.words = muted(wraps=True), muted(wraps=True)
        self.histogram = ScoreHistogram()
        for widget in (self.job_bar, self.missing, self.about, self.words, self.histogram):
            layout.addWidget(widget)
        layout.addLayout(self._build_sheets(), 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.reason)
        self._stack.addWidget(self._content)

    def _build_tools(self) -> FlowRow:
        self.judge_button = push_button(
            tr("&Judge random points"), tr("Draw their pictures, with the edits that hold now")
        )
        self.compare_box = QCheckBox(tr("&Compare with real pictures"))
        self.compare_box.setToolTip(tr(_COMPARE_TIP))
        self.share = QSlider(Qt.Orientation.Horizontal)
        self.share.setRange(round(SMALLEST_SHARE * PERCENT), PERCENT)
        self.share.setToolTip(tr(_SHARE_TIP))
        label = QLabel(tr("&Keep"))
        label.setBuddy(self.share)
        self.share_label = QLabel()
        self.choosing_box = ChoosingBox(self._choosing)
        row = FlowRow()
        row.addWidget(self.judge_button)
        row.addWidget(self.compare_box)
        row.addWidget(together(label, self.share, self.share_label), 1)
        row.addWidget(self.choosing_box)
        return row

    def _build_sheets(self) -> QHBoxLayout:
        self.kept = JudgedSheet(tr("Kept, the best first"), tr("What the discriminator keeps, with its scores"))
        self.rejected = JudgedSheet(tr("Turned away, the worst first"), tr("What the discriminator does not keep"))
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for sheet in (self.kept, self.rejected):
            row.addWidget(sheet, 1)
        return row

    def _connect(self) -> None:
        choosing = self._choosing
        self.judge_button.clicked.connect(choosing.survey)
        self.compare_box.toggled.connect(choosing.compare)
        self.share.valueChanged.connect(lambda percent: choosing.set_share(percent / PERCENT))
        self.histogram.threshold_moved.connect(self._take_threshold)
        self.kept.chosen.connect(lambda z: self._go(z, tr("go to a picture that D keeps")))
        self.rejected.chosen.connect(lambda z: self._go(z, tr("go to a picture that D turns away")))
        self.missing.again.connect(lambda: choosing.compare(True))
        for jobs in (choosing.real.reading, choosing.surveying):
            self.job_bar.follow(jobs)
        choosing.real.missing.connect(self._show_missing)
        choosing.changed.connect(self._show_settings)
        choosing.changed.connect(self._show_choice)
        choosing.surveyed_changed.connect(self._show_survey)
        choosing.aged.connect(self._show_age)

    def _go(self, z: Latent, text: str) -> None:
        if len(z) == len(self._session.z):
            self._session.set_z(z, text)

    def _take_threshold(self, score: float) -> None:
        """The share that a rule with its line there would keep."""
        current = self._choosing.current
        if current is not None:
            self._choosing.set_share(current.survey.share_at(score))

    def _show_missing(self, data: str, reason: str) -> None:
        self.missing.offer(data, reason)

    def _show_settings(self) -> None:
        choosing = self._choosing
        self.reason.setText(choosing.reason)
        self._stack.setCurrentWidget(self.reason if choosing.reason else self._content)
        self.share_label.setText(share_text(choosing.share))
        self.compare_box.setEnabled(choosing.real.data is not None)
        with QSignalBlocker(self.share), QSignalBlocker(self.compare_box):
            self.share.setValue(round(choosing.share * PERCENT))
            self.compare_box.setChecked(choosing.compares)

    def _show_survey(self) -> None:
        current = self._choosing.current
        self.missing.hide()
        if current is not None:
            self.histogram.show_scores(current.survey.sample.scores, current.survey.of_real)
        self._show_choice()
        self._show_age()

    def _show_age(self) -> None:
        current = self._choosing.current
        self.judge_button.setEnabled(current is None or self._choosing.is_outdated)
        self.about.setVisible(current is not None)
        if current is not None:
            self.about.setText(self._about(current))

    def _show_choice(self) -> None:
        current = self._choosing.current
        self.histogram.setVisible(current is not None)
        if current is None:
            self._empty(tr(_HINT, count=SURVEYED))
            return
        try:
            rule = current.survey.rule(self._choosing.share)
        except LatentariumError as error:
            self._empty(sentence(error))
            return
        kept, sample = current.survey.kept(rule), current.survey.sample
        self.histogram.show_threshold(rule.threshold)
        self.kept.show_judged(sample.at(kept).best_first().first(SHOWN), int(kept.sum()), len(sample))
        self.rejected.show_judged(sample.at(~kept).worst_first().first(SHOWN), int((~kept).sum()), len(sample))
        self.words.setText(f"{tr(current.survey.basis.explanation)} {tr(_LIMITS)}")

    def _empty(self, words: str) -> None:
        self.histogram.show_threshold(None)
        self.kept.show_judged(None)
        self.rejected.show_judged(None)
        self.words.setText(words)

    def _about(self, current: Surveyed) -> str:
        """Whose pictures they are, who judged them, and whether that is so still."""
        age = tr("unknown age") if current.step is None else tr("step {step:,}", step=current.step)
        told = tr("{origin}, judged by a discriminator of {age}.", origin=current.asked.origin.text, age=age)
        if not current.is_of_its_time:
            told = tr("{told} That one has learned to see through pictures of its own step, not these.", told=told)
        if current.asked.real is not None and current.asked.real.note:
            told = tr("{told} Mind: {note}.", told=told, note=current.asked.real.note)
        return tr("{told} Something has changed since; judge again.", told=told) if self._choosing.is_outdated else told
