"""The pages: one file each, for pupils and for staff."""
