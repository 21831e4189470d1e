"""Text made comparable: without case, accents or signs, so that « numerique en communs » finds « Commun[s] »."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_INSIDE_WORDS = re.compile(r"[\[\]()·.]")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
MOST_WORDS = 8


def fold(text: str) -> str:
    """Lower case, ASCII letters and digits, single spaces.

    Signs of inclusive writing and brackets vanish inside their word (`porteur·e·s`, `Commun[s]`); apostrophes part
    words; any other sign is a space.
    """
    text = re.sub(r"[’']", " ", text.casefold().translate(_LIGATURES))
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", _INSIDE_WORDS.sub("", bare)).strip()


def search_words(query: str) -> list[str]:
    """The first words of a search, folded, without the s or x of a plural: each is to be found as a part of a text."""
    words = dict.fromkeys(fold(query).split())
    return [word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in words][:MOST_WORDS]
