"""What is z."""

from app.arguments import Page
from app.learn.lessons.conditions import at_centre, at_seed, gone_between, slider_moved
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target, Workspace
from gan.model.architecture import Distribution
from gan.words import marked

SEED = 7


def _suits(workspace: Workspace) -> bool:
    """Nothing but z says what is drawn, and lengths are told as those of normal numbers are."""
    model = workspace.session.model
    if model is None or model.config.class_names:
        return False
    return model.config.z_dim > 2 and model.config.distribution is Distribution.NORMAL


NUMBERS = Step(
    marked(
        "The generator is a function: numbers go in, a picture comes out. What goes in is called "
        "[z](term:z); each slider on the left is one of its numbers. What comes out of *{model}* are {pixels} numbers, "
        "one for each pixel and colour.",
    ),
    Guess(
        marked("How many numbers decide the whole picture?"),
        (
            marked("1, the seed"),
            marked("{z_dim}, all of z"),
            marked("{pixels}, one for each pixel"),
        ),
        right=1,
    ),
    Task(
        marked("Take any slider and drag it all the way. With the keyboard: Shift and the arrow keys."),
        slider_moved(),
        Target("latent", "latent-table"),
    ),
    marked(
        "{z_dim} numbers, and nothing else. One of them seldom means one thing: it changes several features at once, "
        "and a feature depends on many. All points together are the [latent space](term:latent-space).",
    ),
    Scene(Page.EXPLORE, ("picture", "latent")),
)
SAME_AGAIN = Step(
    marked(
        "Usually z is drawn at random: every number from a normal distribution around 0. A [seed](term:seed) says "
        "which random numbers those are.",
    ),
    Guess(
        marked("The same z twice: what comes out?"),
        (
            marked("The same picture, to the last pixel"),
            marked("A similar picture"),
            marked("Any picture"),
        ),
        right=0,
    ),
    Task(
        marked("Type **7** into the field *Seed* and press Enter."),
        at_seed(SEED),
        Target("latent", "seed"),
    ),
    marked(
        "There are no dice in the generator. All chance is in z, so seed 7 is this picture today, tomorrow, on the "
        "command line and on other computers.",
    ),
)
LENGTH = Step(
    marked(
        "The curve below the sliders shows how long random points z are, and the mark where this one is: ‖z‖ is "
        "{norm} now. In {z_dim} dimensions nearly all of them have a length of about {shell}.",
    ),
    Guess(
        marked("And the point where all sliders are at 0?"),
        (
            marked("The most typical of all"),
            marked("A mixture of all pictures"),
            marked("A point that G never met while it learned"),
        ),
        right=2,
    ),
    Task(
        marked("Press **Reset**."),
        at_centre(),
        Target("latent", "reset"),
    ),
    marked(
        "Random points form a thin shell, like the skin of an orange, and the centre is far from all of them. G draws "
        "something there, too, but nobody ever judged it. The nearer to the shell, the better the pictures.",
    ),
)
BETWEEN = Step(
    marked("Below the picture are two points, A and B, with their pictures, and a slider from one to the other."),
    Guess(
        marked("What is half way between them?"),
        (
            marked("Both pictures, one shining through the other"),
            marked("A picture of its own"),
            marked("Noise"),
        ),
        right=1,
    ),
    Task(
        marked("Drag the slider from A to B, slowly. With the keyboard: Home, then hold the right arrow key."),
        gone_between(),
        Target("interpolation", "interpolation"),
    ),
    marked(
        "Every point on the way is a picture, and neighbours look alike: G has learned no list of pictures but a "
        "space. The way is a great circle ([slerp](term:slerp)), so that z stays on the shell; a straight line would "
        "cut through the inside.",
    ),
    Scene(Page.EXPLORE, ("picture", "latent", "interpolation")),
)
ABOUT_Z = Lesson("z", marked("What is z"), (NUMBERS, SAME_AGAIN, LENGTH, BETWEEN), _suits, DIGITS)
