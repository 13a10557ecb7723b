"""The limit: a page of Streamlit with one chart, which follows the day in its address."""

import os

import duckdb
import plotly.graph_objects as go
import streamlit as st

day = st.query_params.get("as_of", "2026-11-21")
with duckdb.connect(os.environ["TRACKER_DATABASE"], read_only=True) as connection:
    rows = connection.execute(
        "SELECT status, commitments FROM status_totals_on($day::DATE)", {"day": day}
    ).fetchall()
st.title(day)
st.plotly_chart(go.Figure(go.Bar(x=[row[0] for row in rows], y=[row[1] for row in rows])), key="n")
