"""What the tests of the search share."""

from typing import Any

URL = "/recherche/"


def found(client: Any, query: str, **asked: Any) -> dict[str, list[str]]:
    """Titles by kind, in order."""
    groups = client.get(URL, {"q": query, **asked}).context["groups"]
    return {group["name"]: [each.title for each in group["results"]] for group in groups}
