"""A class of submissions: what was handed in, the work, the results, the reports."""
