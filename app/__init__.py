"""Be SMART: pupils live through the SMART rules and can always tell a grown-up."""

__version__ = "0.1.0"
