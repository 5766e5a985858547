"""The Train room: starting runs and following them."""

from app.arguments import Page
from app.toolkit.tool import Area, Room, Size
from app.train.curves.tool import CURVES
from app.train.evaluation.tool import EVALUATION
from app.train.library.tool import LIBRARY
from app.train.log.tool import LOG
from app.train.samples.tool import SAMPLES
from app.train.steer.tool import STEER
from app.train.training.tool import TRAINING
from app.train.twins.tool import TWINS

TRAIN = Room(
    Page.TRAIN,
    {
        Area.LEFT: Size(width=370, least=346),
        Area.CENTRE: Size(width=540, height=500),
        Area.CENTRE_BELOW: Size(height=250),
        Area.RIGHT: Size(width=370, height=430),
        Area.RIGHT_BELOW: Size(height=320),
    },
    (
        TRAINING,
        CURVES,
        EVALUATION,
        TWINS,
        LIBRARY,
        STEER,
        LOG,
        SAMPLES,
    ),
)
