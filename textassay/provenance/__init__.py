"""The registry of records, their lineage and edits."""

from textassay.provenance.profiles import PROFILES, unstated
from textassay.provenance.registry import Registries, RegistryError

__all__ = ["PROFILES", "Registries", "RegistryError", "unstated"]
