"""Which measure an observation is of, and under which name."""
