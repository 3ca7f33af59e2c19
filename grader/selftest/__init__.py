"""Attacks on the grader, run on this machine."""
