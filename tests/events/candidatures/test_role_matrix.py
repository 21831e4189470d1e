"""Role x address x method, for the desk and the porteur's space.

The addresses come from the URL configuration: one that this table does not declare fails the test, so that no view
appears without somebody having said who may use it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse
from wagtail.admin import urls as admin_urls

from events.candidatures import exchanges
from events.candidatures import urls as space_urls
from events.candidatures.decisions import decide
from events.candidatures.desk import urls as desk_urls
from events.candidatures.models import Candidature, LetterText, LogEntry, Message, Note, Review, RoutingRule, RuleSet
from events.candidatures.states import State
from nec_cms.models import User
from tests.events.candidatures.dossiers import event_index, instructor, person, team
from tests.factories.candidatures import FROM_HERE, AttachmentFactory, CandidatureFactory

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "porteur", "stranger", "editor", "moderator", "other team", "team", "superuser")
LOGIN, HIDDEN, NO_METHOD = 302, 404, 405
OUT = (LOGIN, 403, 403, 404, 404, 404)
"""Anonymous, porteur, stranger (no access to the admin), editor, moderator, another team: nobody reads a file."""

Expected = tuple[int, ...]
FILE_PAGE = {"GET": (*OUT, 200, 200), "POST": (*OUT, 422, 422)}
DOWNLOAD = {"GET": (*OUT, 200, 200), "POST": (*OUT, NO_METHOD, NO_METHOD)}
DESK_PAGE: Expected = (LOGIN, 403, 403, 404, 404, 200, 200, 200)
OWN = {"GET": (302, 200, 404, 404, 404, 404, 404, 404), "POST": (302, 422, 404, 404, 404, 404, 404, 404)}
SETTINGS = {"GET": (LOGIN, 403, 403, 404, 404, 404, 404, 200), "POST": (LOGIN, 403, 403, 404, 404, 404, 404, 200)}

DESK: dict[str, dict[str, Expected]] = {
    "candidatures_desk:attachment": DOWNLOAD,
    "candidatures_desk:preview": DOWNLOAD,
    "candidatures_desk:archive": DOWNLOAD,
    "candidatures_desk:convention": DOWNLOAD,
    "candidatures_desk:evaluation": FILE_PAGE,
    "candidatures_desk:opinion": FILE_PAGE,
    "candidatures_desk:exchanges": FILE_PAGE,
    "candidatures_desk:grant": FILE_PAGE,
    "candidatures_desk:context": FILE_PAGE,
    "candidatures_desk:action": {"GET": (*OUT, 200, 200), "POST": (*OUT, 422, 422)},
    "candidatures_desk:export": {"GET": DESK_PAGE, "POST": (LOGIN, 403, 403, 404, 404, 405, 405, 405)},
    "candidatures_desk:figures": {"GET": DESK_PAGE, "POST": (LOGIN, 403, 403, 404, 404, 405, 405, 405)},
    "candidatures_desk:batch": {
        "GET": (LOGIN, 403, 403, 404, 404, 405, 405, 405),
        "POST": (LOGIN, 403, 403, 404, 404, 303, 303, 303),
    },
    "candidatures_desk:views": {
        "GET": (LOGIN, 403, 403, 404, 404, 405, 405, 405),
        "POST": (LOGIN, 403, 403, 404, 404, 303, 303, 303),
    },
    "candidatures_desk:availability": {"GET": DESK_PAGE, "POST": (LOGIN, 403, 403, 404, 404, 302, 302, 302)},
    "candidatures_desk:simulation": {
        "GET": (LOGIN, 403, 403, 404, 404, 404, 404, 200),
        "POST": (LOGIN, 403, 403, 404, 404, 404, 404, 405),
    },
    "candidatures_candidature_modeladmin_index": {
        "GET": (LOGIN, 403, 403, 404, 404, 200, 200, 200),
        "POST": (LOGIN, 403, 403, 404, 404, 405, 405, 405),
    },
    "candidatures_candidature_modeladmin_inspect": {
        "GET": (*OUT, 200, 200),
        "POST": (*OUT, NO_METHOD, NO_METHOD),
    },
    "candidatures_equipes_modeladmin_index": {**SETTINGS, "POST": (LOGIN, 403, 403, 404, 404, 404, 404, 405)},
    "candidatures_equipes_modeladmin_create": SETTINGS,
    "candidatures_equipes_modeladmin_edit": SETTINGS,
    "candidatures_aiguillage_modeladmin_index": {**SETTINGS, "POST": (LOGIN, 403, 403, 404, 404, 404, 404, 405)},
    "candidatures_aiguillage_modeladmin_create": SETTINGS,
    "candidatures_aiguillage_modeladmin_edit": SETTINGS,
    "candidatures_regles_modeladmin_index": {**SETTINGS, "POST": (LOGIN, 403, 403, 404, 404, 404, 404, 405)},
    "candidatures_regles_modeladmin_create": SETTINGS,
    "candidatures_regles_modeladmin_edit": SETTINGS,
    "candidatures_lettres_modeladmin_index": {
        "GET": (LOGIN, 403, 403, 404, 404, 200, 200, 200),
        "POST": (LOGIN, 403, 403, 404, 404, 405, 405, 405),
    },
    "candidatures_lettres_modeladmin_create": {
        "GET": (LOGIN, 403, 403, 404, 404, 200, 200, 200),
        "POST": (LOGIN, 403, 403, 404, 404, 200, 200, 200),
    },
    "candidatures_lettres_modeladmin_edit": {"GET": (*OUT, 200, 200), "POST": (*OUT, 200, 200)},
}
"""Deletions of settings are tested in test_desk_settings: a post there changes what the next role would find."""
ELSEWHERE = {f"candidatures_{model}_modeladmin_delete" for model in ("equipes", "aiguillage", "lettres", "regles")}

SPACE: dict[str, dict[str, Expected]] = {
    "candidatures:complement": {
        "GET": OWN["GET"],
        "POST": (302, 409, 404, 404, 404, 404, 404, 404),
    },
    "candidatures:messages": OWN,
    "candidatures:grant": OWN,
    "candidatures:convention": {
        "GET": (302, 200, 404, 404, 404, 404, 404, 404),
        "POST": (302, 405, 405, 405, 405, 405, 405, 405),
    },
    "candidatures:report": OWN,
    "candidatures:my_data": {"GET": (302, *(200,) * 7), "POST": (302, *(422,) * 7)},
    "candidatures:my_data_file": {"GET": (302, *(200,) * 7), "POST": (302, *(405,) * 7)},
    "candidatures:leave_everywhere": {"GET": (302, *(405,) * 7), "POST": (302, *(303,) * 7)},
    "candidatures:opinion": {"GET": (200,) * 8, "POST": (422,) * 8},
    "candidatures:candidature": {
        "GET": (302, 200, 404, 404, 404, 404, 404, 404),
        "POST": (302, 405, 405, 405, 405, 405, 405, 405),
    },
    "candidatures:pdf": {
        "GET": (302, 200, 404, 404, 404, 404, 404, 404),
        "POST": (302, 405, 405, 405, 405, 405, 405, 405),
    },
    "candidatures:share": OWN,
    "candidatures:withdraw": {
        "GET": (302, 200, 404, 404, 404, 404, 404, 404),
        "POST": (302, 409, 404, 404, 404, 404, 404, 404),
    },
    "candidatures:again": {
        "GET": (302, 405, 405, 405, 405, 405, 405, 405),
        "POST": (302, 303, 404, 404, 404, 404, 404, 404),
    },
    "candidatures:attachment": {
        "GET": (302, 200, 404, 404, 404, 404, 404, 404),
        "POST": (302, 405, 405, 405, 405, 405, 405, 405),
    },
}
"""Addresses of the space: about one file, or about the person who is signed in."""
SIGN_IN = {f"candidatures:{name}" for name in ("space", "link_sent", "enter", "leave")}
"""Tested in test_space_signin."""


@pytest.fixture
def world(home) -> dict[str, Any]:
    event_index(home)
    ours, theirs = team(), team("Équipe B", email="b@example.org")
    actor = instructor(ours)
    file = CandidatureFactory(
        team=ours, state=State.IN_REVIEW, budget_total=10000, grant_requested=True, grant_amount=5000
    )
    decide(file, State.GRANT, actor, "Motif.", None)
    file.refresh_from_db()
    from events.candidatures import grants

    grants.send_convention(file, actor)
    opinion = exchanges.ask_opinion(
        file, actor, kind="expert", name="Dominique", email="d@example.org", question="Qu’en pensez-vous\u202f?"
    )
    people = {
        "porteur": file.porteur,
        "stranger": person("inconnu@example.org"),
        "editor": person("redaction@example.org", "Rédaction", teams=(ours,)),
        "moderator": person("relecture@example.org", "Relecture"),
        "other team": instructor(theirs, email="b-instruction@example.org"),
        "team": actor,
        "superuser": person("admin@example.org", is_superuser=True),
    }
    clients = {"anonymous": Client()}
    for role, user in people.items():
        clients[role] = Client()
        clients[role].force_login(User.objects.get(pk=user.pk))
    open_file = CandidatureFactory(team=ours, state=State.IN_REVIEW)
    return {
        "clients": clients,
        "file": file,
        "open": open_file,
        "attachment": AttachmentFactory(candidature=file),
        "opinion": opinion,
        "team": ours,
        "rule": RoutingRule.objects.create(team=ours, kind="region"),
        "rules": RuleSet.objects.create(applies_from=date(2040, 1, 1)),
        "letter": LetterText.objects.create(team=ours, state="brand", subject="Objet", body="{motivation}"),
    }


def names(patterns: Any, prefix: str = "") -> Iterator[str]:
    """Names of the addresses of a URL configuration, with their namespaces."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{prefix}{pattern.name}"


