"""Whom an observation is about: the company, a unit, a product."""
