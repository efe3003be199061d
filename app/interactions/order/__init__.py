"""Order: what comes first, what next."""
