"""Checks of the class duplicates."""
