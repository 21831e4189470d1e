"""The page of a file's grant: ledger, convention, reports, payment."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from events.candidatures import conventions, exchanges, grants
from events.candidatures.desk.forms import ReasonForm
from events.candidatures.desk.tab_forms import DayForm, SignatureForm
from events.candidatures.desk.tabs import TabView
from events.candidatures.ledger import ledger
from events.candidatures.models import Grant, Report
from events.candidatures.states import GrantState, can_move_grant


class GrantView(TabView):
    tab = "grant"
    template_name = "candidatures/desk/grant.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.grant = get_object_or_404(Grant.objects.select_related("candidature__event"), candidature=self.file)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        grant = self.grant
        return super().get_context_data(
            **{
                **ledger(grant, timezone.localdate()),
                "sign_form": SignatureForm(auto_id="sign_%s"),
                "pay_form": DayForm(auto_id="pay_%s", initial={"day": timezone.localdate()}),
                "void_form": ReasonForm(file=self.file, auto_id="void_%s"),
                "may_sign": grant.state == GrantState.TO_SIGN and grant.convention_sent_at and not grant.team_signed_on,
                "may_send": grant.state == GrantState.TO_SIGN,
                "may_pay": grant.state == GrantState.TO_PAY,
                "may_void": can_move_grant(grant.state, GrantState.VOID),
                "may_review": grant.state in (GrantState.HELD, GrantState.REPORTED),
                **kwargs,
            }
        )

    def do_send(self, request: HttpRequest) -> HttpResponse:
        done = "La structure est invitée à signer la convention."
        return self.carry_out(None, "", lambda: grants.send_convention(self.file, request.user), done)

    def do_sign(self, request: HttpRequest) -> HttpResponse:
        form = SignatureForm(request.POST, request.FILES, auto_id="sign_%s")

        def sign() -> None:
            with transaction.atomic():
                grants.sign(self.file, request.user, form.cleaned_data["day"], by_team=True)
                exchanges.keep_files(self.file, conventions.TEAM_COPY, form.cleaned_data["copy"])

        return self.carry_out(form, "sign_form", sign, "La signature du programme est notée.")

    def do_accept(self, request: HttpRequest) -> HttpResponse:
        return self.review(request, accepted=True, done="Le bilan est accepté.")

    def do_send_back(self, request: HttpRequest) -> HttpResponse:
        return self.review(request, accepted=False, done="Le bilan est renvoyé à la structure.")

    def review(self, request: HttpRequest, *, accepted: bool, done: str) -> HttpResponse:
        kind, remark = request.POST.get("kind", ""), request.POST.get("remark", "")[:4000]
        if kind not in Report.Kind.values:
            raise Http404

        def give() -> None:
            grants.review_report(self.file, kind, request.user, accepted=accepted, remark=remark)

        return self.carry_out(None, "", give, done)

    def do_pay(self, request: HttpRequest) -> HttpResponse:
        form = DayForm(request.POST, auto_id="pay_%s")
        done = "Le paiement est noté et la structure en est informée."
        return self.carry_out(
            form, "pay_form", lambda: grants.pay(self.file, request.user, form.cleaned_data["day"]), done
        )

    def do_void(self, request: HttpRequest) -> HttpResponse:
        form = ReasonForm(request.POST, file=self.file, auto_id="void_%s")
        return self.carry_out(
            form,
            "void_form",
            lambda: grants.void(self.file, request.user, form.cleaned_data["reason"]),
            "La subvention est annulée.",
        )


class ConventionView(GrantView):
    """The convention as a PDF."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return conventions.response(self.grant)
