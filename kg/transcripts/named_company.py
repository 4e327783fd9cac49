"""Whose call it is, from the words with which it begins."""

from __future__ import annotations

import re
from collections import Counter

from kg.legal_forms import is_form, without_form

_CUES = (
    r"\bwelcome(?:d)?,?(?: (?:you|all|everyone|everybody|back))*,? to\b",
    r"\bjoin(?:ed|ing)?(?: us)?(?: (?:today|tonight|(?:this|on today's|on this) \w+|on))*,?"
    r" (?:for|to discuss|to review|on)\b",
    r"\b(?:standing by|thank you)(?: and welcome)? (?:for|to)\b(?! (?:joining|participating|standing|your))",
    r"\b(?:joining|participating in)\b(?! (?:us|me|you)\b)",
    r"\bwelcome(?=,? [A-Z])",
    r"\b(?:call|webcast|webinar) (?:for|of)\b",
    r"\b[Ii]nvestor [Rr]elations,? (?:for|at|with|of)\b",
    r"\b(?:CEO|CFO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hair(?:man|woman|person)?) of\b(?! the\b)",
    r"\bresults (?:for|of)\b(?! the\b)",
    r"\binterest in\b",
)
"""What stands before the company's name, the surer first."""

_POST = (
    r"['’]s? (?:[A-Z][a-z]+ ){0,2}(?:CEO|CFO|COO|Chair(?:man|woman|person)?|President|Chief|[Cc]hair(?:man|woman)|"
    r"president|chief executive|chief financial)\b"
)
_NAMED = r"[A-Z][\w&.\-]*(?: (?:& )?[A-Z][\w&.\-]*){0,3}"
_BESIDE = re.compile(
    rf"\b(?!This|Today|That|It|What|Here|Let|There)(?P<whose>{_NAMED}){_POST}"
    rf"|\b[Pp]resident (?:of|at) (?P<at>{_NAMED}) Investor Relations"
    rf"|\bThe (?P<called>{_NAMED})(?: [Ee]arnings)? [Cc]onference [Cc]all\b"
)
"""Where no cue is found: "Acme's Chief Executive Officer", "Vice President of Acme Investor Relations"."""

_NOBODY = frozenset({"company", "compan", "firm", "group", "corporation", "bank", "partnership", "trust"})
_SITE = re.compile(
    r"\b(?:www\.|ir\.|investors?\.)?(?P<name>[A-Za-z0-9]{2,20})\.(?:com|net|org|eu|de|fr|nl|co|se|ch|jp|in)\b"
)

_NUMBER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|one|two|three|four|nine|six|[1-4])"
_ENDS = r"(?:['’]s?)?[.?]?(?=[\s,;:()–—]|$)"
_WHEN = re.compile(
    rf"(?:Q[1-4]|[1-4]Q\d*|H[12]|FY\d*|20\d\d|['’]?\d\d"
    rf"|{_NUMBER}(?=[- ](?:fiscal[- ])?(?:quarter|half|months?)\b)"
    r"|(?:(?<=quarter )|(?<=quarter-)|(?<=quarter, ))(?:one|two|three|four|[1-4])"
    rf"|{_NUMBER}-(?:fiscal-)?quarter(?:-and-full-year)?|quarter(?:ly)?|half|months?|fiscal|fiscal-year|full|full-year|year|"
    r"year-end|annual|ended|ending|(?:January|February|March|April|May|June|July|August|September|October|November|"
    rf"December)(?= (?:quarter|half|\d))){_ENDS}",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:earnings?|results?|conference|call|teleconference|webcast|webinar|presentation|review|discussion|update|"
    r"operating|investor|analysts?|media|reports?|announces?|entitled|titled"
    r"|(?:financial|business)(?= (?:results?|conference|call|earnings?|update|and|performance))"
    r"|merger|hosted|to|for|of|and|&|the|this|that|our|your|a|today|tonight|(?:morning|afternoon|evening)|"
    rf"corporate|release|live|discuss|on|at|group(?= (?:conference|call)\b)|hosting){_ENDS}",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s,;:()–—]+|[,;:()–—]")
_ABBREVIATED = re.compile(r".\.|(?:[A-Z]\.){2,}|\S*s\.a\.")
_GOES_ON = re.compile(r" of | International\b")
_INNER = {"of", "and", "&", "the", "for", "de", "in"}
_LONGEST, _FARTHEST = 7, 30


