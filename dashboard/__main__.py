"""Streamlit's own command, on a server whose connections are bounded: ``python -m dashboard run``.

Streamlit offers no setting for it, so it is said to uvicorn before Streamlit starts that.
"""

from streamlit.web import cli
from uvicorn.config import HTTP_PROTOCOLS

PROTOCOL = "dashboard.web.security.connections:BoundedProtocol"

if __name__ == "__main__":
    HTTP_PROTOCOLS["auto"] = PROTOCOL
    cli.main(prog_name="streamlit")
