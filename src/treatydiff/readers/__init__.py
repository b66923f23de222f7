"""How documents are read, one file for each format: `read(data, origin)`."""
