"""A chat backend under load, with clients that vanish, and over a long time; only ratios in one run mean anything."""
