"""Earnings calls as RDF: what was said, by whom, about what, and exactly where."""

__version__ = "0.1.0"
