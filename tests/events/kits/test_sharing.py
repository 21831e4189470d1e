"""Links that hand a kit on: made and withdrawn by its people, good for one kit, for a time, for whoever holds them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from events.kits.models import Kit, ShareLink
from events.kits.sharing import forget_closed_links
from nec_cms.models import User

pytestmark = pytest.mark.django_db
PAGE = "/kits/nec-metz-2024/"
QUERIES = 8


@pytest.fixture
def reader(porteur: User) -> Client:
    client = Client()
    client.force_login(porteur)
    return client


@pytest.fixture
def link(kit: Kit) -> ShareLink:
    return kit.share_links.create(recipient="Imprimerie exemple", expires_at=timezone.now() + timedelta(days=7))


def paths(link: ShareLink) -> list[str]:
    base = link.get_absolute_url()
    return [base, f"{base}kit.zip", f"{base}affiche-a4.pdf", f"{base}affiche-a4.pdf?apercu"]


def answers(link: ShareLink) -> list[int]:
    client = Client()
    found = []
    for path in paths(link):
        response = client.get(path)
        assert response.cookies == {}
        found.append(response.status_code)
        if response.streaming:
            assert b"".join(response.streaming_content)
    return found


def test_a_porteur_makes_a_link_that_opens_the_kit_without_an_account_or_a_cookie(kit, reader):
    response = reader.post(f"{PAGE}liens/", {"recipient": "Imprimerie exemple", "days": "7"})
    assert (response.status_code, response["Location"]) == (302, f"{PAGE}#partager")
    link = ShareLink.objects.get()
    assert (link.kit, link.recipient, link.created_by.email) == (
        kit,
        "Imprimerie exemple",
        "camille.exemple@example.org",
    )
    assert link.get_absolute_url() in reader.get(PAGE).content.decode()
    assert answers(link) == [200] * 4


def test_the_link_is_long_signed_and_plain_in_an_address(link):
    assert (len(link.nonce), len(link.token)) == (32, 75)
    assert set(link.token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    other = link.kit.share_links.create(recipient="Presse", expires_at=link.expires_at)
    assert other.nonce != link.nonce


def test_what_was_not_signed_here_opens_nothing(link, client, settings):
    token = link.token
    forged = [link.nonce, f"{link.nonce}{'a' * 43}", token[:-1], f"A{token[1:]}", f"{token}a", "a", "a" * 75]
    assert [client.get(f"/kits/partage/{each}/").status_code for each in forged] == [404] * 7
    settings.SECRET_KEY = "another-" + "0" * 40
    assert client.get(f"/kits/partage/{token}/").status_code == 404


def test_a_link_survives_a_change_of_the_secret_key_that_keeps_the_former_one(link, client, settings):
    address = link.get_absolute_url()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-" + "0" * 40
    assert client.get(address).status_code == 200


def test_a_row_that_is_moved_to_another_kit_or_prolonged_opens_nothing(link, client, new_event_after_kit):
    address = link.get_absolute_url()
    ShareLink.objects.update(expires_at=link.expires_at + timedelta(days=1))
    assert client.get(address).status_code == 404
    ShareLink.objects.update(expires_at=link.expires_at, kit=new_event_after_kit.kit)
    assert client.get(address).status_code == 404


def test_a_link_opens_its_kit_only(link, client, new_event_after_kit):
    assert client.get("/kits/nec-ess-2024/").status_code == 302
    assert client.get(f"{link.get_absolute_url()}../../nec-metz-2024/").status_code == 404


def test_an_expired_link_says_so_and_opens_nothing(link, time_machine):
    time_machine.move_to(link.expires_at, tick=False)
    assert answers(link) == [410] * 4
    assert "ce temps est passé" in Client().get(link.get_absolute_url()).content.decode()


def test_a_revoked_link_says_so_at_once_and_opens_nothing(link, reader):
    response = reader.post(f"{PAGE}liens/{link.pk}/revoquer/")
    assert (response.status_code, response["Location"]) == (302, f"{PAGE}#partager")
    assert answers(link) == [410] * 4
    assert "a fermé le lien" in Client().get(link.get_absolute_url()).content.decode()
    revoked_at = ShareLink.objects.get().revoked_at
    reader.post(f"{PAGE}liens/{link.pk}/revoquer/")
    assert ShareLink.objects.get().revoked_at == revoked_at


def test_unpublishing_or_deleting_the_event_takes_the_kit_back_at_once(link, event):
    event.unpublish()
    assert answers(link) == [404] * 4
    event.save_revision().publish()
    assert answers(link) == [200] * 4
    event.delete()
    assert answers(link) == [404] * 4


def test_the_page_of_a_link_says_until_when_and_nothing_of_the_other_links(link, client, time_machine):
    time_machine.move_to("2024-09-01T10:00:00Z", tick=False)
    link = link.kit.share_links.create(recipient="Presse", expires_at=timezone.now() + timedelta(days=7))
    response = client.get(link.get_absolute_url())
    text = response.content.decode()
    assert "jusqu’au 8 septembre 2024" in text
    assert ["Imprimerie exemple" in text, "Presse" in text, "csrf" in text] == [False] * 3
    headers = ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")
    assert [response[name] for name in headers] == ["private, no-store", "same-origin", "noindex, nofollow"]


def test_the_page_of_a_link_costs_the_same_for_one_file_and_thirteen(link, client, django_assert_num_queries):
    address = link.get_absolute_url()
    client.get(address)
    with django_assert_num_queries(QUERIES):
        client.get(address)
    link.kit.files.exclude(name="affiche-a4.pdf").delete()
    with django_assert_num_queries(QUERIES):
        client.get(address)


def test_downloads_by_a_link_are_counted_without_a_name(link, client):
    assert b"".join(client.get(paths(link)[2]).streaming_content)
    assert list(link.kit.files.filter(downloads__gt=0).values_list("name", "downloads")) == [("affiche-a4.pdf", 1)]
    assert link.kit.last_downloads.count() == 0


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        ({"recipient": "", "days": "7"}, "recipient", "Champ requis."),
        ({"recipient": "x" * 81, "days": "7"}, "recipient", "Assurez-vous que cette valeur comporte au plus 80"),
        (
            {"recipient": "Presse", "days": "9999"},
            "days",
            "Sélectionnez un choix valide. 9999 n’en fait pas partie.",
        ),
    ],
)
def test_a_link_without_a_name_or_without_an_end_is_refused(kit, reader, sent, field, message):
    response = reader.post(f"{PAGE}liens/", sent)
    assert response.status_code == 422
    assert response.context["form"].errors[field][0].startswith(message)
    assert ShareLink.objects.count() == 0


def test_there_is_a_most_of_open_links(kit, reader):
    for number in range(30):
        kit.share_links.create(recipient=f"Partenaire {number}", expires_at=timezone.now() + timedelta(days=1))
    response = reader.post(f"{PAGE}liens/", {"recipient": "Presse", "days": "7"})
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == ["30 liens sont déjà ouverts. Révoquez-en un d’abord."]


def test_others_make_and_withdraw_no_link(link, client, new_event_after_kit):
    assert client.post(f"{PAGE}liens/", {"recipient": "x", "days": "7"})["Location"] == (
        "/espace-porteur/?suite=%2Fkits%2Fnec-metz-2024%2F"
    )
    other = User.objects.create_user("dominique.exemple@example.org")
    new_event_after_kit.porteurs.add(other)
    client.force_login(other)
    refusals = [
        client.post(f"{PAGE}liens/", {"recipient": "x", "days": "7"}),
        client.post(f"{PAGE}liens/{link.pk}/revoquer/"),
        client.post(f"/kits/nec-ess-2024/liens/{link.pk}/revoquer/"),
    ]
    assert [refusal.status_code for refusal in refusals] == [404, 404, 404]
    assert list(ShareLink.objects.values_list("pk", "revoked_at")) == [(link.pk, None)]


def test_a_link_is_made_and_withdrawn_by_a_post_with_a_token(link, reader, porteur):
    assert [reader.get(f"{PAGE}liens/").status_code, reader.get(f"{PAGE}liens/{link.pk}/revoquer/").status_code] == [
        405,
        405,
    ]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(porteur)
    assert strict.post(f"{PAGE}liens/", {"recipient": "x", "days": "7"}).status_code == 403
    assert strict.post(f"{PAGE}liens/{link.pk}/revoquer/").status_code == 403


def test_links_that_closed_a_year_ago_are_forgotten(link, time_machine):
    recent = link.kit.share_links.create(recipient="Presse", expires_at=timezone.now() + timedelta(days=90))
    time_machine.move_to(timezone.now() + timedelta(days=400), tick=False)
    assert forget_closed_links() == 1
    assert list(ShareLink.objects.all()) == [recent]


def test_hostile_names_are_escaped(kit, reader):
    reader.post(f"{PAGE}liens/", {"recipient": '"><script>alert(1)</script>', "days": "7"})
    assert "<script>alert" not in reader.get(PAGE).content.decode()
