"""Checks of the class boilerplate."""
