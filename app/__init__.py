"""Be SMART: primary pupils live through the five SMART rules for being online."""

__version__ = "0.1.0"
