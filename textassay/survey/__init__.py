"""The corpus facts: mergeable sums that any split of the corpus gives alike."""
