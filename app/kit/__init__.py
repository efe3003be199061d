"""What every page is built from: colours, letters, pictures, small widgets, a kind's view."""
