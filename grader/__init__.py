"""Release, grade, report: nbval underneath."""
