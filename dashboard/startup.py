"""Get ready once, before the first reader: import what pages use, then leave the heap alone."""

import atexit
import ctypes
import gc
import importlib
import resource
from contextlib import suppress

import plotly.graph_objects as go
import streamlit as st
from streamlit import net_util

from dashboard.batching import send_in_batches
from dashboard.filtering.catalogue import relations
from dashboard.sandbox import service
from dashboard.source import search
from dashboard.source.building import build_missing
from dashboard.source.errors import NoDatabaseError, QueryError
from dashboard.words import labels

USED = ("pandas", "pyarrow", "dashboard.charts", "dashboard.components")

M_MMAP_THRESHOLD = -3
"""What glibc's ``malloc.h`` calls the size from which a block is taken from the system itself."""
LARGE = 2**20


@st.cache_resource(show_spinner=False)
def warm() -> None:
    """Import what pages import, and keep it out of garbage collection.

    Streamlit collects all garbage after every script run, which takes some 100 ms of everybody's
    time with this heap; and two sessions that first import one module at once may fail.
    """
    give_back()
    raise_limits()
    stay_inside()
    send_in_batches()
    build_missing()
    for name in USED:
        importlib.import_module(name)
    go.Figure([go.Bar(x=[1]), go.Scatter(x=[1])]).to_json()  # loads what draws and checks them
    with suppress(NoDatabaseError):
        service.warm()
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # or DuckDB finds its objects left over when the server ends


def warm_languages() -> None:
    """Read what there is, in each language, and search once: the first reader would wait for it."""
    with suppress(QueryError):
        relations()
        for code in labels.languages():
            labels.translator(code)
        search.search("", code)


def raise_limits() -> None:
    """Have as many files and connections open as the system lets this process have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        with suppress(ValueError, OSError):  # macOS says "no limit" and means another
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def stay_inside() -> None:
    """Have Streamlit know the machine's address, so that it never asks the internet for it.

    It would compare it to the origin of a websocket, where ``localhost`` is allowed anyway.
    """
    net_util._external_ip = "localhost"


def give_back() -> None:
    """Have every large block of memory go back to the system as soon as it is free.

    Left to itself, glibc learns from the first large answer to keep the next ones in its heaps,
    one for each thread: two hundred answers of some megabytes left the server 260 MB larger.
    """
    with suppress(AttributeError):  # another C library
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE)
