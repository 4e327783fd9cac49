"""What the package promises can be imported from it."""

from __future__ import annotations

import kg


def test_every_name_of_the_surface_is_there() -> None:
    assert [name for name in kg.__all__ if getattr(kg, name, None) is None] == []


def test_every_name_has_a_sentence() -> None:
    assert [name for name in kg.__all__ if name != "__version__" and not getattr(kg, name).__doc__] == []
