"""A content page of the demo, as it is written: plain spaces are typed, French ones are stored."""

from dataclasses import dataclass
from typing import Any

from nec_cms.typography import french_spaces


@dataclass(frozen=True)
class DemoPage:
    slug: str
    title: str
    introduction: str
    body: tuple[tuple[str, Any], ...]

    def fields(self) -> dict[str, Any]:
        return {
            "title": french_spaces(self.title),
            "introduction": french_spaces(self.introduction),
            "body": list(self.body),
        }
