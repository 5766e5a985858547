"""Why BatchNorm matters."""

from app.arguments import Page
from app.learn.lessons.conditions import batch_chosen, no_batch, part_chosen
from app.learn.lessons.facts import has_batch_norm
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target, Workspace
from app.translations import QT_TRANSLATE_NOOP
from gan.model.part_specs import Norm, Stage


def _before_norm(workspace: Workspace) -> None:
    """Look at what the first block with a normalisation computes before it, by running statistics."""
    session = workspace.session
    assert session.model is not None
    block = next(block for block in session.model.config.blocks if block.first(Norm) is not None)
    session.inspection.select_layer(block.operation_name)
    session.edits.set_batch(None)


SCALE = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "[BatchNorm](term:batchnorm) stands behind most convolutions of a DCGAN; *{model}* has {norms} of them in its "
        "generator. Below are the [channels](term:feature-map) of a block as the convolution gives them.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "What does BatchNorm do with the numbers of a channel?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "It brings them to a common mean and spread"),
            QT_TRANSLATE_NOOP("Lessons", "It sets negative numbers to 0"),
            QT_TRANSLATE_NOOP("Lessons", "It blurs them"),
        ),
        right=0,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons",
            "Choose **BatchNorm**, then **Activation**, in the row *Part* above. Watch the ends of the colours.",
        ),
        part_chosen(Stage.NORM, Stage.ACT),
        Target("generator", "Part of the blocks that is shown"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "Each channel is shifted and scaled by the mean and the variance of a whole batch of pictures, then by two "
        "learned numbers. So no channel can explode or die out, whatever the layers before it do. The activation, "
        "[ReLU](term:relu), is what sets negative numbers to 0.",
    ),
    Scene(Page.LAYERS, ("picture", "generator", "channels"), _before_norm),
)
NEIGHBOURS = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "While it learns, mean and variance are those of the batch at hand. A trained generator uses running averages "
        "of them, so that a z has one picture. You can have it use a batch again, with other random z as neighbours.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "The same z in a batch of 4: what happens to its picture?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "Nothing"),
            QT_TRANSLATE_NOOP("Lessons", "It changes with its neighbours"),
            QT_TRANSLATE_NOOP("Lessons", "It becomes the mean of the four"),
        ),
        right=1,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Choose **A batch of 4** under *BatchNorm by*, and press **Another batch**."),
        batch_chosen(4, different=2),
        Target("generator", "batch_norm"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "z is the same, the neighbours are others, and so are mean and variance: another picture. For the same reason "
        "a discriminator should see real and generated pictures in separate batches.",
    ),
)
SIZES = Step(
    QT_TRANSLATE_NOOP("Lessons", "Mean and variance of a few pictures are a rough guess of those of all pictures."),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "How much does the picture depend on its neighbours in a batch of 64?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "Less than in a batch of 4"),
            QT_TRANSLATE_NOOP("Lessons", "As much"),
            QT_TRANSLATE_NOOP("Lessons", "More: there are more neighbours"),
        ),
        right=0,
    ),
    Task(
        QT_TRANSLATE_NOOP("Lessons", "Choose **A batch of 64**."),
        batch_chosen(64),
        Target("generator", "batch_norm"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "Less: the larger the batch, the nearer its mean and variance are to those of all pictures. That is why very "
        "small batches make training unsteady.",
    ),
)
BACK = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The DCGAN paper (Radford et al. 2016) names BatchNorm among what makes deep generators learn at all: without "
        "it theirs collapsed to a single picture. It leaves it out in two places, G's last layer and D's first, where "
        "the colours of a picture have to stay what they are.",
    ),
    task=Task(
        QT_TRANSLATE_NOOP("Lessons", "Choose **Running statistics** again."),
        no_batch(),
        Target("generator", "batch_norm"),
    ),
    answer=QT_TRANSLATE_NOOP(
        "Lessons",
        "One z, one picture again. If a file that somebody else trained gives bad pictures, its running statistics may "
        "be of no use: then a batch is the way out.",
    ),
)
ABOUT_BATCH_NORM = Lesson(
    "batchnorm",
    QT_TRANSLATE_NOOP("Lessons", "Why BatchNorm matters"),
    (SCALE, NEIGHBOURS, SIZES, BACK),
    has_batch_norm,
    DIGITS,
)
