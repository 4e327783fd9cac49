"""Values said in a call: money, percent, points, counts, ranges, periods; each with a parser and its inverse."""
