"""The invented programme: its world, its nightly exports, and the figures that must come out of them."""
