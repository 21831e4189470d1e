"""What a member of the team may do to a file: each action is a page with its form, its e-mail's preview, its post.

They only call decisions.py, and show what it refuses: a reason that is missing beside its field, a file that somebody
else has changed meanwhile as a conflict (409) that says who and what.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages

from events.candidatures import decisions, letters
from events.candidatures.desk import forms
from events.candidatures.desk.presentation import Row
from events.candidatures.desk.views import FileView
from events.candidatures.errors import AlreadyDecided, InvalidMove, NoEventIndex, NotAllowed, ReasonMissing
from events.candidatures.models import Candidature
from events.candidatures.moments import french_moment
from events.candidatures.states import DECISIONS, OPEN, State, can_move

Do = Callable[[Candidature, Any, dict[str, Any]], object]


@dataclass(frozen=True)
class Action:
    """One thing to do: its last segment of address, its words, its form, and the function of decisions.py it calls."""

    slug: str
    label: str
    help: str
    done: str
    icon: str
    form: type[forms.ActionForm]
    do: Do
    target: State | None = None
    """The state it leads to; None where the form chooses one, or where the state stays."""
    source: State | None = None
    """The only state it starts from, where the words depend on it."""
    leading: bool = False
    """Shown as a button of the first rank."""

    def is_open(self, file: Candidature) -> bool:
        """Whether the file's state allows it."""
        if self.source is not None and file.state != self.source:
            return False
        if self.target is not None:
            return can_move(file.state, self.target)
        if self.slug == "decision":
            return all(can_move(file.state, state) for state in DECISIONS)
        return file.state in OPEN

    def state(self, chosen: dict[str, Any]) -> State | None:
        """The state that the form leads to, for the preview of the e-mail."""
        return self.target or (State(chosen["outcome"]) if chosen.get("outcome") else None)


def _moves_to(state: State) -> Do:
    return lambda file, actor, given: decisions.move(file, state, actor, given.get("reason", ""))


ACTIONS = {
    action.slug: action
    for action in (
        Action(
            "instruction",
            "Commencer l’instruction",
            "Le dossier passe à l’état «\u00a0En instruction\u00a0» et la structure en est informée.",
            "L’instruction est commencée.",
            "glasses",
            forms.ActionForm,
            _moves_to(State.IN_REVIEW),
            State.IN_REVIEW,
            State.FILED,
            leading=True,
        ),
        Action(
            "reprise",
            "Reprendre l’instruction",
            "Le complément est arrivé\u00a0: le dossier revient à l’état «\u00a0En instruction\u00a0» et la structure "
            "en est informée.",
            "L’instruction est reprise.",
            "glasses",
            forms.ActionForm,
            _moves_to(State.IN_REVIEW),
            State.IN_REVIEW,
            State.COMPLEMENT,
            leading=True,
        ),
        Action(
            "decision",
            "Décider",
            "La décision est définitive. Elle est enregistrée avec sa motivation et envoyée à la structure.",
            "La décision est enregistrée et envoyée à la structure.",
            "circle-check",
            forms.DecisionForm,
            lambda file, actor, given: decisions.decide(file, given["outcome"], actor, given["reason"]),
            leading=True,
        ),
        Action(
            "complement",
            "Demander un complément",
            "La structure reçoit votre demande et y répond par courriel. L’instruction reprend ensuite.",
            "La demande de complément est envoyée.",
            "mail",
            forms.ReasonForm,
            _moves_to(State.COMPLEMENT),
            State.COMPLEMENT,
        ),
        Action(
            "equipe",
            "Confier à une autre équipe",
            "L’autre équipe en est informée. Le dossier quitte votre liste si vous n’en êtes pas membre.",
            "Le dossier est confié à l’autre équipe.",
            "group",
            forms.ReassignForm,
            lambda file, actor, given: decisions.reassign(file, given["team"], actor, given["reason"]),
        ),
        Action(
            "retrait",
            "Retirer à la demande de la structure",
            "Le dossier n’est plus instruit. La structure en est informée.",
            "Le dossier est retiré.",
            "cross",
            forms.ReasonForm,
            _moves_to(State.WITHDRAWN),
            State.WITHDRAWN,
        ),
        Action(
            "sans-suite",
            "Classer sans suite",
            "Le dossier n’est plus instruit. La structure en est informée.",
            "Le dossier est classé sans suite.",
            "folder",
            forms.ReasonForm,
            _moves_to(State.CLOSED),
            State.CLOSED,
        ),
    )
}


def offered(file: Candidature) -> list[Action]:
    """The actions that the file's state allows, in the order of display."""
    return [action for action in ACTIONS.values() if action.is_open(file)]


class ActionView(FileView):
    """The page of one action."""

    template_name = "candidatures/desk/action.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["slug"] not in ACTIONS:
            raise Http404
        self.action = ACTIONS[kwargs["slug"]]

    def get(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        if not self.action.is_open(self.file):
            return self.conflict()
        return self.show(self.action.form(file=self.file))

    def post(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        form = self.action.form(request.POST, file=self.file)
        if not form.is_valid():
            return self.show(form)
        if "preview" in request.POST:
            return self.show(form, preview=self.preview(form.cleaned_data))
        try:
            self.action.do(self.file, request.user, form.cleaned_data)
        except NotAllowed as refusal:
            raise Http404 from refusal
        except (AlreadyDecided, InvalidMove) as refusal:
            return self.conflict(refusal)
        except ReasonMissing as refusal:
            form.add_error("reason", str(refusal))
            return self.show(form)
        except NoEventIndex as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        messages.success(request, self.action.done)
        return redirect(self.after())

    def after(self) -> str:
        """The file's page, or the list once the file has left the person's teams."""
        if Candidature.objects.instructed_by(self.request.user).filter(pk=self.file.pk).exists():
            return self.file_url
        return reverse("candidatures_candidature_modeladmin_index")

    def preview(self, chosen: dict[str, Any]) -> str:
        """The e-mail that the structure would get, its subject on the first line; "" where it gets none."""
        state = self.action.state(chosen)
        return letters.preview(self.file, state, chosen.get("reason", "")) if state else ""

    def show(self, form: forms.ActionForm, preview: str = "") -> HttpResponse:
        subject, _, body = preview.partition("\n")
        context = self.get_context_data(
            file=self.file,
            row=Row(self.file, timezone.localdate()),
            action=self.action,
            form=form,
            subject=subject,
            body=body.strip(),
            sends_mail=bool(self.action.slug != "equipe" and self.file.contact_email),
        )
        return self.render_to_response(context, status=422 if form.errors else 200)

    def conflict(self, refusal: AlreadyDecided | InvalidMove | None = None) -> HttpResponse:
        """The file is no longer where the person saw it: say where it stands, who took it there and when."""
        file = Candidature.objects.select_related("team", "decision__decided_by").get(pk=self.file.pk)
        decision, last = getattr(file, "decision", None), file.log.select_related("actor").last()
        if refusal is None and decision:
            refusal = AlreadyDecided(decision)
        context = self.get_context_data(
            file=file,
            row=Row(file, timezone.localdate()),
            action=self.action,
            message=str(refusal or ""),
            decision=decision,
            last=last,
            last_at=french_moment(last.at) if last else "",
        )
        self.template_name = "candidatures/desk/conflict.html"
        return self.render_to_response(context, status=409)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.action.label}]