def company_in(opening: str, text: str = "") -> str | None:
    """The company whose call it is, without its legal form; None where no cue names one.

    `text` tells whether a name ends in 's: it does where the call never says it without.

    >>> company_in("Welcome to the Q3 2020 Acme & Sons, Inc. Earnings Call."), company_in("Welcome to today's call.")
    ('Acme & Sons', None)
    >>> company_in("Welcome to the second quarter earnings conference call for First Harbour Corporation. With me")
    'First Harbour'
    >>> company_in("Welcome to the Acme Power and Acme Power Partners second quarter call.")
    'Acme Power'
    """
    for cue in _CUES:
        for match in re.finditer(cue, opening, re.IGNORECASE):
            if (name := _name(opening, match.end())) and name.casefold().rstrip("'’s") not in _NOBODY:
                return _first_of_house(_plain(name, text or opening))
    beside = _BESIDE.search(opening)
    return without_form(beside["whose"] or beside["at"] or beside["called"]) if beside else None


def company_of_site(text: str) -> str | None:
    """The company that a call names as the address of its website does.

    >>> company_of_site("Slides are at ir.mcacme.com. At McAcme, we sold more.")
    'McAcme'
    """
    for match in _SITE.finditer(text):
        forms: Counter[str] = Counter(re.findall(rf"\b{re.escape(match['name'])}\b(?!\.\w)", text, re.IGNORECASE))
        named = [form for form in forms if not form.islower()]
        if named:
            return max(named, key=lambda form: (forms[form], form))
    return None


def _name(text: str, start: int) -> str | None:
    """The name that follows: capitalised words, after what tells the occasion and the period."""
    words: list[str] = []
    inner: list[str] = []
    for count, match in enumerate(_TOKEN.finditer(text, start)):
        token = match[0]
        if count > _FARTHEST or len(words) >= _LONGEST:
            break
        ends = token[-1] in ".?!" and not is_form(token) and not _ABBREVIATED.fullmatch(token)
        if not words:
            initials = re.match(r"(?:[A-Z]\.\s?){2,}", text[match.start() :]) is not None
            if token in ",()–—" or (_skipped(text, match) and not initials):
                if ends:
                    return None
                continue
            if not (token[0].isupper() or token[0].isdigit()):
                return None
        elif token == "," and is_form(text[match.end() :].lstrip().partition(" ")[0].rstrip(",")):
            continue
        elif token.casefold() in _INNER and not inner:
            inner = [token]
            continue
        elif not (token[0].isupper() or token[0].isdigit()) or _skipped(text, match):
            break
        words += [*inner, token.rstrip("?!") if not ends else token.rstrip(".?!")]
        inner = []
        if ends or (is_form(token) and not _GOES_ON.match(text, match.end())) or token[-1] in "'’":
            break
    return " ".join(words) if any(c.isalpha() for word in words for c in word) else None


def _skipped(text: str, match: re.Match[str]) -> bool:
    """Whether a word tells the occasion or the period, and so is no part of a name."""
    return any(pattern.match(text, match.start()) is not None for pattern in (_WHEN, _TALK))


def _first_of_house(name: str) -> str:
    """The parent where a call is that of a company together with one that bears its name."""
    first, _, second = name.partition(" and ")
    return first if second.startswith(f"{first} ") else name


def _plain(name: str, text: str) -> str:
    """A name without its legal form, and without the 's of "Acme's call"; "Bilby's" stays where it is the name."""
    last = name.rsplit(" ", 1)[-1]
    if last.endswith("s") and (is_form(last[:-1]) or last in ("Companys", "Groups") or last[:-1].isupper()):
        name = name[:-1]  # "Lumen Corporations third quarter", as some vendors drop the apostrophe
    bare = re.sub(r"['’]s?$", "", name)
    name = without_form(bare) if without_form(bare) != bare else name  # "Lumen Corporation's third quarter"
    found = re.search(r"['’]s$", name)
    if found is None:
        return name.rstrip("'’")
    bare = name[: found.start()]
    owned = re.search(rf"\b{re.escape(bare)}\b(?!['’]s)", text)
    called = re.search(rf"\b{re.escape(name)}(?:[,.;]| (?:is|was|has|had|will|and|in|for|to|by|at|on)\b)", text)
    return bare if owned or not called else name
