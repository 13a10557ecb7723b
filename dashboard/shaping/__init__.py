"""Frames made ready for a page: frames in, frames or plain values out; no widget, no database."""
