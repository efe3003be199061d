"""What every run of the tests needs, with Qt's plugin and without it."""

import pytest

QT_SETTINGS = {
    "qt_api": "which binding the plugin drives",
    "qt_log_level_fail": "the least message of Qt that fails a test",
    "qt_log_ignore": "messages of Qt that mean nothing",
}


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let runs without pytest-qt (the pure tests) read the same settings file."""
    if pluginmanager.has_plugin("pytest-qt"):
        return
    for name, meaning in QT_SETTINGS.items():
        parser.addini(name, meaning, type="linelist" if name == "qt_log_ignore" else None)
