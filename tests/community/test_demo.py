import pytest

from community.demo import build
from community.models import DirectoryPage, Feed, FeedItem, Organisation, Territory, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _built(home):
    build()


def test_the_eight_themes_of_the_programme_are_there_in_order():
    assert list(Theme.objects.values_list("name", flat=True)) == [
        "Inclusion numérique",
        "Communs numériques",
        "Logiciels libres et données ouvertes",
        "Accès aux services publics",
        "Outils numériques des collectivités",
        "Transition écologique et écoconception",
        "Accessibilité numérique",
        "Sécurité et souveraineté numériques",
    ]


def test_the_directory_is_at_the_address_that_was_promised():
    assert DirectoryPage.objects.get().url == "/communaute/"


def test_what_is_invented_says_so_and_nothing_is_fetched():
    assert [name for name in Organisation.objects.values_list("name", flat=True) if "exemple" not in name] == [
        "ANCT, programme Société Numérique"
    ]
    assert not Feed.objects.filter(active=True).exists()
    for item in FeedItem.objects.all():
        assert "exemple" in item.title
        assert ".example.org/" in item.link


def test_an_editor_s_words_survive_a_second_build():
    Territory.objects.filter(slug="nantes").update(introduction="<p>Nous.</p>")
    Theme.objects.filter(slug="communs-numeriques").update(name="Les communs", order=99)
    build()
    assert Territory.objects.get(slug="nantes").introduction == "<p>Nous.</p>"
    assert Theme.objects.get(slug="communs-numeriques").name == "Les communs"
    assert Theme.objects.count() == 8


def test_each_state_of_moderation_is_shown():
    assert sorted(set(FeedItem.objects.values_list("state", flat=True))) == ["approved", "pending", "rejected"]
