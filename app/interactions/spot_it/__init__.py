"""Spot it: find the clues in a picture."""
