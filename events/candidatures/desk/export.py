"""Exports of the list, and of one file: streamed, never kept, for the teams' own files alone."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone

from events.candidatures import archive
from events.candidatures.desk import columns
from events.candidatures.desk.batch import DeskView
from events.candidatures.desk.filters import FilterForm
from events.candidatures.desk.listing import RELATED
from events.candidatures.desk.presentation import Row
from events.candidatures.desk.views import FileView
from events.candidatures.models import Candidature
from events.candidatures.spreadsheets import FORMATS

EVERY_ANSWER = "toutes"
"""Value of `reponses` that adds a column for each question these files answered, past forms included."""


class ExportView(DeskView):
    """The files of a list's address as a table, with its columns."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> StreamingHttpResponse:
        name = request.GET.get("format", "csv")
        if name not in FORMATS:
            raise Http404
        base = Candidature.objects.instructed_by(request.user)
        filters = FilterForm(request.GET, base, request.user)
        files = filters.narrow(base)
        keys = request.GET.getlist("colonnes")
        questions = filters.questions
        if request.GET.get("reponses") == EVERY_ANSWER:
            questions = columns.all_questions(files)
            keys = [*(keys or columns.FACTS), *questions]
        chosen = columns.chosen(keys, questions, default=columns.FACTS)
        writer, content_type = FORMATS[name]
        pieces = writer([column.label for column in chosen], rows(files, chosen))
        day = timezone.localdate()
        return streamed(pieces, content_type, f"candidatures-{day:%Y-%m-%d}.{name}")


def rows(files: Any, chosen: list[columns.Column]) -> Iterator[list[columns.Value]]:
    """One list of values for each file, read in slices."""
    today = timezone.localdate()
    for file in files.select_related(*RELATED).iterator(chunk_size=500):
        row = Row(file, today)
        yield [column.read(row) for column in chosen]


class ArchiveView(FileView):
    """One file with its attachments."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> StreamingHttpResponse:
        return streamed(archive.pieces(self.file), "application/zip", archive.name_of(self.file))


def streamed(pieces: Iterator[bytes], content_type: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
