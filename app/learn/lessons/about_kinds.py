"""From a fully connected GAN to a DCGAN."""

from app.arguments import Page
from app.learn.lessons.conditions import last_block_chosen, pair_followed, pixels_chosen
from app.learn.lessons.facts import saves_weights
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.learn.lessons.scenes import first_block
from app.toolkit.workspace import Target
from gan.words import marked

PIXELS = "Picture; click a pixel, or move with the arrow keys"
"""What the pictures are called in which pixels are chosen."""

EVERYWHERE = Step(
    marked(
        "The first GANs, and those of most introductions, are built of [fully connected layers](term:fully-connected): "
        "each pixel is a sum of all numbers before it, by weights of its own. A [DCGAN](term:dcgan) such as *{model}* "
        "is built of [convolutions](term:convolution). *Weights* shows the [kernels](term:kernel) of its last one, "
        "which paint the picture.",
    ),
    Guess(
        marked("How many of these kernels paint the middle of the picture and nothing else?"),
        (
            marked("All: what is drawn is in the middle"),
            marked("Some: each place has its share"),
            marked("None"),
        ),
        right=2,
    ),
    Task(
        marked(
            "Click two pixels of the picture in *Weights*, far from each other, or go there by the arrow keys. Watch "
            "the kernels.",
        ),
        pixels_chosen(2),
        Target("weights", PIXELS),
    ),
    marked(
        "The kernels stay as they are, since all pixels share them: {step_weights} weights in {step_kernels} kernels "
        "of {kernel} × {kernel}, stamped at {places} places. What is learned at one place is known at all. With a "
        "fully connected generator beside it, other brushes would come to the front for each pixel.",
    ),
    Scene(Page.LAYERS, ("generator", "weights"), first_block),
)
COUNTED = Step(
    marked(
        "The row at the top shows the way from z to the picture. Its last step turns {step_shape}, which are "
        "{step_inputs} numbers, into {pixels} numbers of the picture, by {step_weights} weights.",
    ),
    Guess(
        marked("How many weights does a fully connected layer need for the same step?"),
        (
            marked("{step_weights}, just as many"),
            marked("{step_numbers}, one for each number"),
            marked("{dense_weights}, one for each pair"),
        ),
        right=2,
    ),
    Task(
        marked("Choose the last block in the row at the top, by mouse or by the arrow keys, and look at its sizes."),
        last_block_chosen(),
        Target("generator", "blocks"),
    ),
    marked(
        "{step_inputs} · {pixels} = {dense_weights}: {times_fewer} times as many. So nobody builds it like that. A "
        "fully connected generator has narrow layers instead, here {dense_widths}, and still {dense_parameters} "
        "numbers to learn. *{model}* has {parameters}.",
    ),
    Scene(Page.LAYERS, ("generator", "weights"), first_block),
)
NEIGHBOURS = Step(
    marked(
        "A convolution takes for granted that neighbours belong together. Imagine that the pixels of all training "
        "pictures had been shuffled, in all pictures alike: noise to the eye, yet nothing is lost.",
    ),
    Guess(
        marked("Which kind of networks learns from them as well as before?"),
        (
            marked("Fully connected ones"),
            marked("Convolutional ones"),
            marked("Both kinds"),
        ),
        right=0,
    ),
    Task(
        marked("Choose a pixel of the picture in *Trace a pixel*. Frames show what it sees of each layer."),
        pixels_chosen(1),
        Target("trace", PIXELS),
    ),
    marked(
        "The fully connected ones: a pixel of theirs sees all there is, so no place means anything to them. Here a "
        "pixel sees a few cells of the last maps, and pixels beside it see nearly the same ones. That knowledge is "
        "built in, and need not be learned.",
    ),
    Scene(Page.LAYERS, ("generator", "trace")),
)
FOR_THE_SAME_TIME = Step(
    marked(
        "*Two networks* trains both kinds from the same pictures, with the same losses, batches and seed. They take "
        "turns of two seconds, so that both have the same time; counting steps would favour the one that computes "
        "more in each.",
    ),
    Guess(
        marked("Which generator has more to multiply for one picture?"),
        (
            marked("The fully connected one"),
            marked("The DCGAN"),
            marked("Both the same"),
        ),
        right=1,
    ),
    Task(
        marked(
            "Press **Start both**, or **Open** for a pair that you have. If you do not want to train now, have the "
            "answer shown.",
        ),
        pair_followed(),
        Target("twins", "start-both"),
    ),
    marked(
        "{work} products for *{model}*, {dense_work} for a fully connected one: a weight of a linear layer is used "
        "once, a kernel at every place. Fewer weights are not less work.\n\nOnce both are trained, compare them after "
        "equal times, and look for single dots that do not fit their neighbours. You need not wait: training goes on "
        "after the lesson, under *Measure* on the Train page, and *Weights* shows both kinds side by side when one of "
        "the two is open.",
    ),
    Scene(Page.TRAIN, ("twins",)),
)
ABOUT_KINDS = Lesson(
    "kinds",
    marked("From a fully connected GAN to a DCGAN"),
    (EVERYWHERE, COUNTED, NEIGHBOURS, FOR_THE_SAME_TIME),
    saves_weights,
    DIGITS,
)
