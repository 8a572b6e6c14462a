"""Records of what was done, totals and series over them."""
