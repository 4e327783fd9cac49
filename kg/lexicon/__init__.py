"""Names that are known before a call is read: SKOS lexicons in Turtle become plain look-up tables.

A general lexicon (brokers, exchanges, places, currencies, organisations) applies to every call; what a file says of
a company's units, products and people applies to that company's calls only.
"""

from kg.lexicon.model import CompanyLexicon, Lexicon
from kg.lexicon.skos import load

__all__ = ["CompanyLexicon", "Lexicon", "load"]
