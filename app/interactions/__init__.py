"""The kinds of activity: one folder each, found by its ``model.py``; nobody lists them."""
