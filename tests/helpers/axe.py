"""What axe-core finds on a page that is open, and what is too pale in charts, where it is blind."""

from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.helpers.contrast import contrast
from tools import browser as app

WIDE, NARROW = 1280, 390
TARGET_SIZE: dict[str, Any] = {"target-size": {"enabled": True}}
"""The rule of WCAG 2.2 that axe leaves to be asked for."""
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules by which a dark page can differ from a light one; they take most of the time."""
COLOURS: dict[str, Any] = {"runOnly": OF_COLOUR}
EVERYTHING: dict[str, Any] = {"rules": TARGET_SIZE}
THE_REST = {"rules": TARGET_SIZE | {rule: {"enabled": False} for rule in OF_COLOUR}}
RULES: dict[str, dict[str, Any]] = {"light": EVERYTHING, "dark": COLOURS}
AXE = "options => axe.run(options)"
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
CHART_COLOURS = """() => {
  const seen = (part, name) => {
    const style = getComputedStyle(part), numbers = style[name].match(/[\\d.]+/g) ?? [0, 0, 0, 0]
    const [red, green, blue, alpha = 1] = numbers.map(Number)
    let opacity = style[name].startsWith('url') ? 0 : alpha * style[`${name}Opacity`]
    for (let each = part; each; each = each.parentElement) {
      opacity *= getComputedStyle(each).opacity
    }
    return [red, green, blue, opacity]
  }
  const charts = [...document.querySelectorAll('.js-plotly-plot')].filter(chart => chart.calcdata)
  const markOf = ({customdata}, {i, index}) => [customdata?.[i ?? index]].flat()[0]
  const points = new Set(charts.flatMap(({calcdata}) =>
    calcdata.flatMap(all => all.filter(point => markOf(all[0].trace, point) != null))))
  const all = (what) => charts.flatMap(chart => [...chart.querySelectorAll(what)])
  return {
    texts: all('text:not(.bartext-inside)')
      .filter(text => text.textContent.trim()).map(text => [seen(text, 'fill')]),
    marks: all('.point:not(g), g.point > path').filter(mark => points.has(mark.__data__))
      .map(mark => ['fill', 'stroke'].map(name => seen(mark, name))),
  }
}"""
"""Colours, with their opacity, of the texts in charts that stand on the page's own ground, and of
the fill and the edge of marks that open rows: axe does not look at them."""
CHOOSE = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(chart => {
  const marks = chart.data.map(({customdata}) => customdata?.at(-1)).filter(mark => mark != null)
  return marks.length && !marks.some(customdata => {
    chart.emit('plotly_click', {points: [{customdata}]})
    return chart.querySelector('.ring')
  })
}).map(chart => chart.getAttribute('aria-label'))"""
"""Clicks a mark of every chart; returns the charts that do not show which one it was."""

Ground = Literal["light", "dark"]


def show(page: Page, width: int, ground: Ground) -> None:
    """Give the window a width and a ground, and the height at which all of the page is in sight."""
    page.emulate_media(color_scheme=ground)
    page.set_viewport_size({"width": width, "height": 900})
    app.wait_until_settled(page)
    page.set_viewport_size({"width": width, "height": page.evaluate(HEIGHT)})
    app.wait_until_settled(page)


def findings(page: Page, width: int, ground: Ground, *, colours: bool = True) -> list[str]:
    """Return what axe finds at a width and on a ground, with its colours or but for them."""
    show(page, width, ground)
    if not colours and ground == "dark":
        return []
    rules = RULES[ground] if colours else THE_REST
    if page.evaluate("() => !window.axe"):  # a second copy would be compiled anew
        page.evaluate(AXE_SCRIPT)
    result = page.evaluate(AXE, {"resultTypes": ["violations"], **rules})
    return [
        f"{width} {ground} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def pale(page: Page, ground: str) -> list[str]:
    """Return what is too pale in charts: texts below 4.5 to 1, and marks below 3 to 1.

    ``ground`` is the colour of the page. A mark stands out by its fill or by its edge; one that
    cannot be seen at all is there to be hit.
    """
    found = page.evaluate(CHART_COLOURS)
    least = [(parts, 4.5) for parts in found["texts"]] + [(parts, 3.0) for parts in found["marks"]]
    return [
        f"{parts} on {ground}"
        for parts, ratio in least
        if (seen := [_blended(part, ground) for part in parts if part[3]])
        and max(contrast(colour, ground) for colour in seen) < ratio
    ]


def _blended(colour: list[float], ground: str) -> str:
    """Return a colour (red, green, blue, opacity) as it looks on a ground."""
    *parts, opacity = colour
    behind = bytes.fromhex(ground[1:])
    mixed = (opacity * of + (1 - opacity) * at for of, at in zip(parts, behind, strict=True))
    return "#" + bytes(round(part) for part in mixed).hex()
