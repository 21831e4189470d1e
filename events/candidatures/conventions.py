"""The convention of a grant, as a PDF set by typst from the file's data."""

import json
from functools import lru_cache
from pathlib import Path

import typst
from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from events.candidatures.french import french_day, french_euros
from events.candidatures.grant_arithmetic import share
from events.candidatures.models import Grant
from events.french_dates import DATE_TO_COME, date_range
from nec_cms.glyphs import uncovered
from nec_cms.typefaces import FONTS

PORTEUR_COPY, TEAM_COPY = "convention-porteur", "convention-programme"
"""`field_id` of the signed copies among a file's attachments."""

TEMPLATE = Path(__file__).parent / "convention" / "convention.typ"


def facts(grant: Grant) -> dict[str, str]:
    """What the template prints. Text only: markup in it prints as it was typed."""
    file = grant.candidature
    start, end = file.event_start, file.event_end
    percent = f"{grant.max_share.normalize():f}".replace(".", ",")
    return {
        "number": file.number,
        "title": file.title,
        "organisation": file.organisation,
        "contact": file.contact_name,
        "territory": file.territory.name if file.territory else "",
        "dates": date_range(start, end if end and start and end > start else None, with_year=True)
        if start
        else DATE_TO_COME,
        "budget": french_euros(grant.budget),
        "asked": french_euros(grant.asked),
        "awarded": french_euros(grant.awarded),
        "share": f"{share(grant.awarded, grant.budget)}".replace(".", ",").removesuffix(",00") + "\u00a0%",
        "max_share": f"{percent}\u00a0%",
        "decided_on": french_day(timezone.localdate(grant.awarded_at)),
        "team": file.team.name,
    }


def printable(text: str) -> str:
    """The text without the signs that no vendored face draws: typst would refuse them in an accessible PDF."""
    missing = set(uncovered(text))
    return "".join("?" if sign in missing else sign for sign in text) if missing else text


@lru_cache(maxsize=32)
def _set(data: str, timestamp: int) -> bytes:
    return typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"data": data},
        timestamp=timestamp,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]),
        pdf_standards=["ua-1"],
    )


def pdf(grant: Grant) -> bytes:
    """The convention. The same file and grant give the same bytes."""
    texts = {name: printable(text) for name, text in facts(grant).items()}
    data = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return _set(data, int(grant.awarded_at.timestamp()))


def response(grant: Grant) -> HttpResponse:
    """The PDF as a download that nothing keeps. The caller checks who asks."""
    name = f"convention-{slugify(grant.candidature.number)}.pdf"
    answer = HttpResponse(pdf(grant), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
