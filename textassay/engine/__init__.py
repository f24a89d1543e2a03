"""Runs checks over records: a loop, a process pool, later Spark."""
