"""The event page drafted from a file: its fields, its slug, its porteur, and once only."""

from datetime import date

import pytest

from community.models import Organisation, Territory, TerritoryKind, Theme
from events.candidatures.drafting import attach_porteur, draft_event, event_slug, event_title, time_zone
from events.candidatures.models import Candidature
from events.formats.models import FormatIndexPage, FormatPage
from events.models import NEVER, EventPage
from nec_cms.models import User
from tests.events.candidatures.dossiers import event_index, file_for, person, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home):
    return event_index(home)


@pytest.fixture
def overseas(db):
    island = Territory.objects.create(name="Île (essai)", kind=TerritoryKind.OUTRE_MER, insee_code="9749")
    return Territory.objects.create(name="Saint-Essai", kind=TerritoryKind.COLLECTIVITE, parent=island)


def test_the_drafted_page_says_what_the_file_says(home, index, overseas):
    partner = Organisation.objects.create(name="Partenaire exemple")
    formats = home.add_child(instance=FormatIndexPage(title="Formats"))
    offer = formats.add_child(instance=FormatPage(title="Atelier exemple", partner=partner, summary="Exemple."))
    theme = Theme.objects.create(name="Thème d’essai")
    file = file_for(
        team(),
        title="Saint-Essai",
        territory=overseas,
        organisation="Ville de Saint-Essai",
    )
    file.themes.add(theme)
    file.formats.add(offer)
    actor = person("instruction@example.org")

    event = EventPage.objects.get(pk=draft_event(file, actor).pk)

    assert {
        "title": event.title,
        "slug": event.slug,
        "live": event.live,
        "status": event.status,
        "kind": event.kind,
        "summary": event.summary,
        "start": event.start_date,
        "end": event.end_date,
        "zone": event.time_zone,
        "capacity": event.capacity,
        "territories": list(event.territories.all()),
        "themes": list(event.themes.all()),
        "formats": list(event.formats.all()),
        "organisers": [(row.organisation.name, row.role) for row in event.organisers.all()],
        "porteurs": [user.email for user in event.porteurs.all()],
        "owner": event.owner,
        "parent": event.get_parent().specific,
    } == {
        "title": "NEC Saint-Essai",
        "slug": "nec-saint-essai-2027",
        "live": False,
        "status": "confirmed",
        "kind": "local",
        "summary": "",
        "start": date(2027, 6, 10),
        "end": date(2027, 6, 11),
        "zone": "Indian/Reunion",
        "capacity": 300,
        "territories": [overseas],
        "themes": [theme],
        "formats": [offer],
        "organisers": [("Ville de Saint-Essai", "porteur")],
        "porteurs": [file.contact_email],
        "owner": actor,
        "parent": index,
    }
    assert Candidature.objects.get().event == event


def test_publishing_the_draft_keeps_every_relation_and_the_porteur(index, overseas):
    file = file_for(team(), territory=overseas)
    draft_event(file).get_latest_revision().publish()
    event = EventPage.objects.get()
    assert event.live is True
    assert list(event.territories.all()) == [overseas]
    assert [row.organisation.name for row in event.organisers.all()] == ["Association Exemple"]
    assert [user.email for user in event.porteurs.all()] == [file.contact_email]


def test_nothing_private_reaches_the_page_or_its_revision(index):
    file = file_for(team(), contact_name="Camille Secrète", budget_total=12345, form_data={"u9": "Réponse privée"})
    content = str(draft_event(file).get_latest_revision().content)
    for private in (file.contact_email, "Secrète", "12345", "Réponse privée"):
        assert private not in content


def test_drafting_again_finds_the_same_page(index):
    file = file_for(team())
    first = draft_event(file)
    again = draft_event(Candidature.objects.get())
    assert (again, EventPage.objects.count(), first.revisions.count()) == (first, 1, 1)
    assert [user.email for user in again.porteurs.all()] == [file.contact_email]


def test_two_files_of_one_place_get_two_addresses(index):
    its_team = team()
    slugs = [draft_event(file_for(its_team)).slug for _ in range(3)]
    assert slugs == ["nec-essai-2027", "nec-essai-2027-2", "nec-essai-2027-3"]


