"""The administrative code: the communes and intercommunalités that an editor can add to the directory by name."""
