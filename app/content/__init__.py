"""Lessons, quizzes and rule cards: read from TOML, and checked before a child meets them."""
