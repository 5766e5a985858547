"""Why BatchNorm matters."""

from app.arguments import Page
from app.learn.lessons.conditions import batch_chosen, no_batch, part_chosen
from app.learn.lessons.facts import has_batch_norm
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.toolkit.workspace import Target, Workspace
from gan.model.part_specs import Norm, Stage
from gan.words import marked


def _before_norm(workspace: Workspace) -> None:
    """Look at what the first block with a normalisation computes before it, by running statistics.

    Another generator may have been opened meanwhile; in one without any there is nothing of it to be seen.
    """
    session = workspace.session
    assert session.model is not None
    block = next((block for block in session.model.config.blocks if block.first(Norm) is not None), None)
    if block is not None:
        session.inspection.select_layer(block.operation_name)
    session.edits.set_batch(None)


SCALE = Step(
    marked(
        "[BatchNorm](term:batchnorm) stands behind most convolutions of a DCGAN; *{model}* has {norms} of them in its "
        "generator. Below are the [channels](term:feature-map) of a block as the convolution gives them.",
    ),
    Guess(
        marked("What does BatchNorm do with the numbers of a channel?"),
        (
            marked("It brings them to a common mean and spread"),
            marked("It sets negative numbers to 0"),
            marked("It blurs them"),
        ),
        right=0,
    ),
    Task(
        marked(
            "Choose **BatchNorm**, then **Activation**, in the row *Part* at the top. Compare the colours.",
        ),
        part_chosen(Stage.NORM, Stage.ACT),
        Target("generator", "Part of the blocks that is shown"),
    ),
    marked(
        "Each channel is shifted and scaled by the mean and the variance of a whole batch of pictures, then by two "
        "learned numbers. So no channel can explode or die out, whatever the layers before it do. The activation, "
        "[ReLU](term:relu), is what sets negative numbers to 0.\n\nA trained convolution has settled, so you may "
        "see little of that now; while it learned, this kept its numbers in bounds.",
    ),
    Scene(Page.LAYERS, ("picture", "generator", "channels"), _before_norm),
)
NEIGHBOURS = Step(
    marked(
        "While it learns, mean and variance are those of the batch at hand. A trained generator uses running averages "
        "of them, so that a z has one picture. You can have it use a batch again, with other random z as neighbours.",
    ),
    Guess(
        marked("The same z in a batch of 4: what happens to its picture?"),
        (
            marked("Nothing"),
            marked("It changes with its neighbours"),
            marked("It becomes the mean of the four"),
        ),
        right=1,
    ),
    Task(
        marked("Choose **A batch of 4** under *BatchNorm by*, and press **Another batch**."),
        batch_chosen(4, different=2),
        Target("generator", "batch_norm"),
    ),
    marked(
        "z is the same, the neighbours are others, and so are mean and variance: another picture. For the same reason "
        "a discriminator should see real and generated pictures in separate batches.",
    ),
)
SIZES = Step(
    marked("Mean and variance of a few pictures are a rough guess of those of all pictures."),
    Guess(
        marked("How much does the picture depend on its neighbours in a batch of 64?"),
        (
            marked("Less than in a batch of 4"),
            marked("As much"),
            marked("More: there are more neighbours"),
        ),
        right=0,
    ),
    Task(
        marked("Choose **A batch of 64**."),
        batch_chosen(64),
        Target("generator", "batch_norm"),
    ),
    marked(
        "Less: the larger the batch, the nearer its mean and variance are to those of all pictures. That is why very "
        "small batches make training unsteady.",
    ),
)
BACK = Step(
    marked(
        "The DCGAN paper (Radford et al. 2016) names BatchNorm among what makes deep generators learn at all: without "
        "it theirs collapsed to a single picture. It leaves it out in two places, G's last layer and D's first, where "
        "the colours of a picture have to stay what they are.",
    ),
    task=Task(
        marked("Choose **Running statistics** again."),
        no_batch(),
        Target("generator", "batch_norm"),
    ),
    answer=marked(
        "One z, one picture again. If a file that somebody else trained gives bad pictures, its running statistics may "
        "be of no use: then a batch is the way out.",
    ),
)
ABOUT_BATCH_NORM = Lesson(
    "batchnorm",
    marked("Why BatchNorm matters"),
    (SCALE, NEIGHBOURS, SIZES, BACK),
    has_batch_norm,
    DIGITS,
)
