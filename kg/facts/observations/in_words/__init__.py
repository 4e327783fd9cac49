"""Observations without a figure: what moved, which way, and what that means."""
