"""Checks of the class claims."""
