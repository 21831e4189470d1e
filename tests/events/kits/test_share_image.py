"""The one picture of a kit that anybody sees: the banner, where the address of a published event is shared."""

import pytest

from events.kits.share_image import NAME
from events.presentation import shared_image

pytestmark = pytest.mark.django_db
ADDRESS = "/kits/apercu/nec-metz-2024.png"


def test_an_event_is_shared_with_the_banner_of_its_kit(kit, event, client):
    picture = shared_image(event)
    assert (picture.url, picture.width, picture.height) == (f"http://127.0.0.1:8000{ADDRESS}", 1200, 627)
    assert picture.alt == kit.files.get(name=NAME).alt
    page = client.get("/nec-locaux/nec-metz-2024/").content.decode()
    assert f'<meta property="og:image" content="http://127.0.0.1:8000{ADDRESS}">' in page


def test_the_banner_is_for_everybody_is_kept_an_hour_and_is_not_counted(kit, client):
    response = client.get(ADDRESS)
    assert b"".join(response.streaming_content) == kit.files.get(name=NAME).content()
    headers = ("Content-Type", "Content-Disposition", "Cache-Control", "X-Content-Type-Options")
    assert [response[name] for name in headers] == [
        "image/png",
        f'inline; filename="{NAME}"',
        "public, max-age=3600",
        "nosniff",
    ]
    assert (response.cookies, kit.files.get(name=NAME).downloads) == ({}, 0)
    assert client.get(ADDRESS, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_it_goes_with_the_publication_and_no_other_file_is_public(kit, event, client):
    assert client.get("/kits/apercu/affiche-a4.png").status_code == 404
    event.unpublish()
    assert client.get(ADDRESS).status_code == 404
    event.refresh_from_db()
    assert shared_image(event) is None


def test_an_event_whose_kit_is_not_built_yet_has_none(new_event_after_kit, client):
    assert shared_image(new_event_after_kit) is None
    assert client.get("/kits/apercu/nec-ess-2024.png").status_code == 404


def test_machines_may_fetch_the_picture_and_nothing_else_of_the_kits(home, client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert [line for line in lines if "/kits/" in line] == ["Disallow: /kits/", "Allow: /kits/apercu/"]
