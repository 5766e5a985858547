"""Reading the curves."""

from app.arguments import Page
from app.learn.lessons.conditions import best_snapshot, first_snapshot, from_start_to_end
from app.learn.lessons.facts import has_curves
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target
from app.translations import QT_TRANSLATE_NOOP

CURVES = Scene(
    Page.TRAIN, ("curves", "timeline", "picture", "samples"), lambda workspace: workspace.runs.timeline.move_to_best()
)
LOSSES = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "These are the curves of the training of *{model}*. In the middle are the two [losses](term:loss): what D and "
        "G each try to make small. The picture is that of the snapshot in the timeline below.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "If G draws better and better, what does its loss do?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "It falls"),
            QT_TRANSLATE_NOOP("Lessons", "It rises"),
            QT_TRANSLATE_NOOP("Lessons", "It may fall or rise"),
        ),
        right=2,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Drag the timeline to its left end, then to its right end. Compare the pictures."),
        from_start_to_end(),
        Target("timeline", "timeline"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "G's loss went from {g_loss_early} to {g_loss} here, while its pictures became better. It measures G against a "
        "D that learns, too: a better D makes it rise. So the loss of a GAN does not say how good the pictures are.",
    ),
    CURVES,
)
OPINIONS = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The lowest plot says the same in plainer words. D(x) is how sure D is that real pictures are real, D(G(z)) "
        "the same for generated ones.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "Where would both be if D could not tell them apart at all?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "Both at 0.5"),
            QT_TRANSLATE_NOOP("Lessons", "Both at 1"),
            QT_TRANSLATE_NOOP("Lessons", "D(x) at 1, D(G(z)) at 0"),
        ),
        right=0,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons", "Go back to the start of the timeline, and look where the two curves begin and end."
        ),
        first_snapshot(),
        Target("timeline", "timeline"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "0.5 is a toss of a coin. In this run D(x) went from {d_real_early} to {d_real}, D(G(z)) from {d_fake_early} "
        "to {d_fake}: D tells them apart most of the time, and G still learns from how. If D(x) is 1 and D(G(z)) is 0 "
        "for long, there is little left to learn from; the training doctor above the curves warns of that.",
    ),
)
QUALITY = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The plot on top is what says how good the pictures are: the [FID](term:fid), a distance between generated and "
        "real pictures. It was measured bit by bit while the run learned. Lower is better.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "Is the last snapshot of a run always its best?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "Yes, longer is better"),
            QT_TRANSLATE_NOOP("Lessons", "No, runs can get worse again"),
        ),
        right=1,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Have the timeline show the best snapshot: press **Best**, or drag it there."),
        best_snapshot(),
        Target("timeline", "best-or-newest"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The FID fell from {value_first} to {value_best} here. The star marks the best snapshot, and that is what "
        "opens when you open a run. [Precision](term:precision) and [recall](term:recall) tell apart how good and how "
        "varied pictures are: *How good*, on the Train page, measures them.",
    ),
)
ABOUT_CURVES = Lesson(
    "curves", QT_TRANSLATE_NOOP("Lessons", "Reading the curves"), (LOSSES, OPINIONS, QUALITY), has_curves, DIGITS
)
