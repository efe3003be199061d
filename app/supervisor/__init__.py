"""Starts, watches and restarts the kiosk, as a process of its own with the standard library only.

The kiosk beats on its standard output once a second. Its process is started again when it dies or
falls silent, with growing pauses, for ever. It ends by itself when the supervisor is gone.
"""
