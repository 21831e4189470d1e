"""Conflicts of interest: declared by the person, or found from the organisation or the e-mail domain."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils.text import slugify

from events.candidatures.models import Candidature, ConflictOfInterest, InstructorProfile

SHARED_DOMAINS = frozenset(
    {
        *("bbox.fr", "free.fr", "gmail.com", "gmx.fr", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net"),
        *("live.fr", "mailo.com", "me.com", "msn.com", "neuf.fr", "numericable.fr", "orange.fr", "outlook.com"),
        *("outlook.fr", "proton.me", "protonmail.com", "sfr.fr", "wanadoo.fr", "yahoo.com", "yahoo.fr"),
        *("example.com", "example.net", "example.org"),
    }
)
"""Providers that anybody may use, and the names kept for examples (RFC 2606): sharing one says nothing."""


def domain(email: str) -> str:
    """The domain of an address, in small letters; "" where it says nothing about an organisation."""
    name = email.strip().lower().rpartition("@")[2]
    return "" if name in SHARED_DOMAINS else name


def found(person_email: str, organisations: list[str], file: Candidature) -> str:
    """Why a person stands too near a file, in French; "" where nothing shows it. Pure."""
    shared = domain(person_email)
    if shared and shared == domain(file.contact_email):
        return f"votre adresse et celle du contact sont du même domaine ({shared})."
    named = slugify(file.organisation)
    if named and named in {slugify(each) for each in organisations}:
        return f"la structure porteuse ({file.organisation}) est l’une des vôtres."
    return ""


def why(person: AbstractBaseUser, file: Candidature) -> str:
    """The conflict that closes this file to the person, in French; "" where there is none. Two queries at most."""
    if person.email.lower() == file.contact_email and file.contact_email:
        return "vous en êtes le contact."
    declared = ConflictOfInterest.objects.filter(candidature=file, person=person).first()
    if declared:
        return "vous avez déclaré un conflit d’intérêts."
    return found(person.email, organisations_of(person), file)


def organisations_of(person: AbstractBaseUser) -> list[str]:
    """The organisations that a person declared in « Mes disponibilités »."""
    profile = InstructorProfile.objects.filter(person=person).first()
    return [line.strip() for line in profile.organisations.splitlines() if line.strip()] if profile else []
