"""Checks of the class typos."""
