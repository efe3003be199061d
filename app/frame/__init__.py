"""The window around the pages: navigation, the bar, idle reset and kiosk keys."""
