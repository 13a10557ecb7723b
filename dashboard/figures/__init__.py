"""Every chart of the dashboard, declared once. Adding one is one declaration and one line here."""

from dashboard.figures.areas import AREAS
from dashboard.figures.capacity import GAPS
from dashboard.figures.country_history import COUNTRY
from dashboard.figures.coverage import COVERAGE
from dashboard.figures.declared import Chart, Further, MarkRows, View
from dashboard.figures.group_shares import SHARES
from dashboard.figures.lines import LINES
from dashboard.figures.member_map import MAP
from dashboard.figures.members import MEMBERS
from dashboard.figures.money import MONEY
from dashboard.figures.overlap import OVERLAP
from dashboard.figures.programmes import PROGRAMMES
from dashboard.figures.quarters import QUARTERS
from dashboard.figures.status import STATUS
from dashboard.figures.status_groups import GROUPED
from dashboard.figures.status_history import ASSESSED
from dashboard.figures.timeline import TIMELINE
from dashboard.figures.topics import TOPICS

__all__ = ["CHARTS", "Chart", "Further", "MarkRows", "View"]

CHARTS: dict[str, Chart] = {
    chart.name: chart
    for chart in (
        STATUS,
        TIMELINE,
        QUARTERS,
        LINES,
        MEMBERS,
        MAP,
        SHARES,
        OVERLAP,
        TOPICS,
        GAPS,
        AREAS,
        PROGRAMMES,
        MONEY,
        GROUPED,
        ASSESSED,
        COUNTRY,
        COVERAGE,
    )
}
"""By name, in the order of the pages."""
