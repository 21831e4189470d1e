"""Demo content: the home page at the root of the default site, the charter, the guide, the legal pages, the staff."""

from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from home.demo_charter import CHARTER, GUIDE
from home.demo_home import ACTIONS, BODY, SENTENCE, TITLE
from home.demo_legal import ACCESSIBILITY, CONTACT, LEGAL_NOTICE, PERSONAL_DATA
from home.models import ContentPage, HomeAction, HomePage
from nec_cms.demo import account, child
from nec_cms.roles import COMMUNICATION, EDITOR, MODERATOR

WRITTEN_ON = date(2026, 11, 2)
PAGES = (CHARTER, GUIDE, CONTACT, ACCESSIBILITY, LEGAL_NOTICE, PERSONAL_DATA)


def build() -> None:
    """Make what is missing; a second run changes nothing."""
    home = root_page()
    for page in PAGES:
        child(home, ContentPage, page.slug, updated_on=WRITTEN_ON, **page.fields())
    account("admin", superuser=True, first_name="Alix", last_name="Exemple")
    account("redaction", EDITOR, first_name="Noa", last_name="Exemple")
    account("relecture", MODERATOR, first_name="Sacha", last_name="Exemple")
    account("communication", COMMUNICATION, first_name="Lou", last_name="Exemple")


def root_page() -> HomePage:
    """The home page, made the root of the default site in place of the page that Wagtail installs."""
    home = HomePage.objects.first()
    if home is None:
        home = HomePage(title=TITLE, slug="accueil", sentence=SENTENCE, body=BODY, search_description=SENTENCE)
        home.actions = [HomeAction(label=label, address=address) for label, address in ACTIONS]
        Page.get_first_root_node().add_child(instance=home)
        home.save_revision().publish()
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": address.hostname, "port": port, "site_name": TITLE},
    )
    for welcome in Page.objects.filter(depth=2, slug="home", content_type__model="page", numchild=0):
        welcome.delete()
    return HomePage.objects.get(pk=home.pk)
