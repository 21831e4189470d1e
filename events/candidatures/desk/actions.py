"""The page of one action on a file: its form, its e-mail's preview, its post.

It only calls the function that the action names, and shows what that refuses: a reason that is missing beside its
field, a file that somebody else has changed meanwhile as a conflict (409) that says who and what.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages

from events.candidatures import conflicts, letters
from events.candidatures.desk import forms
from events.candidatures.desk.action_list import ACTIONS, ALLOWED_IN_CONFLICT, TELLS_NOBODY
from events.candidatures.desk.presentation import Row
from events.candidatures.desk.views import FileView
from events.candidatures.errors import (
    AlreadyDecided,
    InConflict,
    InvalidMove,
    NoEventIndex,
    NotAllowed,
    NotAwardable,
    ReasonMissing,
    Unfit,
)
from events.candidatures.models import Candidature


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
            return self.conflict(label=self.action.label)
        if slug not in ALLOWED_IN_CONFLICT and (why := conflicts.why(request.user, self.file)):
            return self.barred(str(InConflict(why)))
        return self.show(self.action.form(file=self.file))

    def post(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        form = self.action.form(request.POST, file=self.file)
        if not form.is_valid():
            return self.show(form)
        if "preview" in request.POST:
            return self.show(form, preview=self.preview(form))
        try:
            self.action.do(self.file, request.user, form.cleaned_data)
        except InConflict as refusal:
            return self.barred(str(refusal))
        except NotAllowed as refusal:
            raise Http404 from refusal
        except (AlreadyDecided, InvalidMove) as refusal:
            return self.conflict(refusal, self.action.label)
        except ReasonMissing as refusal:
            form.add_error("reason", str(refusal))
            return self.show(form)
        except (NoEventIndex, Unfit) as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        except NotAwardable as refusal:
            form.add_error("awarded" if "awarded" in form.fields else None, str(refusal))
            return self.show(form)
        messages.success(request, self.action.done)
        return redirect(self.after())

    def after(self) -> str:
        """The file's page, or the list once the file has left the person's teams."""
        if Candidature.objects.instructed_by(self.request.user).filter(pk=self.file.pk).exists():
            return self.file_url
        return reverse("candidatures_candidature_modeladmin_index")

    def preview(self, form: forms.ActionForm) -> str:
        """The e-mail that the structure would get, its subject on the first line; "" where it gets none."""
        given = form.cleaned_data
        state = self.action.state(given)
        if not state:
            return ""
        complement = form.draft() if isinstance(form, forms.ComplementForm) else None
        return letters.preview(self.file, state, given.get("reason", ""), complement, forms.amount_of(given))

    def show(self, form: forms.ActionForm, preview: str = "") -> HttpResponse:
        subject, _, body = preview.partition("\n")
        context = self.get_context_data(
            file=self.file,
            row=Row(self.file, timezone.localdate()),
            action=self.action,
            form=form,
            subject=subject,
            body=body.strip(),
            sends_mail=bool(self.action.slug not in TELLS_NOBODY and self.file.contact_email),
        )
        return self.render_to_response(context, status=422 if form.errors else 200)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.action.label}]
