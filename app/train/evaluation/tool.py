"""How good models are."""

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.actions import Action, Section
from app.toolkit.tool import Area, Panel, Purpose, Tool
from app.toolkit.workspace import Workspace
from app.train.evaluation.evaluations import Evaluations
from app.train.evaluation.keys import KEYS
from gan.words import marked, tr

NAME = "evaluation"


def _start(workspace: Workspace) -> Evaluations:
    session = workspace.session
    evaluations = Evaluations(session, workspace.runs, workspace.background)

    def measure() -> None:
        workspace.show_panel(NAME, Page.TRAIN)
        evaluations.measure_open()

    def why_not() -> str:
        return session.why_no_model() or (tr("Models are being measured") if evaluations.measuring.busy else "")

    workspace.actions.add(
        Action("evaluation.measure", tr("&Measure how good it is"), measure, Section.NETWORK, "Ctrl+M", why_not)
    )
    return evaluations


def _build(workspace: Workspace, evaluations: Evaluations) -> QWidget:
    from app.train.evaluation.evaluation_panel import EvaluationPanel

    return EvaluationPanel(workspace.session, evaluations, workspace.runs.library)


EVALUATION = Tool(
    NAME,
    _start,
    Panel(
        marked("How good"),
        _build,
        {Page.TRAIN: Area.CENTRE},
        purpose=Purpose.MEASURING,
        keys=KEYS,
        about=marked(
            "Measures of one model or several: FID, precision, recall, classes, the best and the worst pictures"
        ),
    ),
)
