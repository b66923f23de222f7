"""How a comparison is shown, one file for each format."""
