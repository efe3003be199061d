"""Practice Tell: how the Tell button goes, for a made-up child; nothing is kept or sent."""
