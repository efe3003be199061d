"""What every run of the tests needs, with Qt's plugin and without it."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is slow now and then: how long an example takes is not what these tests are about.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let runs without pytest-qt (the pure tests) read the same settings file."""
    if pluginmanager.has_plugin("pytest-qt"):
        return
    parser.addini("qt_api", "which binding the plugin drives")
    parser.addini("qt_log_level_fail", "the least message of Qt that fails a test")
    parser.addini("qt_log_ignore", "messages of Qt that mean nothing", type="linelist")
