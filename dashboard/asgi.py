"""The server: the pages, and beside them the stable addresses of ``dashboard.web``.

Run it with ``python -m dashboard run dashboard/asgi.py``; ``tracker serve`` does.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware

from dashboard.components.common import failure
from dashboard.web import routes
from dashboard.web.http.negotiation import Compression
from dashboard.web.security.access import ClosedRoutes
from dashboard.web.security.headers import SecurityHeaders
from dashboard.web.security.own_links import OwnLinks
from dashboard.web.shell.assets import Assets


@asynccontextmanager
async def ready(app: st.App) -> AsyncIterator[None]:
    """Get ready before the first reader comes."""
    from dashboard import startup  # it keeps things that only a started server can keep

    await to_thread.run_sync(startup.warm)
    await to_thread.run_sync(startup.warm_languages)
    yield


app = st.App(
    Path(__file__).with_name("streamlit_app.py"),
    lifespan=ready,
    routes=routes(),
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(ClosedRoutes),
        Middleware(OwnLinks),
        Middleware(Compression),
        Middleware(Assets),
    ],
    on_script_error=failure.show,
)
