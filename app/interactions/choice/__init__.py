"""Choice: one of a few options."""
