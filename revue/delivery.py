"""Handing an issue's files to readers: made by the worker, never in the request."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import http_date, quote_etag

TYPES = {"epub": "application/epub+zip", "pdf": "application/pdf"}


def offered(issue: Any) -> list[dict[str, Any]]:
    """The files that an issue's page offers: ``{name, url, format, size}``, the printed version instead of our PDF."""
    made = {each.format: each for each in issue.files.exclude(file="")} if issue.pk else {}
    found = []
    if issue.printed_pdf:
        size = issue.printed_pdf.get_file_size()
        found.append({"name": "La version imprimée", "url": issue.printed_pdf.url, "format": "PDF", "size": size})
    elif pdf := made.get("pdf"):
        found.append({"name": "Le numéro à imprimer", "url": f"{issue.url}numero.pdf", "format": "PDF"})
        found[-1]["size"] = pdf.size
    if epub := made.get("epub"):
        found.append({"name": "Le numéro sur liseuse", "url": f"{issue.url}numero.epub", "format": "EPUB"})
        found[-1]["size"] = epub.size
    return found


def respond(request: HttpRequest, issue: Any, kind: str) -> HttpResponse:
    """The file of a public issue; 404 while the worker has not made it yet."""
    if kind == "pdf" and issue.printed_pdf:
        return HttpResponseRedirect(issue.printed_pdf.url)
    made = issue.files.filter(format=kind).exclude(file="").first()
    if made is None:
        raise Http404
    tag = quote_etag(made.fingerprint)
    if request.headers.get("If-None-Match") == tag:
        response: HttpResponse = HttpResponse(status=304)
    else:
        name = f"{issue.slug}.{kind}"
        response = FileResponse(made.file.open(), content_type=TYPES[kind], filename=name, as_attachment=kind == "epub")
    response.headers["ETag"] = tag
    response.headers["Last-Modified"] = http_date(made.built_at.timestamp())
    return response
