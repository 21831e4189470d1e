"""Open data: `/donnees/` lists and serves what plugins bring through the hook `register_dataset`."""
