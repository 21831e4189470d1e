"""What no font can print is refused where it is typed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from events.models import EventPage

pytestmark = pytest.mark.django_db
SESSION = {"start": None, "end": None, "title": "Ouverture", "speakers": "漢 Exemple", "room": "", "text": ""}


def test_characters_that_no_font_covers_are_refused_at_their_field():
    event = EventPage(title="NEC 漢字", slug="nec", start_date=date(2026, 10, 3), venue="Arsenal ꙮ", city="Metz")
    event.programme = [("day", {"date": date(2026, 10, 3), "sessions": [SESSION]})]
    with pytest.raises(ValidationError) as refused:
        event.clean()
    told = "Ces caractères ne peuvent pas être imprimés sur l’affiche\u00a0: "
    assert refused.value.message_dict == {
        "title": [f"{told}漢 字"],
        "venue": [f"{told}ꙮ"],
        "programme": [f"{told}漢"],
    }


def test_french_arabic_hebrew_and_emoji_are_accepted():
    event = EventPage(title="NEC Œuvres שלום مرحبا 🎉", slug="nec", start_date=date(2026, 10, 3))
    event.clean()
    assert event.title == "NEC Œuvres שלום مرحبا 🎉"
