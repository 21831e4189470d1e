"""Counting tries."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory

from nec_cms.rate_limit import client_address, wait

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def quarter_past() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-01-05 10:15:00Z", tick=False) as clock:
        yield clock


def test_past_the_allowed_number_of_tries_one_waits_for_the_next_period() -> None:
    assert [wait("essai", "a@example.org", 2, HOUR) for _ in range(4)] == [0, 0, 45 * 60, 45 * 60]


def test_each_person_and_each_action_is_counted_apart() -> None:
    assert wait("essai", "a@example.org", 1, HOUR) == 0
    assert wait("essai", "b@example.org", 1, HOUR) == 0
    assert wait("autre", "a@example.org", 1, HOUR) == 0
    assert wait("essai", "a@example.org", 1, HOUR) == 45 * 60


def test_the_count_starts_again_with_the_next_period(quarter_past: time_machine.Traveller) -> None:
    assert [wait("essai", "a@example.org", 1, HOUR) for _ in range(2)] == [0, 45 * 60]
    quarter_past.shift(timedelta(minutes=45))
    assert wait("essai", "a@example.org", 1, HOUR) == 0


@pytest.mark.parametrize(
    ("behind_proxy", "expected"), [(False, "127.0.0.1"), (True, "203.0.113.7")], ids=["alone", "behind the proxy"]
)
def test_a_forwarded_address_counts_only_behind_the_proxy(
    rf: RequestFactory, settings, behind_proxy: bool, expected: str
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if behind_proxy else None
    request = rf.get("/", headers={"x-forwarded-for": "198.51.100.1, 203.0.113.7"})

    assert client_address(request) == expected
