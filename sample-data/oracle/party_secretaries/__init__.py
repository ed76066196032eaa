"""What the exports of the party secretaries' class must give, worked out from what was invented."""
