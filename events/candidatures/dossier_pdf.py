"""A filed candidature as a PDF set by typst: its number, its tiers, every answer. The caller checks who asks."""

import json
from typing import Any

import typst
from django.http import HttpResponse
from django.utils.text import slugify

from events.candidatures import snapshot
from events.candidatures.conventions import TEMPLATE, printable
from events.candidatures.eligibility import Eligibility
from events.candidatures.models import Candidature
from events.candidatures.moments import french_moment
from events.kits.typesetting import FONTS

DOSSIER = TEMPLATE.with_name("dossier.typ")


def facts(file: Candidature) -> dict[str, Any]:
    """What the template prints. Text only: markup in it prints as it was typed."""
    return {
        "number": file.number,
        "title": printable(file.title or file.number),
        "filed_at": french_moment(file.filed_at),
        "tiers": [
            {
                "label": tier.label,
                "state": "critères réunis" if tier.met else "critères à réunir",
                "reasons": tier.reasons,
            }
            for tier in Eligibility.from_json(file.eligibility).tiers
        ],
        "steps": [
            {
                "title": printable(step.title),
                "answers": [
                    {"label": printable(answer.label), "lines": [printable(line) for line in answer.lines]}
                    for answer in step.answers
                ],
            }
            for step in snapshot.read(file.form_snapshot, file.form_data)
        ],
    }


def pdf(file: Candidature) -> bytes:
    """The document. The same file gives the same bytes."""
    return typst.compile(
        DOSSIER,
        format="pdf",
        sys_inputs={"data": json.dumps(facts(file), ensure_ascii=False, sort_keys=True)},
        timestamp=int(file.filed_at.timestamp()),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]),
        pdf_standards=["ua-1"],
    )


def response(file: Candidature) -> HttpResponse:
    """The PDF as a download that nothing keeps."""
    answer = HttpResponse(pdf(file), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="candidature-{slugify(file.number)}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
