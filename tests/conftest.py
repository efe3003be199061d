"""What every run of the tests needs, with Qt's plugin and without it."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let runs without pytest-qt (the pure tests) read the same settings file."""
    if pluginmanager.has_plugin("pytest-qt"):
        return
    parser.addini("qt_api", "which binding the plugin drives")
    parser.addini("qt_log_level_fail", "the least message of Qt that fails a test")
    parser.addini("qt_log_ignore", "messages of Qt that mean nothing", type="linelist")
