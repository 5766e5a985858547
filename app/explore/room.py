"""The Explore room: moving through latent space."""

from app.arguments import Page
from app.explore.arithmetic.tool import ARITHMETIC
from app.explore.comparison.tool import COMPARISON
from app.explore.corners.tool import CORNERS
from app.explore.directions.tool import DIRECTIONS
from app.explore.export.tool import EXPORT
from app.explore.favourites.tool import FAVOURITES
from app.explore.interpolation.tool import INTERPOLATION
from app.explore.inversion.tool import INVERSION
from app.explore.latent.tool import LATENT
from app.explore.map.tool import MAP
from app.explore.nearest.tool import NEAREST
from app.explore.pad.tool import PAD
from app.explore.path.tool import PATH
from app.explore.picture.tool import PICTURE
from app.explore.timeline.tool import TIMELINE
from app.explore.variations.tool import VARIATIONS
from app.explore.walk.tool import WALK
from app.toolkit.tool import Area, Room, Size

EXPLORE = Room(
    Page.EXPLORE,
    {
        Area.LEFT: Size(width=410, least=346),
        Area.CENTRE: Size(width=478, height=412, lowest=130),
        Area.CENTRE_BELOW: Size(height=112, lowest=106),
        Area.CENTRE_BOTTOM: Size(height=212, lowest=186),
        Area.RIGHT: Size(width=392, least=270),
    },
    (
        PICTURE,
        LATENT,
        DIRECTIONS,
        PAD,
        INVERSION,
        ARITHMETIC,
        FAVOURITES,
        VARIATIONS,
        MAP,
        CORNERS,
        NEAREST,
        TIMELINE,
        COMPARISON,
        INTERPOLATION,
        PATH,
        EXPORT,
        WALK,
    ),
)
