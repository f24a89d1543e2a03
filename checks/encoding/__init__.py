"""Checks of the class encoding."""