def test_a_file_without_date_is_announced_under_the_year_of_its_filing(index):
    event = draft_event(file_for(team(), event_start=None, event_end=None))
    assert (event.status, event.start_date, event.over_at, event.slug) == ("announced", None, NEVER, "nec-essai-2026")


def test_a_single_day_and_a_last_day_before_the_first_leave_one_day(index):
    its_team = team()
    for last in (date(2027, 6, 10), date(2027, 6, 1)):
        assert draft_event(file_for(its_team, event_end=last)).end_date is None


def test_without_venue_capacity_the_audience_is_the_capacity(index):
    assert draft_event(file_for(team(), venue_capacity=None, audience=180)).capacity == 180


@pytest.mark.parametrize("typed", ["ville de  METZ", "Ville-de-Metz", "Ville de Metz"])
def test_an_organisation_known_under_that_name_is_not_created_twice(index, typed):
    known = Organisation.objects.create(name="Ville de Metz")
    event = draft_event(file_for(team(), organisation=typed))
    assert [row.organisation for row in event.organisers.all()] == [known]


def test_an_organisation_in_another_alphabet_gets_an_identifier(index):
    file = file_for(team(), organisation="共同")
    assert [row.organisation.slug for row in draft_event(file).organisers.all()] == [f"organisation-{file.pk}"]


def test_a_file_without_organisation_has_no_organiser(index):
    assert draft_event(file_for(team(), organisation=" ")).organisers.count() == 0


def test_a_new_porteur_has_an_account_that_no_password_opens():
    file = file_for(team(), contact_email="Nouvelle@Example.org")
    user = attach_porteur(file)
    assert (user.email, user.has_usable_password(), user.get_full_name()) == (
        "nouvelle@example.org",
        False,
        "Camille Fictive",
    )
    assert Candidature.objects.get().porteur == user


def test_a_porteur_who_has_an_account_keeps_it():
    known = User.objects.create_user("connue@example.org")
    file = file_for(team(), contact_email="Connue@example.org")
    assert (attach_porteur(file), User.objects.count()) == (known, 1)


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("NEC Metz", "NEC Metz"),
        ("Metz", "NEC Metz"),
        ("nec : Metz ", "NEC Metz"),
        ("NECtar en commun", "NEC NECtar en commun"),
        ("  NEC   974  La Réunion ", "NEC 974 La Réunion"),
        ("", "NEC"),
    ],
)
def test_a_title_carries_the_brand_once(answer, title):
    assert event_title(answer, None) == title


def test_a_file_without_title_is_named_after_its_territory(overseas):
    assert event_title(" ", overseas) == "NEC Saint-Essai"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("NEC Metz", "nec-metz-2027"),
        ("NEC Metz 2027", "nec-metz-2027"),
        ("NEC 974 La Réunion", "nec-974-la-reunion-2027"),
        ("NEC [Commun[s]]", "nec-communs-2027"),
        ("NEC", "nec-2027"),
        ("مرسى", "nec-2027"),
        ("NEC " + "x" * 300, "nec-" + "x" * 226 + "-2027"),
    ],
)
def test_an_address_is_made_of_the_place_and_the_year(title, slug):
    assert event_slug(title, 2027) == slug


@pytest.mark.parametrize(
    ("name", "kind", "code", "zone"),
    [
        ("Martinique", TerritoryKind.OUTRE_MER, "", "America/Martinique"),
        ("Fort-de-France", TerritoryKind.COLLECTIVITE, "97209", "America/Martinique"),
        ("Ain", TerritoryKind.DEPARTEMENT, "01", "Europe/Paris"),
        ("Metz", TerritoryKind.COLLECTIVITE, "57463", "Europe/Paris"),
    ],
)
def test_the_time_zone_is_that_of_the_place(name, kind, code, zone):
    assert time_zone(Territory(name=name, kind=kind, insee_code=code, slug=name.lower())) == zone


def test_without_territory_the_time_is_that_of_paris():
    assert time_zone(None) == "Europe/Paris"
