"""The typeface of the app, as files that Matplotlib can read.

Streamlit ships it as one variable font for browsers (WOFF2); Matplotlib wants a file for each
weight. They are made once for each process, in a folder that goes with it.
"""

import atexit
import shutil
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from matplotlib import font_manager

WEIGHTS = (400, 700)
NAME, OTHERS = "Source Sans of the app", "DejaVu Sans"
"""How Matplotlib knows the typeface, and the one that comes with it, for what the first lacks."""
LETTERS = [*range(0x20, 0x250), *range(0x370, 0x530), *range(0x2000, 0x2070)]
SIGNS = [*range(0x20A0, 0x20C0), 0x2190, 0x2192, 0x2212, *range(0x25A0, 0x2600)]
"""Latin, Greek, Cyrillic, and signs: fewer letters are made in less time."""
POSTSCRIPT = 6
"""The number of the name by which Matplotlib identifies fonts."""
SHAPING = ["GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "STAT"]
"""What Matplotlib does not read."""


@cache
def families() -> list[str]:
    """Return the typefaces in which pictures are written, the first that has a letter."""
    folder = Path(tempfile.mkdtemp(prefix="chart-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    variable = _subset()
    for weight in WEIGHTS:
        path = folder / f"{weight}.ttf"
        font = instancer.instantiateVariableFont(TTFont(BytesIO(variable)), {"wght": weight})
        _name(font, f"SourceSans-{weight}")
        font.save(path)
        entry = font_manager.FontEntry(fname=str(path), name=NAME, weight=weight)
        font_manager.fontManager.ttflist.append(entry)
    return [NAME, OTHERS]


def _name(font: TTFont, name: str) -> None:
    """Give a font a name of its own: in an SVG, a letter is known by its font and its place."""
    for record in font["name"].names:
        if record.nameID == POSTSCRIPT:
            record.string = name


def _subset() -> bytes:
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    (path,) = media.glob("SourceSansVF-Upright*")
    font = TTFont(path)
    options = subset.Options(layout_features=[], hinting=False)
    options.drop_tables += SHAPING
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[*LETTERS, *SIGNS])
    chosen.subset(font)
    font.flavor = None
    out = BytesIO()
    font.save(out)
    return out.getvalue()
