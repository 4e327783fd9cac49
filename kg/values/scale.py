"""Numbers with their scale: "1.76b", "24.7 billion", "6,000 crores", "forty-six million", and back."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

NAMED = ((12, "trillion"), (9, "billion"), (6, "million"))
"""The scales that we write ourselves."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and how finely it was said: `decimals` as in XBRL, None where words leave it open."""

    amount: Decimal
    decimals: int | None

    @property
    def hundredth(self) -> Number:
        """The same number of hundredths: cents, basis points."""
        return Number(self.amount.scaleb(-2), None if self.decimals is None else self.decimals + 2)


@cache
def _words(name: str) -> dict[str, int]:
    table: dict[str, dict[str, int]] = tomllib.loads((files("kg.values") / "numerals.toml").read_text(encoding="utf-8"))
    return table[name]


def _any_of(*names: str) -> str:
    words = sorted((w for name in names for w in _words(name)), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(words) + ")"


DIGITS = r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!,?\d)|\d+(?:\.\d+)?|\.\d+)"
SCALE_WORD = rf"(?:(?i:{_any_of('scales')})\b)"
SCALE_LETTERS = rf"(?:(?i:{_any_of('letters')})\b)"
_ONE_WORD = rf"(?i:{_any_of('units', 'tens')})\b"
_COUPLE = (
    rf"\b(?i:couple(?:\s+of)?)(?:(?:\s+{SCALE_WORD})+"
    r"|(?=\s*%|\s+(?i:percent\b|percentage\s+points?|points?\b|basis\s+points?|bps\b)))"
)
_HALF_A = r"\b(?i:half(?:\s+an?)?)(?=[\s-]+(?i:percent|percentage|point|basis))"
_A_POINT = r"(?<!\d\s)\ba(?:\s+(?i:full|whole))?(?=[\s-]+(?i:percentage[\s-]+)?(?i:point)\b)"
_AN = rf"\b(?i:half\s+)?(?i:an?)\s+{SCALE_WORD}"
_AND_A_HALF = rf"[\s-]+and[\s-]+a[\s-]+half\b(?:\s+{SCALE_WORD})*"
_COUNTED = rf"\b{_ONE_WORD}(?:{_AND_A_HALF}|(?:(?:[\s-]+|\s+(?i:and)\s+)(?:{_ONE_WORD}|{SCALE_WORD}))*)"
_BEGINS = r"(?=[AaCcEeFfHhNnOoSsTtZz])"
"""A look ahead at the first letter, for there is a number in few words."""
NUMBER_WORDS = rf"(?:{_BEGINS}(?:{_COUNTED}|{_HALF_A}|{_A_POINT}|{_AN}|{_COUPLE}))"
_SAID_AS = {"a": "one", "an": "one", "couple": "two"}
_SCALED = re.compile(rf"({DIGITS})((?:[\s-]{{0,3}}{SCALE_WORD})*|\s?{SCALE_LETTERS})")


def parse_number(text: str) -> Number | None:
    """The number that a text as a whole is; None where it is something else.

    >>> parse_number("24.7 billion")
    Number(amount=Decimal('24700000000'), decimals=-8)
    >>> parse_number("1,13,000 crores").amount, parse_number("forty-six million").amount, parse_number("a dozen")
    (Decimal('1130000000000'), Decimal('46000000'), None)
    """
    text = text.strip()
    match = _SCALED.fullmatch(text)
    if match is None:
        return _parse_words(text)
    digits = match[1].replace(",", "")
    power = sum(scale_power(word) for word in re.findall(r"[A-Za-z]+", match[2]))
    places = len(digits.partition(".")[2])
    return Number(_plain(Decimal(digits).scaleb(power)), places - power)


def scale_power(word: str) -> int:
    """The power of ten that a scale stands for, 0 where it stands for none.

    >>> scale_power("bn"), scale_power("Crores"), scale_power("")
    (9, 7, 0)
    """
    word = word.strip(" -").lower()
    return _words("scales").get(word) or _words("letters").get(word, 0)


def format_number(amount: Decimal) -> str:
    """A number with the largest named scale that leaves few digits; `parse_number` reads it back exactly.

    >>> format_number(Decimal("24700000000")), format_number(Decimal("2300")), format_number(Decimal("0.6"))
    ('24.7 billion', '2,300', '0.6')
    """
    amount = _plain(amount)
    for power, name in NAMED:
        scaled = _plain(amount.scaleb(-power))
        if abs(scaled) >= 1 and _places(scaled) <= 4:
            return f"{scaled:,f} {name}"
    return f"{amount:,f}"


def _parse_words(text: str) -> Number | None:
    words = [w for w in re.split(r"[\s-]+", text.lower()) if w and w not in {"and", "of"}]
    if not words or words == ["a"] or words == ["an"]:
        return None
    if words[0] == "half":
        return _times(Decimal("0.5"), [w for w in words[1:] if w not in {"a", "an"}])
    if "half" in words:
        whole = _read_words(words[: words.index("a")])
        return None if whole is None else _times(whole + Decimal("0.5"), words[words.index("half") + 1 :])
    amount = _read_words([_SAID_AS.get(w, w) for w in words])
    if amount is None:
        return None
    return Number(_plain(amount), None if words[0] == "couple" else -scale_power(words[-1]))


def _times(amount: Decimal, scales: list[str]) -> Number | None:
    """A number in halves with the scales behind it: said too roughly to have a rounding."""
    if any(word not in _words("scales") for word in scales):
        return None
    return Number(_plain(amount.scaleb(sum(scale_power(word) for word in scales))), None)


def _read_words(words: list[str]) -> Decimal | None:
    """The usual way of counting: hundreds multiply what stands before them, larger scales close a group."""
    total, group = 0, 0
    for word in words:
        plain = _words("units").get(word, _words("tens").get(word))
        if plain is not None:
            group += plain
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _words("scales"):
            total, group = total + max(group, 1) * 10 ** _words("scales")[word], 0
        else:
            return None
    return Decimal(total + group)


def _places(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _plain(amount: Decimal) -> Decimal:
    """Without trailing zeros behind the point and without an exponent."""
    whole = amount.to_integral_value()
    return whole.quantize(Decimal(1)) if amount == whole else amount.normalize()
