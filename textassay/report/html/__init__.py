"""The report page: one file, opened from disk, asking the network for nothing."""
