"""What an instructor says of himself or herself: absence, and organisations that would be a conflict of interest."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.candidatures.desk.batch import DeskView
from events.candidatures.desk.load import members
from events.candidatures.models import InstructorProfile, Team


class AvailabilityForm(forms.ModelForm):
    class Meta:
        model = InstructorProfile
        fields = ["away_from", "away_until", "organisations"]
        widgets = {
            "away_from": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "away_until": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "organisations": forms.Textarea({"rows": 4}),
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, last = given.get("away_from"), given.get("away_until")
        if bool(first) != bool(last):
            self.add_error("away_until" if first else "away_from", "Indiquez les deux jours, ou aucun.")
        elif first and last and last < first:
            self.add_error("away_until", "Le dernier jour ne peut pas précéder le premier.")
        return given


class AvailabilityView(WagtailAdminTemplateMixin, DeskView):
    """One's own absence, and the load of one's teams."""

    template_name = "candidatures/desk/availability.html"
    page_title = "Mes disponibilités"
    header_icon = "user"
    _show_breadcrumbs = True
    http_method_names = ["get", "head", "post", "options"]

    def profile(self, request: HttpRequest) -> InstructorProfile:
        found = InstructorProfile.objects.filter(person=request.user).first()
        return found or InstructorProfile(person=request.user)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(AvailabilityForm(instance=self.profile(request)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AvailabilityForm(request.POST, instance=self.profile(request))
        if not form.is_valid():
            return self.show(form, status=422)
        form.save()
        messages.success(request, "Vos disponibilités sont enregistrées.")
        return redirect(request.path)

    def show(self, form: AvailabilityForm, status: int = 200) -> HttpResponse:
        user = self.request.user
        teams = Team.objects.all() if user.is_superuser else user.instruction_teams.all()
        context = self.get_context_data(form=form, teams=[{"team": each, "members": members(each)} for each in teams])
        return self.render_to_response(context, status=status)
