"""Modèle: a section of the NEC site."""
