"""One renderer a format: the same input gives the same bytes."""
