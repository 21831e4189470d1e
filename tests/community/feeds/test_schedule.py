from datetime import timedelta

import pytest

from community.feeds.schedule import after_failure, after_success


def test_a_feed_is_read_again_about_an_hour_later():
    assert (after_success(0), after_success(1)) == (timedelta(minutes=57), timedelta(minutes=63))


@pytest.mark.parametrize(
    ("failures", "minutes"), [(1, 15), (2, 30), (3, 60), (7, 960), (8, 1440), (9, 1440), (10_000, 1440)]
)
def test_failures_in_a_row_double_the_wait_up_to_a_day(failures, minutes):
    assert after_failure(failures, None, 0.5) == timedelta(minutes=minutes)


def test_waits_are_spread_by_a_fifth():
    assert after_failure(1, None, 0) == timedelta(minutes=12)
    assert after_failure(1, None, 1) == timedelta(minutes=18)


def test_a_server_that_asks_to_wait_longer_is_obeyed():
    assert after_failure(1, timedelta(hours=6), 0.5) == timedelta(hours=6)
    assert after_failure(1, timedelta(seconds=5), 0.5) == timedelta(minutes=15)
