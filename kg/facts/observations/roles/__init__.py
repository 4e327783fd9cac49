"""What a figure says of its measure: the value, a change of it, what it was before."""
