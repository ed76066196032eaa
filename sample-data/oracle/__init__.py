"""The figures that the sample data must give, worked out from what was invented, never from the files."""
