"""The instruction desk, in Wagtail's admin: list, file, actions. It changes nothing itself: see decisions.py."""
