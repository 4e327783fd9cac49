"""What becomes of the choice: nodes and edges of a property graph, or the tables and boxes of a page."""
