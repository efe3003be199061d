"""What staff bring in and prove themselves by: class lists, pupil ids, the PIN."""
