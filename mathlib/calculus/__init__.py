"""Part 3: calculus and back-propagation."""
