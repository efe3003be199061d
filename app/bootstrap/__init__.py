"""Builds adapters, controllers and window: the only room that knows them all."""
