"""Incoming feeds: fetched without trust, parsed apart, stored, moderated."""
