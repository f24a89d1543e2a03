"""The registry of records, their lineage and edits."""
