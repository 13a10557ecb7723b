"""Get ready once, before the first reader: import what pages use, then leave the heap alone."""

import atexit
import gc
import importlib

import plotly.graph_objects as go
import streamlit as st

from dashboard import asking

USED = ("pandas", "pyarrow", "dashboard.charts", "dashboard.components")


@st.cache_resource(show_spinner=False)
def warm() -> None:
    """Import what pages import, and keep it out of garbage collection.

    Streamlit collects all garbage after every script run, which takes some 100 ms of everybody's
    time with this heap; and two sessions that first import one module at once may fail.
    """
    for name in USED:
        importlib.import_module(name)
    go.Figure([go.Bar(x=[1]), go.Scatter(x=[1])]).to_json()  # loads what draws and checks them
    asking.warm()
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # or DuckDB finds its objects left over when the server ends
