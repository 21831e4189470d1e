"""Parts of a file, conditions and heads (RFC 9110, sections 13 and 14), on a file of the kit."""

import pytest
from django.test import Client

from events.kits.serving import Span, UnsatisfiableRangeError, asked_span

PATH = "/kits/nec-metz-2024/qr-code.png"


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("", (0, 100)),
        ("bytes=0-", (0, 100)),
        ("bytes=0-0", (0, 1)),
        ("bytes=10-19", (10, 20)),
        ("bytes=90-500", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-500", (0, 100)),
        ("bytes=20-10", (0, 100)),
        ("bytes=0-1,5-6", (0, 100)),
        ("items=0-1", (0, 100)),
        ("bytes=a-b", (0, 100)),
        ("bytes=" + "9" * 40 + "-", (0, 100)),
    ],
)
def test_the_part_that_is_asked_for_or_the_whole_where_it_is_not_one_part(header, span):
    assert asked_span(header, 100) == Span(*span, 100)


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_after_the_end_cannot_be_had(header):
    with pytest.raises(UnsatisfiableRangeError):
        asked_span(header, 100)


@pytest.fixture
def reader(kit, porteur) -> Client:
    client = Client()
    client.force_login(porteur)
    return client


@pytest.mark.django_db
def test_a_download_can_be_taken_up_again_where_it_stopped_and_counts_once(kit, reader):
    file = kit.files.get(name="qr-code.png")
    whole = file.content()
    first = reader.get(PATH, headers={"Range": "bytes=0-99"})
    rest = reader.get(PATH, headers={"Range": "bytes=100-", "If-Range": first["ETag"]})
    assert [first.status_code, rest.status_code] == [206, 206]
    assert (first["Content-Range"], first["Content-Length"]) == (f"bytes 0-99/{file.size}", "100")
    assert rest["Content-Range"] == f"bytes 100-{file.size - 1}/{file.size}"
    assert b"".join([*first.streaming_content, *rest.streaming_content]) == whole
    file.refresh_from_db()
    assert file.downloads == 1


@pytest.mark.django_db
def test_a_file_that_changed_meanwhile_is_sent_whole(kit, reader):
    response = reader.get(PATH, headers={"Range": "bytes=100-", "If-Range": '"of another version"'})
    assert (response.status_code, "Content-Range" in response) == (200, False)
    assert b"".join(response.streaming_content) == kit.files.get(name="qr-code.png").content()


@pytest.mark.django_db
def test_a_part_after_the_end_is_answered_416_with_the_size(kit, reader):
    size = kit.files.get(name="qr-code.png").size
    response = reader.get(PATH, headers={"Range": f"bytes={size}-"})
    assert (response.status_code, response["Content-Range"], response.content) == (416, f"bytes */{size}", b"")


@pytest.mark.django_db
def test_a_head_tells_everything_and_sends_and_counts_nothing(kit, reader):
    file = kit.files.get(name="qr-code.png")
    response = reader.head(PATH)
    headers = ("Content-Type", "Content-Length", "Content-Disposition", "Accept-Ranges", "X-Content-Type-Options")
    assert [response[name] for name in headers] == [
        "image/png",
        str(file.size),
        'attachment; filename="qr-code.png"',
        "bytes",
        "nosniff",
    ]
    file.refresh_from_db()
    assert (response.content, file.downloads) == (b"", 0)


@pytest.mark.django_db
def test_a_web_page_of_a_kit_is_never_opened_in_place(kit, reader):
    kit.files.filter(name="qr-code.png").update(name="carte.html", format="HTML")
    response = reader.head("/kits/nec-metz-2024/carte.html?apercu")
    assert response["Content-Disposition"] == 'attachment; filename="carte.html"'
    assert response["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
