"""When a figure holds, and against which time it is compared."""
