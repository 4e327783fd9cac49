"""Where everything stands: positions without a font, a force or a clock, so that they come out the same anywhere."""
