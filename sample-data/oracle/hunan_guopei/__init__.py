"""What the exports of the blended programme must give, worked out from what was invented."""
