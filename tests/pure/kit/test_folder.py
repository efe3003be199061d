"""What ships is found in both of its places: inside an installed package, beside a checkout's."""

from __future__ import annotations

from pathlib import Path

from app.kit.folder import assets, shipped

ROOT = Path(__file__).parents[3]


def test_an_installed_package_holds_what_ships(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "app"
    (package / "shipped").mkdir(parents=True)
    assert shipped(package) == package / "shipped"


def test_in_a_checkout_it_stands_beside_the_code(tmp_path: Path) -> None:
    package = tmp_path / "checkout" / "app"
    package.mkdir(parents=True)
    assert shipped(package) == tmp_path / "checkout"


def test_this_checkout_is_found_with_all_three_folders() -> None:
    assert shipped() == ROOT
    assert assets() == ROOT / "assets"
    assert all((shipped() / name).is_dir() for name in ("lessons", "quizzes", "assets"))
