"""The pages of a file beside its answers: evaluation, exchanges, context. Each posts to itself."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages

from events.candidatures import complements, conflicts, exchanges, journal, neighbours, reviews
from events.candidatures.desk.checklist import checklist
from events.candidatures.desk.presentation import Row
from events.candidatures.desk.tab_forms import GridForm, NoteForm, OpinionForm, TeamMessageForm
from events.candidatures.desk.views import FileView
from events.candidatures.errors import InConflict, InvalidMove, NotAllowed, Refused
from events.candidatures.followup_views import thread
from events.candidatures.french import french_day
from events.candidatures.models import Candidature, LogEntry
from events.candidatures.moments import french_moment
from events.candidatures.states import OPEN, label_of

TABS = (
    ("inspect", "Dossier"),
    ("evaluation", "Évaluation"),
    ("exchanges", "Échanges"),
    ("grant", "Subvention"),
    ("context", "Voisinage et historique"),
)


def tabs(file: Candidature, current: str) -> list[dict[str, Any]]:
    """Links to the pages of a file; the grant's only where there is one."""
    found = []
    for name, label in TABS:
        if name == "grant" and file.state != "grant":
            continue
        stock = name == "inspect"
        view = "candidatures_candidature_modeladmin_inspect" if stock else f"candidatures_desk:{name}"
        found.append({"label": label, "url": reverse(view, args=[file.pk]), "current": name == current})
    return found


class TabView(FileView):
    """One page of a file. `do_<name>` methods answer posts whose field `do` names them."""

    tab = ""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        action = getattr(self, f"do_{request.POST.get('do', '')}", None)
        return action(request) if action else self.show(status=422)

    def show(self, status: int = 200, **forms: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**forms), status=status)

    def carry_out(self, form: Any, name: str, do: Callable[[], object], done: str) -> HttpResponse:
        """Do it where the form is valid; show what is refused where the person can mend it."""
        if form is not None and not form.is_valid():
            return self.show(422, **{name: form})
        try:
            do()
        except InConflict as refusal:
            return self.barred(str(refusal))
        except NotAllowed as refusal:
            raise Http404 from refusal
        except InvalidMove as refusal:
            return self.conflict(refusal)
        except Refused as refusal:
            if form is None:
                return self.show(422, problem=str(refusal))
            form.add_error(None, str(refusal))
            return self.show(422, **{name: form})
        messages.success(self.request, done)
        return redirect(self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{
                "file": self.file,
                "row": Row(self.file, timezone.localdate()),
                "tabs": tabs(self.file, self.tab),
                "conflict_why": conflicts.why(self.request.user, self.file),
                **kwargs,
            }
        )


class EvaluationView(TabView):
    """Criteria computed, marks of the team, opinions from outside."""

    tab = "evaluation"
    template_name = "candidatures/desk/evaluation.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        given = list(self.file.reviews.select_related("reviewer").prefetch_related("scores"))
        lines = reviews.grid(given)
        opinions = self.file.outside_opinions.select_related("asked_by", "format")
        return super().get_context_data(
            **{
                "form": GridForm(initial=reviews.mine(given, self.request.user)),
                "lines": lines,
                "reviews": given,
                "average": reviews.total(lines),
                "is_open": self.file.state in OPEN,
                "checklist": checklist(self.file),
                "opinions": [
                    {"opinion": each, "until": french_day(timezone.localdate(each.expires_at))} for each in opinions
                ],
                **kwargs,
            }
        )

    def do_review(self, request: HttpRequest) -> HttpResponse:
        form = GridForm(request.POST)

        def give() -> None:
            given = form.cleaned_data["comment"]
            reviews.give(self.file, request.user, form.marks, form.comments, given)

        return self.carry_out(form, "form", give, "Votre avis est enregistré.")


class OpinionView(TabView):
    """Ask somebody from outside."""

    tab = "evaluation"
    template_name = "candidatures/desk/opinion.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = OpinionForm(file=self.file, initial={"kind": self.request.GET.get("nature", "expert")})
        return super().get_context_data(**{"form": form, **kwargs})

    def do_ask(self, request: HttpRequest) -> HttpResponse:
        form = OpinionForm(request.POST, file=self.file)
        response = self.carry_out(
            form,
            "form",
            lambda: exchanges.ask_opinion(self.file, request.user, **form.cleaned_data),
            "La question est envoyée.",
        )
        if response.status_code == 302:
            return redirect("candidatures_desk:evaluation", self.file.pk)
        return response


class ExchangesView(TabView):
    """Messages with the structure, internal notes apart, complements with what they changed."""

    tab = "exchanges"
    template_name = "candidatures/desk/exchanges.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notes = self.file.notes.select_related("author")
        asked = self.file.complements.select_related("asked_by").order_by("-asked_at")
        return super().get_context_data(
            **{
                "thread": thread(self.file),
                "notes": [{"note": note, "when": french_moment(note.at)} for note in notes],
                "complements": [
                    {
                        "complement": each,
                        "asked_on": french_moment(each.asked_at),
                        "due_on": french_day(each.due_on),
                        "answered_on": french_moment(each.answered_at) if each.answered_at else "",
                        "diff": complements.diff(each, self.file),
                    }
                    for each in asked
                ],
                "unread": self.file.complements.filter(answered_at__isnull=False, seen_at=None).exists(),
                "message_form": TeamMessageForm(),
                "note_form": NoteForm(auto_id="note_%s"),
                **kwargs,
            }
        )

    def do_message(self, request: HttpRequest) -> HttpResponse:
        form = TeamMessageForm(request.POST, request.FILES)

        def send() -> None:
            given = form.cleaned_data
            exchanges.send(self.file, request.user, given["body"], given["files"])

        return self.carry_out(form, "message_form", send, "Le message est envoyé à la structure.")

    def do_seen(self, request: HttpRequest) -> HttpResponse:
        def note() -> None:
            exchanges.note_seen(self.file, request.user)

        return self.carry_out(None, "", note, "Le complément est noté comme lu.")

    def do_note(self, request: HttpRequest) -> HttpResponse:
        form = NoteForm(request.POST, auto_id="note_%s")

        def keep() -> None:
            exchanges.note(self.file, request.user, form.cleaned_data["body"])

        return self.carry_out(form, "note_form", keep, "La note est gardée. La structure ne la voit pas.")


class ContextView(TabView):
    """Neighbours and history."""

    tab = "context"
    template_name = "candidatures/desk/context.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        near = neighbours.around(self.file, self.request.user)
        today = timezone.localdate()
        entries = self.file.log.select_related("actor")
        return super().get_context_data(
            **{
                "same_territory": [Row(each, today) for each in near.same_territory],
                "same_organisation": [Row(each, today) for each in near.same_organisation],
                "editions": near.editions,
                "elsewhere": near.elsewhere,
                "history": [line(entry) for entry in entries],
                **kwargs,
            }
        )


def line(entry: LogEntry) -> dict[str, Any]:
    """A line of the history in French."""
    return {
        "entry": entry,
        "when": french_moment(entry.at),
        "label": journal.label(entry.action),
        "move": " → ".join(label_of(state) for state in (entry.from_state, entry.to_state) if state),
    }
