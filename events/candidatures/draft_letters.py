"""E-mails of a draft: its address, and the reminder before it is removed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.candidatures import drafts
from events.candidatures.call_letters import filled
from events.candidatures.french import french_day
from events.candidatures.models import CandidaturePage, Draft
from events.candidatures.moments import french_moment
from events.candidatures.notices import OWN_WORDS, absolute
from events.candidatures.steps import asked_steps
from nec_cms.mail import queue_mail


def resume_path(page: CandidaturePage, token: str) -> str:
    """Where a draft is resumed."""
    return page.get_url() + page.reverse_subpage("draft", kwargs={"token": token})


@transaction.atomic
def send_links(page: CandidaturePage, email: str) -> int:
    """Mail the addresses of all the drafts of `email`, in one message; return how many. Silent where there is none."""
    found = drafts.waiting(page, email)
    if not found:
        return 0
    entries = [entry(page, draft) for draft in found]
    context = {"drafts": entries, "contact": page.contact}
    template = "candidatures/mail/draft_link.txt"
    if page.draft_mail:
        listed = "\n\n".join(f"«\u00a0{each['title']}\u00a0»\n{each['url']}" for each in entries)
        template, context = (
            OWN_WORDS,
            {"text": filled(page.draft_mail, {"brouillons": listed, "adresse": page.contact})},
        )
    queue_mail(email.lower(), template, context, reply_to=page.contact)
    return len(found)


@transaction.atomic
def send_first_link(draft: Draft) -> bool:
    """Once the address is known, mail it the draft's own link, with those of drafts begun earlier. Once an address."""
    if not draft.contact_email or draft.linked_to == draft.contact_email:
        return False
    Draft.objects.filter(pk=draft.pk).update(linked_to=draft.contact_email)
    return bool(send_links(draft.page, draft.contact_email))


def entry(page: CandidaturePage, draft: Draft) -> dict[str, str]:
    """What an e-mail says of a draft."""
    form = drafts.form_of(draft)
    form.full_clean()
    return {
        "title": form.answer("title") or "Dossier sans nom",
        "saved": french_moment(draft.saved_at),
        "until": french_day(timezone.localtime(draft.expires_at).date()),
        "url": absolute(resume_path(page, drafts.new_key(draft))),
        "left": str(sum(1 for step in asked_steps(form) if step.state != "done")),
    }


def remind(now: datetime | None = None) -> int:
    """Call to mind the drafts that end soon, once each; return how many e-mails were written."""
    now = now or timezone.now()
    due = Draft.objects.filter(
        candidature=None, reminded_at=None, expires_at__gt=now, expires_at__lte=now + drafts.REMIND_BEFORE
    ).exclude(contact_email="")
    sent = 0
    for draft in due.select_related("page"):
        with transaction.atomic():
            if not Draft.objects.filter(pk=draft.pk, reminded_at=None).update(reminded_at=now):
                continue
            found, contact = entry(draft.page, draft), draft.page.contact
            template, context = "candidatures/mail/draft_reminder.txt", {"draft": found, "contact": contact}
            if draft.page.reminder_mail:
                places = {"titre": found["title"], "fin": found["until"], "lien": found["url"], "adresse": contact}
                template, context = OWN_WORDS, {"text": filled(draft.page.reminder_mail, places)}
            queue_mail(draft.contact_email, template, context, reply_to=contact)
            sent += 1
    return sent


def forget(now: datetime | None = None) -> int:
    """Remove the drafts whose time has come, with their files; return how many."""
    now = now or timezone.now()
    removed = 0
    for draft in Draft.objects.filter(expires_at__lte=now):
        if draft.candidature_id:
            draft.delete()
        else:
            drafts.discard(draft)
        removed += 1
    return removed
