"""Renders a run: one module a format, the same bytes for the same run."""
