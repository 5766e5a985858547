"""An evaluation as one page of HTML that needs no network and runs no script: for mail, for a repository, for print."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

import numpy as np

from gan.data.base import Images, spread
from gan.errors import sentence
from gan.images import GRID_GAP, Picture, grid, png_bytes
from gan.measure import charts
from gan.measure.evaluation import SHOWN, Evaluation
from gan.measure.measures import MEASURES, Material, Measure
from gan.measure.reference import Reference, Rows
from gan.measure.report_style import STYLE
from gan.measure.spaces import SPACES
from gan.program import VERSION

COLUMNS, ROWS = 6, 6
PAIRS = 12
GROUND = 127
"""Grey level between pictures, which is neither that of paper nor that of a dark page."""


@dataclass(frozen=True, eq=False)
class Measured:
    """One model: what was measured, and its ``pictures`` uint8 (N, C, H, W)."""

    evaluation: Evaluation
    pictures: Images

    @property
    def shown(self) -> Rows:
        """Which of the pictures are shown anywhere: the first of them, and all that the evaluation names."""
        found = self.evaluation
        first = range(min(len(self.pictures), SHOWN))
        named = {*first, *found.best, *found.worst, *(pair.generated for pair in found.closest)}
        return np.array(sorted(named), np.int64)

    def only_shown(self) -> "Measured":
        """With the pictures that are :attr:`shown` alone; the evaluation names them by their new places."""
        rows, found = self.shown, self.evaluation
        place = {int(row): number for number, row in enumerate(rows)}
        renamed = replace(
            found,
            best=tuple(place[row] for row in found.best),
            worst=tuple(place[row] for row in found.worst),
            closest=tuple(replace(pair, generated=place[pair.generated]) for pair in found.closest),
        )
        return Measured(renamed, self.pictures[rows])


@dataclass(frozen=True)
class Curve:
    """What a run, called ``name``, logged of itself: ``points`` of step and value; ``title`` says what they are."""

    name: str
    title: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Report:
    """All that goes on the page: at least one of ``models``, real pictures measured alike, and how it was called."""

    models: tuple[Measured, ...]
    real: Evaluation
    reference: Reference
    curves: tuple[Curve, ...] = ()
    command: str = ""

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """Of the models alone."""
        return tuple(each.evaluation for each in self.models)


def report_html(*reports: Report) -> str:
    """The whole page: one report, or several that were held to different pictures or in different spaces, in a row.

    The same reports give the same text; names in it are shown as they are, never as HTML.
    """
    parts = [part for report in reports for part in _parts(report)]
    title = escape("; ".join(map(_title, reports)))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(filter(None, parts))
        + "\n</main>\n</body>\n</html>\n"
    )


def _parts(report: Report) -> Iterator[str]:
    yield from (_head(report), _numbers(report), _curves(report), *_pictures(report))
    yield from (_classes(report), _notes(report))


def _title(report: Report) -> str:
    return f"How good the pictures of {' and '.join(each.name for each in report.evaluations)} are"


def _head(report: Report) -> str:
    first = report.evaluations[0]
    space = SPACES[first.space]
    facts = (
        ("pictures of each model", f"{first.generated:,}"),
        ("learned from", f"{first.training:,} of {first.data}"),
        ("held out", f"{first.held_out:,}"),
        ("feature space", space.name),
    )
    tiles = "".join(f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for name, value in facts)
    warnings = dict.fromkeys(warning for each in report.evaluations for warning in each.warnings)
    minded = "".join(f'<p class="mind">{escape(sentence(warning))}</p>' for warning in warnings)
    return f'<h1>{escape(_title(report))}</h1>\n<div class="tiles">{tiles}</div>{minded}'


def _numbers(report: Report) -> str:
    everything = (*report.evaluations, report.real)
    names = "".join(f"<th>{_key(number)}{escape(each.name)}</th>" for number, each in enumerate(report.evaluations))
    space = SPACES[report.real.space]
    groups = ((f"In the feature space {space.name}", Material.FEATURES), ("In pixels", Material.SAMPLES))
    body = ""
    for title, material in groups:
        body += f'<tr class="group"><td colspan="{len(everything) + 2}">{escape(title)}</td></tr>'
        measures = (measure for measure in MEASURES.values() if measure.material is material)
        body += "".join(_number_row(measure, everything) for measure in measures)
    return (
        f'<h2>Numbers</h2><div class="wide"><table><thead><tr><th></th>{names}<th>{_key(None)}real pictures</th>'
        f"<th></th></tr></thead><tbody>{body}</tbody></table></div><p>± is the interval that holds 95 of 100 draws of "
        "pictures. Real pictures are new ones, measured as if a generator had drawn them, which is about the "
        "best to expect. Numbers of different feature spaces have nothing to do with each other.</p>"
    )


def _number_row(measure: Measure, everything: Sequence[Evaluation]) -> str:
    values = [each.values[measure.name] for each in everything]
    cells = "".join(f'<td class="number">{escape(measure.value_text(value))}</td>' for value in values)
    better = f" <em>{escape(measure.better)}</em>" if measure.better else ""
    return (
        f"<tr><td><b>{escape(measure.title)}</b>{better}<p>{escape(measure.explanation)}</p></td>{cells}"
        f"<td>{charts.intervals(values)}</td></tr>"
    )


def _key(number: int | None) -> str:
    """The colour of a model, or of real pictures."""
    return f'<i class="key {charts.colour_class(number)}"></i>'


def _curves(report: Report) -> str:
    names = [each.name for each in report.evaluations]
    drawn = []
    for title in dict.fromkeys(each.title for each in report.curves):
        lines = {names.index(each.name): each.points for each in report.curves if each.title == title}
        drawn.append(f"<figure>{charts.lines(lines)}<figcaption>{escape(title)}</figcaption></figure>")
    if not drawn:
        return ""
    return f'<h2>During training</h2><p>By step, as the runs logged it.</p><div class="row">{"".join(drawn)}</div>'


def _pictures(report: Report) -> Iterator[str]:
    yield "<h2>Pictures</h2>"
    for number, each in enumerate(report.models):
        found = each.evaluation
        count = min(len(each.pictures), COLUMNS * ROWS)
        blocks = (
            ("As they come", range(count)),
            ("Most realistic", found.best[:count]),
            ("Least realistic", found.worst[:count]),
        )
        figures = "".join(_figure(each.pictures[list(rows)], COLUMNS, title) for title, rows in blocks)
        yield f'<h3>{_key(number)}{escape(found.name)}</h3><div class="row">{figures}</div>{_closest(report, each)}'
    held_out = report.reference.held_out.images
    rows = spread(len(held_out), COLUMNS * ROWS)
    yield f'<h3>{_key(None)}Real pictures</h3><div class="row">{_figure(held_out[rows], COLUMNS, "Held out")}</div>'


def _closest(report: Report, each: Measured) -> str:
    pairs = each.evaluation.closest[:PAIRS]
    if not pairs:
        return ""
    generated = each.pictures[[pair.generated for pair in pairs]]
    training = report.reference.training.images[[pair.training for pair in pairs]]
    nearest = f"{pairs[0].distance:.2f} to {pairs[-1].distance:.2f}"
    caption = (
        "Closest to training pictures: generated above, below the training picture nearest to it. Their distances are "
        f"{nearest} of what is usual for new real pictures; near 0 they would be copies"
    )
    return _figure(np.concatenate([generated, training]), len(pairs), caption)


def _figure(images: Images, columns: int, caption: str) -> str:
    sheet = grid(np.ascontiguousarray(images.transpose(0, 2, 3, 1)), columns, GRID_GAP, GROUND)
    return f"<figure>{_image(sheet, caption)}<figcaption>{escape(caption)}</figcaption></figure>"


def _image(picture: Picture, words: str) -> str:
    contents = base64.b64encode(png_bytes(picture)).decode()
    height, width = picture.shape[:2]
    return f'<img src="data:image/png;base64,{contents}" alt="{escape(words)}" width="{width}" height="{height}">'


def _classes(report: Report) -> str:
    first = report.evaluations[0]
    if not first.classes:
        return ""
    names = "".join(
        f'<th colspan="5">{_key(number)}{escape(each.name)}</th>' for number, each in enumerate(report.evaluations)
    )
    heads = "<th>share</th><th>right</th><th>precision</th><th>recall</th><th>FID</th>" * len(report.models)
    most = max(max(kind.real, kind.generated) for each in report.evaluations for kind in each.classes)
    rows = "".join(_class_row(report, number, most) for number in range(len(first.classes)))
    accuracy = first.class_accuracy
    how_right = "" if accuracy is None else f", which is right for {accuracy:.0%} of new real pictures"
    return (
        f"<h2>Classes</h2><p>A picture counts as what the nearest training picture shows{how_right}.{_told(report)}</p>"
        f'<div class="wide"><table><thead><tr><th></th><th></th>{names}</tr>'
        f"<tr><th></th><th>real</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _told(report: Report) -> str:
    """Which models were told what to draw."""
    names = " and ".join(escape(each.name) for each in report.evaluations if each.told)
    return names and (
        f" Those of {names} count as what it was told to draw; of these a share, right, is nearest to a training "
        "picture of that class."
    )


def _class_row(report: Report, number: int, most: float) -> str:
    kinds = [each.classes[number] for each in report.evaluations]
    cells = "".join(
        f'<td class="number">{charts.bar(kind.generated / most, model)}{kind.generated:.1%}</td>'
        + "".join(f'<td class="number">{_share(share)}</td>' for share in (kind.right, kind.precision, kind.recall))
        + f'<td class="number">{"–" if kind.fid is None else f"{kind.fid:.2f}"}</td>'
        for model, kind in enumerate(kinds)
    )
    real = f'<td class="number">{charts.bar(kinds[0].real / most, None)}{kinds[0].real:.1%}</td>'
    return f"<tr><td>{escape(kinds[0].name)}</td>{real}{cells}</tr>"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _notes(report: Report) -> str:
    first = report.evaluations[0]
    space = SPACES[first.space]
    notes = (
        ("Feature space", f"{space.name} (version {space.version}). {space.explanation}"),
        ("Learned from", f"{first.training:,} pictures of {first.data}."),
        ("New real pictures", f"{first.held_out_text}."),
        ("Command", report.command),
        ("Program", f"Latentarium {VERSION}"),
    )
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in notes if text)
    return f"<h2>How it was measured</h2><dl>{rows}</dl>"
