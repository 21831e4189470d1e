"""Text made comparable: without case, accents or signs, so that « numerique en communs » finds « Commun[s] »."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_INSIDE_WORDS = re.compile(r"[\[\]()·.]")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
INCLUSIVE = re.compile(r"(\w{2,})[·\[(]\w+")
SMALL_WORDS = frozenset(("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une"))
MOST_WORDS = 8


def _fold(text: str) -> str:
    text = re.sub(r"[’']", " ", text.casefold().translate(_LIGATURES))
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", _INSIDE_WORDS.sub("", bare))


# What each sign of French becomes, so that a text of nothing else is folded at one stroke: lists fold thousands.
_SIGNS = {code: _fold(chr(code)) for code in (*range(0x250), *range(0x2000, 0x2070))}


def fold(text: str) -> str:
    """Lower case, ASCII letters and digits, single spaces.

    Signs of inclusive writing and brackets vanish inside their word (`porteur·e·s`, `Commun[s]`); apostrophes part
    words; any other sign is a space.
    """
    plain = text.casefold().translate(_SIGNS)
    return " ".join(plain.split()) if plain.isascii() else _fold(text).strip()


def search_words(query: str) -> list[str]:
    """The first words of a search, folded, without the s or x of a plural: each is to be found as a part of a text."""
    words = dict.fromkeys(fold(query).split())
    return [_singular(word) for word in words][:MOST_WORDS]


def index_text(text: str) -> str:
    """What a search index holds of a text: its folded words, singular; `porteur·e·s` is there as `porteur` too."""
    plain = " ".join(found[1] for found in INCLUSIVE.finditer(text))
    return " ".join(_singular(word) for word in fold(f"{text} {plain}").split())


def query_text(query: str) -> str:
    """What is asked of a search index: the words as `index_text` has them, without the small ones that say nothing."""
    words = fold(query).split()
    telling = [word for word in words if word not in SMALL_WORDS] or words
    return " ".join(dict.fromkeys(_singular(word) for word in telling[:MOST_WORDS]))


def forms(word: str) -> frozenset[str]:
    """The folded words whose singular is `word`, as a title may have them."""
    return frozenset(form for form in (word, f"{word}s", f"{word}x") if _singular(form) == word)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
