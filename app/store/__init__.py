"""What is kept on the disk: progress, the school, this kiosk. The only room that knows TinyDB."""
