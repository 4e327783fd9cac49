"""What is drawn: the facts of a call as plain records, and the choice of those there is room for."""
