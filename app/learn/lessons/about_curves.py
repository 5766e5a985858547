"""Reading the curves."""

from app.arguments import Page
from app.learn.lessons.conditions import best_snapshot, first_snapshot, from_start_to_end
from app.learn.lessons.facts import has_curves
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target
from gan.words import marked

CURVES = Scene(
    Page.TRAIN, ("curves", "timeline", "picture", "samples"), lambda workspace: workspace.runs.timeline.move_to_best()
)
LOSSES = Step(
    marked(
        "These are the curves of the training of *{model}*. In the middle are the two [losses](term:loss): what D and "
        "G each try to make small. The picture is that of the snapshot in the timeline below.",
    ),
    Guess(
        marked("If G draws better and better, what does its loss do?"),
        (
            marked("It falls"),
            marked("It rises"),
            marked("It may fall or rise"),
        ),
        right=2,
    ),
    Task(
        marked("Drag the timeline to its left end, then to its right end. Compare the pictures."),
        from_start_to_end(),
        Target("timeline", "timeline"),
    ),
    marked(
        "G's loss went from {g_loss_early} to {g_loss} here, while its pictures became better. It measures G against a "
        "D that learns, too: a better D makes it rise. So the loss of a GAN does not say how good the pictures are.",
    ),
    CURVES,
)
OPINIONS = Step(
    marked(
        "The lowest plot says the same in plainer words. D(x) is how sure D is that real pictures are real, D(G(z)) "
        "the same for generated ones.",
    ),
    Guess(
        marked("Where would both be if D could not tell them apart at all?"),
        (
            marked("Both at 0.5"),
            marked("Both at 1"),
            marked("D(x) at 1, D(G(z)) at 0"),
        ),
        right=0,
    ),
    Task(
        marked("Go back to the start of the timeline, and look where the two curves begin and end."),
        first_snapshot(),
        Target("timeline", "timeline"),
    ),
    marked(
        "0.5 is a toss of a coin. In this run D(x) went from {d_real_early} to {d_real}, D(G(z)) from {d_fake_early} "
        "to {d_fake}: D tells them apart most of the time, and G still learns from how. If D(x) is 1 and D(G(z)) is 0 "
        "for long, there is little left to learn from; the training doctor above the curves warns of that.",
    ),
)
QUALITY = Step(
    marked(
        "The plot on top is what says how good the pictures are: the [FID](term:fid), a distance between generated and "
        "real pictures. It was measured bit by bit while the run learned. Lower is better.",
    ),
    Guess(
        marked("Is the last snapshot of a run always its best?"),
        (
            marked("Yes, longer is better"),
            marked("No, runs can get worse again"),
        ),
        right=1,
    ),
    Task(
        marked("Have the timeline show the best snapshot: press **Best**, or drag it there."),
        best_snapshot(),
        Target("timeline", "best-or-newest"),
    ),
    marked(
        "The FID fell from {value_first} to {value_best} here. The star marks the best snapshot, and that is what "
        "opens when you open a run. [Precision](term:precision) and [recall](term:recall) tell apart how good and how "
        "varied pictures are: *How good*, on the Train page, measures them.",
    ),
)
ABOUT_CURVES = Lesson("curves", marked("Reading the curves"), (LOSSES, OPINIONS, QUALITY), has_curves, DIGITS)
