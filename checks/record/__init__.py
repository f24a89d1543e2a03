"""Checks of the class record: what the reader itself reports of its inputs."""
