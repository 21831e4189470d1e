"""The event editor: what it asks, what it refuses, and where it says so."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from events.models import EventDocument, EventIndexPage, EventOrganiser, EventPage
from nec_cms.models import User
from nec_cms.roles import EDITOR, setup_roles
from tests.events.pages import texts
from tests.factories.events import OrganisationFactory, TerritoryFactory, make_event, make_index
from tests.factories.media import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def posted(**values: str) -> dict[str, str]:
    """What the browser posts for an event with nothing but a title."""
    streams = {f"{name}-count": "0" for name in ("programme", "body")}
    inlines = {}
    for name in ("organisers", "documents"):
        inlines |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0", f"{name}-MAX_NUM_FORMS": "1000"}
    fields = {"title": "NEC Metz", "slug": "nec-metz", "kind": "local", "status": "announced", "mode": "on-site"}
    return streams | inlines | fields | {"time_zone": "Europe/Paris"} | values


def create(client: Client, **values: str):
    return client.post(f"/admin/pages/add/events/eventpage/{make_index().pk}/", posted(**values))


def errors_of(response, field: str) -> list[str]:
    return response.context["form"].errors.get(field, [])


def test_title_alone_makes_a_draft(admin_client: Client) -> None:
    assert create(admin_client).status_code == 302
    assert EventPage.objects.get().title == "NEC Metz"


def test_ten_required_fields_at_most() -> None:
    form = EventPage.get_edit_handler().get_form_class()
    required = sorted(name for name, field in form.base_fields.items() if field.required)
    assert required == ["kind", "mode", "slug", "status", "time_zone", "title"]


def test_every_field_has_help() -> None:
    form = EventPage.get_edit_handler().get_form_class()
    own = {field.name for field in EventPage._meta.local_fields + EventPage._meta.local_many_to_many}
    without = sorted(name for name, field in form.base_fields.items() if name in own and not field.help_text)
    assert without == []


def test_tabs_are_in_the_order_of_the_work(admin_client: Client) -> None:
    html = admin_client.get(f"/admin/pages/add/events/eventpage/{make_index().pk}/").content.decode()
    tabs = ["Essentiel", "Programme", "Partenaires", "Après l’événement", "Communication", "Référencement"]
    assert texts(html, r'<a [^>]*role="tab"[^>]*>(.*?)</a>')[: len(tabs)] == [f"{tab} ( )" for tab in tabs]


def test_end_before_start_is_refused_next_to_the_field(admin_client: Client) -> None:
    response = create(admin_client, start_date="2026-10-03", end_date="2026-10-02")
    message = "Le dernier jour ne peut pas précéder le premier."
    assert errors_of(response, "end_date") == [message]
    described = texts(response.content.decode(), r'id="panel-[^"]*-end_date-errors"[^>]*>(.*?)</div>')
    assert described == [message]
    assert EventPage.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        (
            {"status": "confirmed"},
            "start_date",
            "Un événement confirmé a une date. Sinon, choisissez «\u00a0Date à venir\u00a0».",
        ),
        ({"end_date": "2026-10-02"}, "start_date", "Indiquez aussi le premier jour."),
        (
            {"start_date": "2026-10-03", "start_time": "14:00", "end_time": "09:00"},
            "end_time",
            "La fermeture doit suivre l’ouverture.",
        ),
        ({"slug": "agenda"}, "slug", "Cette adresse est réservée\u00a0: choisissez-en une autre."),
        ({"slug": "editions"}, "slug", "Cette adresse est réservée\u00a0: choisissez-en une autre."),
    ],
)
def test_mistakes_are_told_beside_their_field(admin_client: Client, values: dict, field: str, message: str) -> None:
    assert errors_of(create(admin_client, **values), field) == [message]


def test_closing_may_come_before_opening_on_another_day(admin_client: Client) -> None:
    values = {"start_date": "2026-10-03", "end_date": "2026-10-04", "start_time": "14:00", "end_time": "12:00"}
    assert create(admin_client, **values).status_code == 302


def test_date_at_the_end_of_time_is_no_crash(admin_client: Client) -> None:
    assert create(admin_client, start_date="9999-12-31").status_code == 302


@pytest.mark.parametrize("document", [EventDocument(title="Rien"), EventDocument(title="Deux", document_id=1, url="/")])
def test_document_is_a_file_or_an_address(document: EventDocument) -> None:
    with pytest.raises(ValidationError, match="l’un des deux"):
        document.clean()


def test_accounts_are_listed_to_those_who_manage_accounts_alone(admin_client: Client, client: Client) -> None:
    setup_roles()
    editor = User.objects.create_user("redaction@example.org", "x")
    editor.groups.set(list(editor.groups.model.objects.filter(name=EDITOR)))
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    url = f"/admin/pages/add/events/eventpage/{make_index().pk}/"
    assert 'name="porteurs"' in admin_client.get(url).content.decode()
    assert 'name="porteurs"' not in client.get(url).content.decode()


def test_over_at_is_set_however_the_page_is_saved() -> None:
    event = make_event("NEC 974", date(2024, 11, 20), time_zone="Indian/Reunion")
    assert event.over_at.isoformat() == "2024-11-20T20:00:00+00:00"
    event.start_date = date(2024, 11, 21)
    event.save()
    assert EventPage.objects.get().over_at.isoformat() == "2024-11-21T20:00:00+00:00"


def test_preview_shows_what_is_not_saved_yet() -> None:
    event = make_event("NEC Metz", territories=["Metz"])
    event.title = "NEC Moselle"
    event.organisers = [EventOrganiser(organisation=OrganisationFactory(name="Ville exemple"))]
    event.territories = [TerritoryFactory(name="Moselle")]
    html = event.make_preview_request().content.decode()
    assert texts(html, r"<h1[^>]*>(.*?)</h1>") == ["NEC Moselle"]
    assert texts(html, r'<li class="organiser">(.*?)</li>') == ["Ville exemple"]
    assert texts(html, r'<span class="tag">(.*?)</span>') == ["Moselle"]


def test_tree_is_a_contract() -> None:
    assert EventIndexPage.allowed_subpage_models() == [EventPage]
    assert EventPage.allowed_subpage_models() == []
    assert EventPage.can_exist_under(make_index())
    assert not EventPage.can_exist_under(Page.get_first_root_node())


def test_event_is_found_by_the_site_search(client: Client) -> None:
    make_event("NEC Sambre-Avesnois-Thiérache", date(2024, 10, 3), city="Fourmies")
    html = client.get("/recherche/?q=Fourmies").content.decode()
    assert 'href="/nec-locaux/nec-sambre-avesnois-thierache/"' in html


def test_preview_shows_the_event_as_lists_show_it() -> None:
    event = make_event("NEC Metz", date(2026, 10, 3), territories=["Moselle"], city="Metz")
    html = event.make_preview_request(preview_mode="listes").content.decode()
    assert texts(html, r"<h2>(.*?)</h2>") == ["Carte", "Agenda", "Éditions passées"]
    assert texts(html, r'<h3 class="(?:agenda|row)-title">(.*?)</h3>') == ["NEC Metz", "NEC Metz"]


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # Wagtail leaves a rendition's temporary file open
def test_preview_shows_the_link_as_networks_show_it() -> None:
    event = make_event("NEC Metz", date(2026, 10, 3), summary="Un jour.", image=make_image(description="Une halle"))
    html = event.make_preview_request(preview_mode="partage").content.decode()
    assert texts(html, r'<div class="shared-text">(.*?)</div>') == ["127.0.0.1 NEC Metz Un jour."]
    assert re.findall(r'<img src="(/media/images/[^"]*)" alt="([^"]*)"', html)[0][1] == "Une halle"
    bare = make_event("NEC Sans image").make_preview_request(preview_mode="partage").content.decode()
    assert '<div class="shared-link">' in bare
    assert "<img" not in bare


def test_half_a_point_is_refused_next_to_the_field(admin_client: Client) -> None:
    response = create(admin_client, latitude="49.1")
    assert errors_of(response, "longitude") == ["Indiquez la latitude et la longitude, ou aucune des deux."]
