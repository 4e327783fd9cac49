"""How it is written: a file for each format, all from the same graph or page."""
