"""From a fully connected GAN to a DCGAN."""

from app.arguments import Page
from app.learn.lessons.conditions import last_block_chosen, pair_followed, pixels_chosen
from app.learn.lessons.facts import saves_weights
from app.learn.lessons.lesson import DIGITS, Guess, Lesson, Scene, Step, Task
from app.learn.lessons.scenes import first_block
from app.toolkit.workspace import Target
from app.translations import QT_TRANSLATE_NOOP

PIXELS = "Picture; click a pixel, or move with the arrow keys"
"""What the pictures are called in which pixels are chosen."""

EVERYWHERE = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The first GANs, and those of most introductions, are built of [fully connected layers](term:fully-connected): "
        "each pixel is a sum of all numbers before it, by weights of its own. A [DCGAN](term:dcgan) such as *{model}* "
        "is built of [convolutions](term:convolution). *Weights* shows the [kernels](term:kernel) of its last one, "
        "which paint the picture.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "How many of these kernels paint the middle of the picture and nothing else?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "All: what is drawn is in the middle"),
            QT_TRANSLATE_NOOP("Lessons", "Some: each place has its share"),
            QT_TRANSLATE_NOOP("Lessons", "None"),
        ),
        right=2,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons",
            "Click two pixels of the picture in *Weights*, far from each other, or go there by the arrow keys. Watch "
            "the kernels.",
        ),
        pixels_chosen(2),
        Target("weights", PIXELS),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The kernels stay as they are, since all pixels share them: {step_weights} weights in {step_kernels} kernels "
        "of {kernel} × {kernel}, stamped at {places} places. What is learned at one place is known at all. With a "
        "fully connected generator beside it, other brushes would come to the front for each pixel.",
    ),
    Scene(Page.LAYERS, ("generator", "weights"), first_block),
)
COUNTED = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The row above shows the way from z to the picture. Its last step turns {step_shape}, which are {step_inputs} "
        "numbers, into {pixels} numbers of the picture, by {step_weights} weights.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "How many weights does a fully connected layer need for the same step?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "{step_weights}, just as many"),
            QT_TRANSLATE_NOOP("Lessons", "{step_numbers}, one for each number"),
            QT_TRANSLATE_NOOP("Lessons", "{dense_weights}, one for each pair"),
        ),
        right=2,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons", "Choose the last block in the row above, by mouse or by the arrow keys, and look at its sizes."
        ),
        last_block_chosen(),
        Target("generator"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "{step_inputs} · {pixels} = {dense_weights}: {times_fewer} times as many. So nobody builds it like that. A "
        "fully connected generator has narrow layers instead, here {dense_widths}, and still {dense_parameters} "
        "numbers to learn. *{model}* has {parameters}.",
    ),
    Scene(Page.LAYERS, ("generator", "weights"), first_block),
)
NEIGHBOURS = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "A convolution takes for granted that neighbours belong together. Imagine that the pixels of all training "
        "pictures had been shuffled, in all pictures alike: noise to the eye, yet nothing is lost.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "Which kind of networks learns from them as well as before?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "Fully connected ones"),
            QT_TRANSLATE_NOOP("Lessons", "Convolutional ones"),
            QT_TRANSLATE_NOOP("Lessons", "Both kinds"),
        ),
        right=0,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons", "Choose a pixel of the picture in *Trace a pixel*. Frames show what it sees of each layer."
        ),
        pixels_chosen(1),
        Target("trace", PIXELS),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "The fully connected ones: a pixel of theirs sees all there is, so no place means anything to them. Here a "
        "pixel sees a few cells of the last maps, and pixels beside it see nearly the same ones. That knowledge is "
        "built in, and need not be learned.",
    ),
    Scene(Page.LAYERS, ("generator", "trace")),
)
FOR_THE_SAME_TIME = Step(
    QT_TRANSLATE_NOOP(
        "Lessons",
        "*Two networks* trains both kinds from the same pictures, with the same losses, batches and seed. They take "
        "turns of two seconds, so that both have the same time; counting steps would favour the one that computes "
        "more in each.",
    ),
    Guess(
        QT_TRANSLATE_NOOP("Lessons", "Which generator has more to multiply for one picture?"),
        (
            QT_TRANSLATE_NOOP("Lessons", "The fully connected one"),
            QT_TRANSLATE_NOOP("Lessons", "The DCGAN"),
            QT_TRANSLATE_NOOP("Lessons", "Both the same"),
        ),
        right=1,
    ),
    Task(
        QT_TRANSLATE_NOOP(
            "Lessons",
            "Press **Start both**, or **Open** for a pair that you have. If you do not want to train now, have the "
            "answer shown.",
        ),
        pair_followed(),
        Target("twins", "start-both"),
    ),
    QT_TRANSLATE_NOOP(
        "Lessons",
        "{work} products for *{model}*, {dense_work} for a fully connected one: a weight of a linear layer is used "
        "once, a kernel at every place. Fewer weights are not less work.\n\nOnce both are trained, compare them after "
        "equal times, and look for single dots that do not fit their neighbours. You need not wait: training goes on "
        "after the lesson, and *Weights* shows both kinds side by side when one of the two is open.",
    ),
    Scene(Page.TRAIN, ("twins",)),
)
ABOUT_KINDS = Lesson(
    "kinds",
    QT_TRANSLATE_NOOP("Lessons", "From a fully connected GAN to a DCGAN"),
    (EVERYWHERE, COUNTED, NEIGHBOURS, FOR_THE_SAME_TIME),
    saves_weights,
    DIGITS,
)
