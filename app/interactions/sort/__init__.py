"""Sort: cards into two or three baskets."""
