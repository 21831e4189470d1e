"""Which editions are of the same NEC."""

import pytest

from events.series import series_key


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("NEC 974 La Réunion", "local", "974 la reunion"),
        ("NEC 974 La Réunion 2024", "local", "974 la reunion"),
        ("NEC La Réunion, 2e édition 2022 (exemple)", "local", "la reunion 2e edition"),
        ("NEC Orléans Métropole (exemple)", "local", "orleans metropole"),
        ("Numérique en Commun[s] 2025", "national", "edition nationale"),
        ("2024", "local", ""),
    ],
)
def test_name_without_its_year_is_what_editions_share(name: str, kind: str, key: str) -> None:
    assert series_key(name, kind) == key
