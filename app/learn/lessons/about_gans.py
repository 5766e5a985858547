"""What is a GAN."""

from app.arguments import Page
from app.learn.lessons.conditions import first_snapshot, last_snapshot, points_visited
from app.learn.lessons.facts import has_judge, has_timeline
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target, Workspace
from gan.words import marked

JUDGED = Scene(Page.LAYERS, ("picture", "latent", "discriminator"))
LEARNING = Scene(
    Page.EXPLORE, ("picture", "timeline", "latent"), lambda workspace: workspace.runs.timeline.move_to_best()
)


def _suits(workspace: Workspace) -> bool:
    return has_judge(workspace) and has_timeline(workspace)


TWO_NETWORKS = Step(
    marked(
        "A [GAN](term:gan) is two networks that learn against each other. The [generator](term:generator) G makes a "
        "picture from random numbers. The [discriminator](term:discriminator) D looks at a picture and says how likely "
        "it is to be a real one.\n\nBoth belong to the model *{model}*, which is open: on the left what G draws, "
        "beside it what D thinks of it.",
    ),
    Guess(
        marked("Which of the two was shown real pictures while they learned?"),
        (
            marked("Only the generator"),
            marked("Only the discriminator"),
            marked("Both"),
        ),
        right=1,
    ),
    Task(
        marked("Press **Randomise** three times. Watch the picture, and what D thinks of it."),
        points_visited(3),
        Target("latent", "randomise"),
    ),
    marked(
        "Only D has seen real pictures. G knows them by hearsay: it learns from how D's score changes with each pixel, "
        "and nothing else. Some of its pictures convince D, some do not.",
    ),
    JUDGED,
)
THE_BEGINNING = Step(
    marked(
        "The timeline below the picture goes back through the training, with the same random numbers "
        "[z](term:z) all the way. Now it stands where the pictures were best.",
    ),
    Guess(
        marked("What did G draw at step {first_step}?"),
        (
            marked("Noise, dot by dot"),
            marked("Blurred blotches"),
            marked("The same picture, only smaller"),
        ),
        right=1,
    ),
    Task(
        marked("Drag the timeline to its left end, or press Home on it."),
        first_snapshot(),
        Target("timeline", "timeline"),
    ),
    marked(
        "Before the first step the weights are random, and so is what comes out. Then D learns to tell that from real "
        "pictures, so G has to find something better, blotches in the right place for a start; then D looks more "
        "closely, and so on. That is the *adversarial* in the name.",
    ),
    LEARNING,
)
THE_TRAINING = Step(
    marked("So G and D drive each other on, a step of D, a step of G, thousands of times."),
    Guess(
        marked("When does most of the change happen?"),
        (
            marked("In the first tenth of the training"),
            marked("Evenly all the way"),
            marked("At the end"),
        ),
        right=0,
    ),
    Task(
        marked("Press Play beside the timeline, or go step by step to its right end."),
        last_snapshot(),
        Target("timeline", "play-timeline"),
    ),
    marked(
        "Shapes come early, details take the rest of the time. Snapshots were kept more densely at the beginning, "
        "because that is where the most happens.",
    ),
)
THE_END = Step(
    marked(
        "Imagine a G whose pictures cannot be told from real ones by anything. D sees as many real as generated "
        "pictures.",
    ),
    Guess(
        marked("How sure can the best possible D then be that a picture is real?"),
        (
            marked("0 %: it is never fooled"),
            marked("50 %: it can only toss a coin"),
            marked("100 %: it takes all for real"),
        ),
        right=1,
    ),
    Task(
        marked(
            "And this D? Press **Randomise** three times, and see how sure it is of pictures that are all generated.",
        ),
        points_visited(3),
        Target("latent", "randomise"),
    ),
    marked(
        "In theory it ends at 50 % (Goodfellow et al. 2014). In practice G is never perfect: D finds something, and "
        "training is stopped when the pictures are good enough.",
    ),
    JUDGED,
)
ABOUT_GANS = Lesson(
    "gan",
    marked("What is a GAN"),
    (TWO_NETWORKS, THE_BEGINNING, THE_TRAINING, THE_END),
    _suits,
    DIGITS,
)
