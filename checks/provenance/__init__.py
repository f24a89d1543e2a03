"""Checks of the class provenance."""
