"""What makes the HTML, and the rules that its notebooks keep."""
