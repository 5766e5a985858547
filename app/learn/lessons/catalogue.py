"""All lessons, in the order of the menu."""

from app.learn.lessons.about_batch_norm import ABOUT_BATCH_NORM
from app.learn.lessons.about_convolution import ABOUT_CONVOLUTION
from app.learn.lessons.about_curves import ABOUT_CURVES
from app.learn.lessons.about_gans import ABOUT_GANS
from app.learn.lessons.about_kinds import ABOUT_KINDS
from app.learn.lessons.about_z import ABOUT_Z
from app.learn.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = (ABOUT_GANS, ABOUT_Z, ABOUT_CONVOLUTION, ABOUT_CURVES, ABOUT_BATCH_NORM, ABOUT_KINDS)
