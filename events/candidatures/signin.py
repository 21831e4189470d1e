"""Sign-in by e-mail link: who may, the link, and its one use.

A link is a row that holds the digest of 192 random bits (docs/adr/0004). It goes to the address of the account, never
to the one that was typed; staff, who have a password and a second factor, are not let in this way.
"""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from events.candidatures.accounts import account_for, known_account
from events.candidatures.models import Candidature, CoPorteur, SignInLink
from events.candidatures.notices import absolute
from nec_cms.mail import queue_mail
from nec_cms.models import User

LIFETIME = timedelta(minutes=15)
MAX_PATH = 200


def may_enter(user: User) -> bool:
    """True for an active account that cannot open the admin."""
    return user.is_active and not user.has_perm("wagtailadmin.access_admin")


@transaction.atomic
def send_link(email: str, next_path: str = "") -> SignInLink | None:
    """Mail a link to whoever has an account or a candidature under this address; None, and no mail, for others."""
    address = email.strip().lower()
    user = known_account(address)
    if user is None and (
        Candidature.objects.filter(contact_email=address).exists() or CoPorteur.objects.filter(email=address).exists()
    ):
        user = account_for(address)
    if user is None or not may_enter(user):
        return None
    token = secrets.token_urlsafe(24)
    link = SignInLink.objects.create(user=user, digest=digest(token), next_path=safe_path(next_path))
    url = absolute(reverse("candidatures:enter", args=[token]))
    queue_mail(user.email, "candidatures/mail/sign_in.txt", {"url": url, "minutes": LIFETIME.seconds // 60})
    return link


def find(token: str) -> SignInLink | None:
    """The link of this token, where it may still be used."""
    links = SignInLink.objects.filter(
        digest=digest(token), used_at=None, created_at__gt=timezone.now() - LIFETIME
    ).select_related("user")
    link = links.first()
    return link if link and may_enter(link.user) else None


def redeem(token: str) -> SignInLink | None:
    """Use a link, once even where two clicks come together, and void the person's other links.

    The candidatures filed with the address, which is proven now, become the person's.
    """
    link = find(token)
    now = timezone.now()
    if link is None or not SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now):
        return None
    SignInLink.objects.filter(user=link.user, used_at=None).update(used_at=now)
    Candidature.objects.filter(porteur=None, contact_email=link.user.email.lower()).update(porteur=link.user)
    return link


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def safe_path(path: str) -> str:
    """The path where it stays on this site and is short enough, else ""."""
    inside = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if inside and len(path) <= MAX_PATH else ""
