"""One module per layout of a transcript; `kg.transcripts.READERS` says in which order they are asked."""
