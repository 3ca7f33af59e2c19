"""The student's side: a jail, and the process in it that answers."""
