import pytest

from community.feeds.public_addresses import is_allowed

PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "pas une adresse",
    "",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_of_the_public_internet_is_refused(address):
    assert is_allowed(address) is False


@pytest.mark.parametrize("address", ["1.1.1.1", "185.75.143.29", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_a_public_address_is_accepted(address):
    assert is_allowed(address) is True


def test_an_address_named_by_the_caller_is_accepted_and_its_neighbour_is_not():
    assert is_allowed("127.0.0.1", {"127.0.0.1"}) is True
    assert is_allowed("127.0.0.2", {"127.0.0.1"}) is False
