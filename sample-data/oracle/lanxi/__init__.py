"""The figures of the county's school-based training, worked out from what was invented, never from the files."""
