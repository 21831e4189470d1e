"""Text before it is set: cleaned, cut where a line may break, and checked against the fonts."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import zip_longest

NBSP = "\u00a0"
NARROW = "\u202f"

# Words that never end a line: they go with the next one.
_LEANING = frozenset(
    ("à", "au", "aux", "de", "des", "du", "en", "et", "la", "le", "les", "n°", "ou", "par", "sur", "un", "une")
)
# Invisible characters that change how neighbours join or which way they read are kept.
_JOINERS = {"\u200c", "\u200d", "\u200e", "\u200f", "\ufe0e", "\ufe0f"}
MOST_PIECES = 40
_PREFIX = re.compile(r"^(NEC|Numérique en Commun\[s\])[\s\u00a0:–-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays whole on a line; `glue` is what stands before it when it does not begin the line."""

    text: str
    glue: str


def clean(text: str) -> str:
    """One line of composed characters: no control character, no doubled space, no space at either end.

    Non-breaking spaces stay, for a date or a unit that must not be split.
    """
    kept = "".join(
        " " if character.isspace() and character not in (NBSP, NARROW) else character
        for character in unicodedata.normalize("NFC", text)
        if character in _JOINERS
        or character.isspace()
        or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return re.sub(r" +", " ", kept).strip(f" {NBSP}{NARROW}")


def place_name(title: str) -> str:
    """What stands between the brackets: the title of the event without « NEC » before it."""
    title = clean(title)
    return clean(_PREFIX.sub("", title)) or title


def pieces(name: str) -> tuple[Piece, ...]:
    """The name cut where a line may break: at spaces, and after a hyphen between two letters or figures.

    An article or a preposition goes with the word that follows it; a short last word with the one before.
    """
    words: list[str] = []
    for word in clean(name).split(" "):
        if words and (words[-1].split(NBSP)[-1].lower() in _LEANING or word in {"?", "!", ":", ";", "»", "–", "-"}):
            words[-1] = f"{words[-1]}{NBSP}{word}"
        else:
            words.append(word)
    if len(words) > 2 and len(words[-1]) <= 4:
        words[-2:] = [f"{words[-2]}{NBSP}{words[-1]}"]
    cut = [
        Piece(part, "" if index else " ")
        for word in words
        for index, part in enumerate(re.split(r"(?<=\w-)(?=\w)", word))
    ]
    # The engine compares every way to break a name: past this many pieces, neighbours go together.
    while len(cut) > MOST_PIECES:
        pairs = zip_longest(cut[::2], cut[1::2])
        cut = [Piece(f"{one.text}{two.glue}{two.text}", one.glue) if two else one for one, two in pairs]
    return tuple(cut)


def slug(name: str) -> str:
    """The name in file names: small ASCII letters, figures and hyphens, at most 40."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "evenement"
