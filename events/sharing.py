"""Links that hand an event on: plain addresses that the reader opens, with nothing that follows them. Pure."""

from urllib.parse import quote, urlencode

Links = list[tuple[str, str]]


def share_links(title: str, facts: str, url: str) -> Links:
    """(name, address) of the ways to hand on a page: they say its title, its date and place, and its address."""
    text = f"{title}, {facts}" if facts else title
    letter = f"{text}\n{url}"
    return [
        ("Courriel", f"mailto:?subject={quote(title)}&body={quote(letter)}"),
        ("Mastodon", f"https://mastodon.social/share?{urlencode({'text': f'{text} {url}'})}"),
        ("Bluesky", f"https://bsky.app/intent/compose?{urlencode({'text': f'{text} {url}'})}"),
        ("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?{urlencode({'url': url})}"),
    ]
