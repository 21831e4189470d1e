"""The account behind an e-mail address. Porteurs have no password: a link sent there lets them in."""

from django.db import IntegrityError, transaction

from nec_cms.models import User


def known_account(email: str) -> User | None:
    """The account whose address is this one, without regard to case.

    Databases fold more than case (« ı » would find « i », and with it someone else's file): hence the second look.
    """
    address = email.strip().lower()
    return next((user for user in User.objects.filter(email__iexact=address) if user.email.lower() == address), None)


def account_for(email: str, name: str = "") -> User:
    """The account of this address, made without password, under this name, where there is none."""
    if user := known_account(email):
        return user
    address = email.strip().lower()
    try:
        with transaction.atomic():
            return User.objects.create_user(address, last_name=name[:150])
    except IntegrityError:  # made by another request in between
        return User.objects.get(email=address)
