"""Texts: all of them, or one with everything that belongs to it."""

from dashboard.components.records import page

page.show()
