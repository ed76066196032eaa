"""The figures of the county's summer training, worked out from what was invented, never from the files."""
