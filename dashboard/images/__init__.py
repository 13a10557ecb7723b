"""Charts as files, drawn on the server without a browser: SVG, PNG and PDF.

The figure is the one that the page shows. Matplotlib draws it, since it brings what a picture of a
chart needs beside its marks (axes, measured text, all three kinds of file) and wants no browser.
Kaleido starts Chromium; vl-convert would have each chart written a second time, in Vega-Lite, and
brings V8; resvg only turns an SVG that somebody has written into pixels.
"""

from dashboard.images.picture import KINDS, Frame, picture

__all__ = ["KINDS", "Frame", "picture"]
