"""Compare: which of two pages is made up, and which clue says so."""
