"""Which addresses of the network the site may call: those of the public internet, and nothing else.

A feed's address is typed by an editor and may redirect anywhere; what answers must never be a machine of ours.
Sources: RFC 6890 (special-purpose addresses), RFC 6052 (addresses that carry an IPv4 one), RFC 3056, RFC 4380.
"""

from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

TRANSLATED = IPv6Network("64:ff9b::/96")
"""The prefix by which IPv6-only networks reach the IPv4 internet: the last 32 bits are the IPv4 address."""


def is_allowed(address: str, allow: Collection[str] = ()) -> bool:
    """True for a public unicast address, or one named in `allow` (for tests on loopback)."""
    if address in allow:
        return True
    try:
        return _is_public(ip_address(address.partition("%")[0]))
    except ValueError:
        return False


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if address in TRANSLATED:
        return _is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    if isinstance(address, IPv4Address):
        return True
    if address.is_site_local or address.teredo is not None:
        return False
    return all(_is_public(inner) for inner in (address.ipv4_mapped, address.sixtofour) if inner is not None)
