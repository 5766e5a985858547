"""What is z."""

from app.arguments import Page
from app.learn.lessons.conditions import at_centre, at_seed, gone_between, slider_moved
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target, Workspace
from app.translations import QT_TRANSLATE_NOOP
from gan.model.architecture import Distribution

SEED = 7


def _suits(workspace: Workspace) -> bool:
    """Nothing but z says what is drawn, and lengths are told as those of normal numbers are."""
    model = workspace.session.model
    if model is None or model.config.class_names:
        return False
    return model.config.z_dim > 2 and model.config.distribution is Distribution.NORMAL


NUMBERS = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The generator is a function: numbers go in, a picture comes out. What goes in is called "
        "[z](term:z); each slider on the left is one of its numbers. What comes out of *{model}* are {pixels} numbers, "
        "one for each pixel and colour.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "How many numbers decide the whole picture?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "1, the seed"),
            QT_TRANSLATE_NOOP("Lessons", "{z_dim}, all of z"),
            QT_TRANSLATE_NOOP("Lessons", "{pixels}, one for each pixel"),
        ),
        right=1,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons", "Take any slider and drag it all the way. With the keyboard: Shift and the arrow keys."
        ),
        slider_moved(),
        Target("latent", "latent-table"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "{z_dim} numbers, and nothing else. One of them seldom means one thing: it changes several features at once, "
        "and a feature depends on many. All points together are the [latent space](term:latent-space).",
    ),
    Scene(Page.EXPLORE, ("picture", "latent")),
)
SAME_AGAIN = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "Usually z is drawn at random: every number from a normal distribution around 0. A [seed](term:seed) says "
        "which random numbers those are.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "The same z twice: what comes out?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "The same picture, to the last pixel"),
            QT_TRANSLATE_NOOP("Lessons", "A similar picture"),
            QT_TRANSLATE_NOOP("Lessons", "Any picture"),
        ),
        right=0,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Type **7** into the field *Seed* and press Enter."),
        at_seed(SEED),
        Target("latent", "seed"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "There are no dice in the generator. All chance is in z, so seed 7 is this picture today, tomorrow, on the "
        "command line and on other computers.",
    ),
)
LENGTH = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The curve below the sliders shows how long random points z are, and the mark where this one is: ‖z‖ is "
        "{norm} now. In {z_dim} dimensions nearly all of them have a length of about {shell}.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "And the point where all sliders are at 0?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "The most typical of all"),
            QT_TRANSLATE_NOOP("Lessons", "A mixture of all pictures"),
            QT_TRANSLATE_NOOP("Lessons", "A point that G never met while it learned"),
        ),
        right=2,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Press **Reset**."),
        at_centre(),
        Target("latent", "reset"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "Random points form a thin shell, like the skin of an orange, and the centre is far from all of them. G draws "
        "something there, too, but nobody ever judged it. The nearer to the shell, the better the pictures.",
    ),
)
BETWEEN = Step(
    QT_TRANSLATE_NOOP(
        "Lessons", "Below the picture are two points, A and B, with their pictures, and a slider from one to the other."
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "What is half way between them?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "Both pictures, one shining through the other"),
            QT_TRANSLATE_NOOP("Lessons", "A picture of its own"),
            QT_TRANSLATE_NOOP("Lessons", "Noise"),
        ),
        right=1,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Drag the slider from A to B, slowly."),
        gone_between(),
        Target("interpolation", "interpolation"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "Every point on the way is a picture, and neighbours look alike: G has learned no list of pictures but a "
        "space. The way is a great circle ([slerp](term:slerp)), so that z stays on the shell; a straight line would "
        "cut through the inside.",
    ),
    Scene(Page.EXPLORE, ("picture", "latent", "interpolation")),
)
ABOUT_Z = Lesson("z", QT_TRANSLATE_NOOP("Lessons", "What is z"), (NUMBERS, SAME_AGAIN, LENGTH, BETWEEN), _suits, DIGITS)
