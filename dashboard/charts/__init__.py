"""Charts: a frame in, a figure out. Nothing here knows of Streamlit or DuckDB."""

from dashboard.charts.answer import answer, answer_sentence
from dashboard.charts.area_bars import KINDS, area_bars
from dashboard.charts.country_history import country_history
from dashboard.charts.gap_matrix import gap_matrix
from dashboard.charts.lane_quarters import lane_quarters
from dashboard.charts.lines import lines
from dashboard.charts.member_counts import member_counts
from dashboard.charts.member_map import member_map
from dashboard.charts.money import money
from dashboard.charts.overlap import overlap
from dashboard.charts.programmes import programmes
from dashboard.charts.quarters import quarters
from dashboard.charts.read_share import read_share
from dashboard.charts.status_bar import status_bar
from dashboard.charts.status_by_text import status_by_text
from dashboard.charts.status_history import status_history
from dashboard.charts.timeline import timeline
from dashboard.charts.topics import topics

__all__ = [
    "KINDS",
    "answer",
    "answer_sentence",
    "area_bars",
    "country_history",
    "gap_matrix",
    "lane_quarters",
    "lines",
    "member_counts",
    "member_map",
    "money",
    "overlap",
    "programmes",
    "quarters",
    "read_share",
    "status_bar",
    "status_by_text",
    "status_history",
    "timeline",
    "topics",
]
