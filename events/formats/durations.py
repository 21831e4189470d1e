"""How long a session lasts, in words and in the bands of the catalogue's filter. Pure."""

from nec_cms.typography import NO_BREAK

BANDS: dict[str, tuple[str, int, int]] = {
    "moins-d-une-heure": ("Moins d’une heure", 0, 59),
    "une-a-deux-heures": ("D’une à deux heures", 60, 120),
    "demi-journee": ("Une demi-journée", 121, 240),
    "journee": ("Une journée ou plus", 241, 32767),
}
"""Value in the address -> (label, shortest, longest), in minutes, both included: every duration is in one band."""


def duration(minutes: int) -> str:
    """`45 min`, `1 h`, `1 h 30` for 0 minutes or more; its spaces do not break."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest}{NO_BREAK}min"
    return f"{whole}{NO_BREAK}h{NO_BREAK}{rest:02d}" if rest else f"{whole}{NO_BREAK}h"
