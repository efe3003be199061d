"""What Be SMART is about, in plain frozen values: no Qt, no files, no clock of its own."""
