"""Reading an author's table field by field: every fault is noted, none stops the reading."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.problem import Problem


class Faults:
    """Collects the problems of one file while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, where: str, fault: str) -> None:
        """Note one fault at ``where`` (the place in words)."""
        self.found.append(Problem(self.file, where, fault))


class Fields:
    """One table of a TOML file. Whatever is not asked for by ``close()`` is an unknown key.

    A missing or mistyped field is noted in ``faults`` and answered with an empty value of the right
    type, so that all the faults of a file are found in one reading.
    """

    def __init__(self, table: Mapping[str, object], where: str, faults: Faults) -> None:
        self._table = table
        self._asked: set[str] = set()
        self.where = where
        self.faults = faults

    def fault(self, text: str) -> None:
        """Note a fault of this table."""
        self.faults.add(self.where, text)

    def has(self, key: str) -> bool:
        """Tell whether the author gave this key."""
        return key in self._table

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without ``default`` it must be there and not be empty."""
        value = self._value(key, str, default is None, "a text in quotes")
        if value is None:
            return default or ""
        text = str(value).strip()
        if not text and default is None:
            self.fault(f"'{key}' is empty; write the words that belong there")
        return text

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self._value(key, bool, needed=False, wanted="true or false")
        return default if value is None else bool(value)

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self._value(key, int, default is None, "a whole number")
        return value if isinstance(value, int) else (default or 0)

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return one of the allowed words."""
        text = self.text(key, default)
        if text and text not in allowed and text != default:
            self.fault(f"'{key}' is '{text}'; it must be one of: {', '.join(sorted(allowed))}")
        return text

    def texts(self, key: str, at_least: int = 0) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._value(key, list, at_least > 0, "a list of texts")
        given = value if isinstance(value, list) else []
        texts = tuple(item.strip() for item in given if isinstance(item, str) and item.strip())
        if len(texts) != len(given):
            self.fault(f"'{key}' must hold only texts, none of them empty")
        elif value is not None and len(texts) < at_least:
            self.fault(f"'{key}' needs at least {at_least}")
        return texts

    def numbers(self, key: str, length: int) -> tuple[float, ...]:
        """Return a list of exactly ``length`` numbers, zeros where it is faulty."""
        value = self._value(key, list, needed=True, wanted=f"a list of {length} numbers")
        given = value if isinstance(value, list) else []
        fine = [
            float(item)
            for item in given
            if isinstance(item, int | float) and not isinstance(item, bool)
        ]
        if value is not None and (len(fine) != length or len(given) != length):
            self.fault(f"'{key}' must be a list of {length} numbers")
        return tuple(fine) if len(fine) == length else (0.0,) * length

    def table(self, key: str) -> Fields | None:
        """Return a table inside this one, or None where there is none."""
        value = self._value(key, dict, needed=False, wanted="a table")
        return (
            Fields(value, f"{self.where}, {key}", self.faults) if isinstance(value, dict) else None
        )

    def tables(self, key: str, word: str, at_least: int = 0) -> tuple[Fields, ...]:
        """Return a list of tables; ``word`` names one of them in faults ("option 'b'")."""
        value = self._value(key, list, at_least > 0, "a list of tables")
        given = value if isinstance(value, list) else []
        if value is not None and len(given) < at_least:
            self.fault(f"needs at least {at_least} of '{key}'; it has {len(given)}")
        if not all(isinstance(item, dict) for item in given):
            self.fault(f"'{key}' must hold only tables, like {{ id = \"...\" }}")
        return tuple(
            Fields(item, self._place(word, item, number), self.faults)
            for number, item in enumerate(given, 1)
            if isinstance(item, dict)
        )

    def named(self, key: str, word: str) -> tuple[tuple[str, Fields], ...]:
        """Return the tables of a free table with their names; ``word`` names one in faults."""
        found: list[tuple[str, Fields]] = []
        for name, value in self.mapping(key).items():
            if isinstance(value, dict):
                found.append((name, Fields(value, f"{self.where}, {word} '{name}'", self.faults)))
            else:
                self.fault(f"'{name}' in '{key}' must be a table")
        return tuple(found)

    def mapping(self, key: str) -> Mapping[str, object]:
        """Return a free table (its keys are the author's own names), empty where there is none."""
        value = self._value(key, dict, needed=False, wanted="a table")
        return value if isinstance(value, dict) else {}

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._table:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.fault(f"unknown key '{key}'; take it out or use one of: {known}")

    def _place(self, word: str, table: Mapping[str, object], number: int) -> str:
        name = table.get("id")
        return f"{self.where}, {word} '{name}'" if name else f"{self.where}, {word} {number}"

    def _value(
        self, key: str, wanted_type: type | tuple[type, ...], needed: bool, wanted: str
    ) -> object | None:
        self._asked.add(key)
        value = self._table.get(key)
        if value is None:
            if needed:
                self.fault(f"'{key}' is missing; it must be {wanted}")
            return None
        mistaken_flag = isinstance(value, bool) and wanted_type is not bool
        if not isinstance(value, wanted_type) or mistaken_flag:
            self.fault(f"'{key}' must be {wanted}")
            return None
        return value