def address(name: str, world: dict[str, Any]) -> str:
    short = name.rpartition(":")[2]
    if short in ("attachment", "preview"):
        key = world["attachment"].pk
        return reverse(name, args=[key] if name.startswith("candidatures:") else [world["file"].pk, key])
    if short == "action":
        return reverse(name, args=[world["open"].pk, "decision"])
    if name == "candidatures:opinion":
        return reverse(name, args=[world["opinion"].token])
    if short == "report":
        return reverse(name, args=[world["file"].pk, "qualitative"])
    for model, key in (("equipes", "team"), ("aiguillage", "rule"), ("lettres", "letter"), ("regles", "rules")):
        if short == f"candidatures_{model}_modeladmin_edit":
            return reverse(name, args=[world[key].pk])
    bare = (
        "my_data",
        "my_data_file",
        "leave_everywhere",
        "export",
        "figures",
        "batch",
        "views",
        "availability",
        "simulation",
    )
    if short in bare or short.endswith(("_index", "_create")):
        return reverse(name)
    return reverse(name, args=[world["file"].pk])


def test_every_address_of_the_desk_and_the_space_is_declared():
    desk = set(names(desk_urls.urlpatterns, f"{desk_urls.app_name}:"))
    ours = {name for name in names(admin_urls.urlpatterns) if name.startswith(("candidatures_", "candidatures:"))}
    assert (desk | ours) - DESK.keys() - ELSEWHERE == set()
    space = set(names(space_urls.urlpatterns, f"{space_urls.app_name}:"))
    assert space - SPACE.keys() - SIGN_IN == set()


@pytest.mark.parametrize(("name", "expected"), [*DESK.items(), *SPACE.items()])
def test_each_role_meets_what_the_table_says(name, expected, world):
    before = counts()
    path, found = address(name, world), {}
    for method, statuses in expected.items():
        answers = []
        for role in ROLES:
            send = getattr(world["clients"][role], method.lower())
            response = send(path, **({"headers": FROM_HERE} if method == "POST" else {}))
            answers.append(response.status_code)
            if response.streaming:
                b"".join(response.streaming_content)
        found[method] = tuple(answers)
        assert found[method] == statuses, f"{method} {path}: {dict(zip(ROLES, found[method], strict=True))}"
    assert counts() == before


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Candidature, LogEntry, Message, Note, Review))
