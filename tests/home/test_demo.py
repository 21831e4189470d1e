"""The demo's first part: home page, charter, guide, legal pages, staff."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from wagtail.models import Page, Site

from home.demo import build
from home.models import ContentPage, HomePage
from nec_cms.models import User
from nec_cms.roles import setup_roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo() -> HomePage:
    setup_roles()
    build()
    return HomePage.objects.get()


def test_demo_puts_the_home_page_at_the_root_and_removes_the_welcome_page(settings) -> None:
    settings.BASE_URL = "https://nec.example.org"
    assert Page.objects.get(depth=2).slug == "home"
    setup_roles()
    build()
    site = Site.objects.get()
    assert Page.objects.get(depth=2).pk == HomePage.objects.get().pk == site.root_page_id
    assert (site.hostname, site.port, site.site_name) == ("nec.example.org", 443, "Numérique en Commun[s]")


def test_demo_keeps_what_an_editor_changed(demo: HomePage) -> None:
    page = ContentPage.objects.get(slug="charte")
    page.introduction = "Réécrit."
    page.save_revision().publish()
    build()
    assert ContentPage.objects.get(slug="charte").introduction == "Réécrit."
    assert demo.actions.count() == 2


def test_demo_serves_the_pages_of_the_contract(demo: HomePage, client: Client) -> None:
    titles = {
        "/charte/": "La charte des NEC",
        "/guide-d-organisation/": "Organiser un NEC local",
        "/contact/": "Nous écrire",
        "/accessibilite/": "Accessibilité",
        "/mentions-legales/": "Mentions légales",
        "/donnees-personnelles/": "Données personnelles",
    }
    for address, title in titles.items():
        assert f'<h1 class="opening-title">{title}</h1>' in client.get(address).content.decode(), address


def test_charter_holds_the_seven_principles_in_order(demo: HomePage) -> None:
    charter = ContentPage.objects.get(slug="charte")
    assert [block.value for block in charter.body if block.block_type == "heading"][:7] == [
        "Éduquer",
        "Ouvrir",
        "Harmoniser",
        "Débattre",
        "Faire ensemble",
        "Améliorer",
        "Tempérer",
    ]


def test_demo_texts_are_spaced_the_french_way(demo: HomePage) -> None:
    for page in ContentPage.objects.all():
        stored = str(page.body.raw_data) + page.introduction + page.title
        for mark in (" ;", " !", " ?", " :", "« ", " »"):
            assert mark not in stored.replace("': ", "").replace(", '", ""), (page.slug, mark)


def test_demo_accounts_sign_in_with_their_roles(demo: HomePage, rf: RequestFactory) -> None:
    roles = {}
    for user in User.objects.order_by("email"):
        signed_in = authenticate(rf.post("/"), username=user.email, password="nec-demo-2024")
        roles[user.email] = (signed_in == user, [group.name for group in user.groups.all()])
    assert roles == {
        "admin@example.org": (True, []),
        "communication@example.org": (True, ["Communication"]),
        "redaction@example.org": (True, ["Rédaction"]),
        "relecture@example.org": (True, ["Relecture"]),
    }
    assert [user.email for user in User.objects.filter(is_superuser=True)] == ["admin@example.org"]


def test_demo_makes_no_account_outside_a_demonstration(settings) -> None:
    settings.DEMO = False
    setup_roles()
    build()
    assert User.objects.count() == 0


def test_action_leads_to_a_page_or_to_an_address_never_both(demo: HomePage) -> None:
    action = demo.actions.first()
    action.full_clean()
    for page, address, message in (
        (demo, "/x/", "Choisissez une page ou donnez une adresse, l’une des deux."),
        (None, "", "Choisissez une page ou donnez une adresse, l’une des deux."),
        (None, "javascript:alert(1)", "Une adresse commence par « / » (sur ce site) ou par « https:// » (ailleurs)."),
    ):
        action.page, action.address = page, address
        with pytest.raises(ValidationError) as refused:
            action.full_clean()
        assert refused.value.message_dict["address"] == [message.replace("« ", "«\u00a0").replace(" »", "\u00a0»")]
