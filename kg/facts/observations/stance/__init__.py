"""How an observation was said: reported, guided, aimed at, supposed, or told of somebody else."""
