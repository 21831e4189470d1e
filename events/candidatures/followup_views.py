"""The porteur's pages that follow a filing: complement, messages, grant. Only for one's own files."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from events.candidatures import complements, conventions, exchanges, grants
from events.candidatures.complement_form import CommentForm, reopened, sections
from events.candidatures.errors import Refused
from events.candidatures.followup_forms import MessageForm, ReportForm, SignedForm
from events.candidatures.french import french_day
from events.candidatures.ledger import ledger
from events.candidatures.models import Candidature, Report
from events.candidatures.moments import french_moment
from events.candidatures.space_views import private
from events.candidatures.states import GrantState
from events.candidatures.uploads import nice_size

BOTH = ["GET", "HEAD", "POST"]


def own_file(request: HttpRequest, pk: int, *, reading: bool = False) -> Candidature:
    """A file in which the person may answer; with `reading`, and without a post, one that he or she may only read."""
    files = Candidature.objects.of_porteur(request.user)
    if reading and request.method != "POST":
        files = Candidature.objects.seen_by(request.user)
    return get_object_or_404(files.select_related("team", "event", "page"), pk=pk)


def may_answer(request: HttpRequest, file: Candidature) -> bool:
    """False for somebody with whom the file was shared to be read: no form is shown."""
    return Candidature.objects.of_porteur(request.user).filter(pk=file.pk).exists()


def sent(request: HttpRequest) -> tuple[Any, Any]:
    """What a form takes: the data and files of a post, even an empty one; nothing of another method."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def show(request: HttpRequest, template: str, file: Candidature, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, f"candidatures/space/{template}.html", {"candidature": file, **context}, status=status)


def back(name: str, file: Candidature) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"candidatures:{name}", args=[file.pk]), status=303)


@private
@require_http_methods(BOTH)
def complement(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions that the team reopened, and those alone."""
    file = own_file(request, pk)
    waiting = complements.open_complement(file)
    if waiting is None:
        return show(request, "complement_closed", file, status=409 if request.method == "POST" else 200)
    waiting.candidature = file
    data, files = sent(request)
    form = reopened(waiting, data, files)
    comment = CommentForm(data, wanted=form is None)
    problem = ""
    if data is not None:
        valid = [each.is_valid() for each in (form, comment) if each is not None]
        if all(valid):
            stored: list[Any] = []
            try:
                complements.answer(waiting, form, request.user, comment.cleaned_data["comment"], stored)
                return back("candidature", file)
            except Refused as refusal:
                return show(request, "complement_closed", file, status=409, message=str(refusal))
            except Exception:
                for each in stored:  # the rows were rolled back; their files must not stay behind
                    each.storage.delete(each.name)
                raise
        if form is not None:
            form.keep_files()
        problem = "Corrigez ces réponses, puis envoyez de nouveau."
    context = {
        "form": form,
        "sections": sections(form),
        "comment": comment,
        "due_on": french_day(waiting.due_on),
        "complement": waiting,
    }
    return show(request, "complement", file, status=422 if problem else 200, problem=problem, **context)


@private
@require_http_methods(BOTH)
def messages(request: HttpRequest, pk: int) -> HttpResponse:
    """What was written between the team and the porteur, and a form to answer."""
    file = own_file(request, pk, reading=True)
    form = MessageForm(*sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            exchanges.send(file, request.user, form.cleaned_data["body"], form.cleaned_data["files"])
            return back("messages", file)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return show(
        request,
        "messages",
        file,
        422 if form.errors else 200,
        form=form,
        thread=thread(file),
        may_answer=may_answer(request, file),
    )


def thread(file: Candidature) -> list[dict[str, Any]]:
    """The messages of a file with their attachments, the oldest first. Two queries."""
    attached: dict[str, list[Any]] = {}
    for attachment in file.attachments.filter(field_id__startswith="message-"):
        attached.setdefault(attachment.field_id, []).append({"file": attachment, "size": nice_size(attachment.size)})
    return [
        {"message": message, "when": french_moment(message.at), "attachments": attached.get(message.field_id, [])}
        for message in file.messages.select_related("author")
    ]


@private
@require_http_methods(BOTH)
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    """The grant of one's own file: amounts, convention to sign, reports to send."""
    file = own_file(request, pk, reading=True)
    its_grant = getattr(file, "grant", None)
    if its_grant is None:
        return redirect("candidatures:candidature", pk)
    form = SignedForm(*sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                grants.sign(file, request.user, form.cleaned_data["day"], by_team=False)
                exchanges.keep_files(file, conventions.PORTEUR_COPY, form.cleaned_data["copy"])
            return back("grant", file)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "may_answer": may_answer(request, file), **ledger(its_grant, timezone.localdate())}
    return show(request, "grant", file, 422 if form.errors else 200, **context)


@private
@require_safe
def convention(request: HttpRequest, pk: int) -> HttpResponse:
    """The convention to sign, as a PDF, once the team has sent it."""
    file = own_file(request, pk, reading=True)
    its_grant = getattr(file, "grant", None)
    if its_grant is None or its_grant.convention_sent_at is None:
        return redirect("candidatures:grant", pk)
    return conventions.response(its_grant)


@private
@require_http_methods(BOTH)
def report(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """One of the three reports, to send or to send again."""
    file = own_file(request, pk)
    its_report = get_object_or_404(Report.objects.select_related("grant"), grant__candidature=file, kind=kind)
    expected = its_report.state != Report.State.ACCEPTED and (
        its_report.grant.state in (GrantState.HELD, GrantState.REPORTED)
        or (its_report.grant.state == GrantState.SIGNED and grants.is_over(file, timezone.localdate()))
    )
    form = ReportForm(*sent(request), kind=kind, initial={"text": its_report.text})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            with transaction.atomic():
                submitted = grants.submit_report(file, kind, request.user, given["text"], given.get("final_budget"))
                exchanges.keep_files(file, submitted.field_id, given["files"])
            return back("grant", file)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"report": its_report, "form": form if expected or form.errors else None}
    return show(request, "report", file, 422 if form.errors else 200, **context)
