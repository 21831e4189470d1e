"""The one style sheet: its sources, its layers, when it is written again, and what it costs."""

import gzip
import os
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured

from nec_cms import bundle


@pytest.fixture
def site(tmp_path, settings):
    """A site of two style sheets whose bundle lies in a folder of the test's own."""
    settings.BASE_DIR = tmp_path
    settings.DATA_DIR = tmp_path / "data"
    styles, components = tmp_path / "templates/styles", tmp_path / "templates/components"
    styles.mkdir(parents=True)
    components.mkdir()
    (styles / "utilities.css").write_text(".soft { color: gray }")
    (styles / "reset.css").write_text("* { margin: 0 }")
    (components / "tag.css").write_text(".tag { & a { color: red } }")
    return tmp_path


@pytest.fixture
def no_apps(monkeypatch):
    monkeypatch.setattr(bundle.apps, "get_app_configs", list)


def test_sources_follow_the_order_of_the_layers_then_components(site, no_apps):
    names = [(source.path.name, source.layer) for source in bundle.sources()]
    assert names == [("reset.css", "reset"), ("utilities.css", "utilities"), ("tag.css", "components")]


def test_a_style_sheet_beside_an_apps_template_enters_the_bundle_last(site, monkeypatch):
    app = type("App", (), {"path": str(site / "stranger")})
    sheet = site / "stranger/templates/stranger/page.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".stranger { color: blue }")
    monkeypatch.setattr(bundle.apps, "get_app_configs", lambda: [app])
    assert bundle.sources()[-1] == bundle.Source(sheet, "components")


def test_a_style_sheet_in_a_folder_of_tools_is_apart_from_the_first_visit(site, monkeypatch):
    app = type("App", (), {"path": str(site / "stranger")})
    sheet = site / "stranger/templates/stranger/tools/form.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".stranger { color: blue }")
    monkeypatch.setattr(bundle.apps, "get_app_configs", lambda: [app])
    folder = bundle.build()
    assert "stranger" not in (folder / bundle.NAME).read_text()
    assert "@layer components{.stranger{color:#00f}}" in (folder / bundle.TOOLS).read_text()


def test_each_source_is_minified_inside_its_own_layer(site, no_apps):
    css = (bundle.build() / bundle.NAME).read_text()
    assert css == (
        "@layer reset{*{margin:0}}@layer tokens,base,layout;"
        "@layer components{.tag a{color:red}}@layer utilities{.soft{color:gray}}"
    )


def test_a_style_sheet_that_does_not_parse_is_named_with_its_line(site, no_apps):
    broken = site / "templates/components/tag.css"
    broken.write_text(".tag { color: red }\n.tag { color }\n")
    with pytest.raises(ImproperlyConfigured) as error:
        bundle.build()
    assert str(error.value).startswith(f"{broken}: this style sheet does not parse: ")
    assert f"{broken}:2:" in str(error.value)


def test_a_style_file_named_after_no_layer_is_refused_by_name(site, no_apps):
    stray = site / "templates/styles/extra.css"
    stray.write_text("a { color: red }")
    with pytest.raises(ImproperlyConfigured) as error:
        bundle.sources()
    assert str(error.value) == (
        f"{stray}: no layer is named 'extra'; the layers are reset, tokens, base, layout, components, utilities."
    )


def test_the_bundle_is_written_again_only_when_a_source_is_newer(site, no_apps):
    target = bundle.build() / bundle.NAME
    os.utime(target, (2_000_000_000, 2_000_000_000))
    bundle.build()
    assert target.stat().st_mtime == 2_000_000_000
    os.utime(site / "templates/styles/reset.css", (2_000_000_100, 2_000_000_100))
    bundle.build()
    assert target.stat().st_mtime != 2_000_000_000


def test_a_source_taken_away_leaves_the_bundle(site, no_apps):
    target = bundle.build() / bundle.NAME
    (site / "templates/components/tag.css").unlink()
    bundle.build()
    assert "tag" not in target.read_text()


def test_static_files_find_the_bundle_and_nothing_else_in_the_finder():
    assert finders.find(bundle.NAME) == str(bundle.build() / bundle.NAME)
    assert finders.find(bundle.TOOLS) == str(bundle.build() / bundle.TOOLS)
    assert bundle.BundleFinder().find("nec/other.css") == []
    assert [name for name, _ in bundle.BundleFinder().list(None)] == [bundle.NAME, bundle.TOOLS]


def test_the_whole_first_visit_style_and_fonts_stay_under_sixty_kilobytes():
    css = gzip.compress((bundle.build() / bundle.NAME).read_bytes(), 9)
    fonts = [Path(finders.find(f"nec/fonts/{name}.woff2")) for name in ("inter", "bricolage-grotesque")]
    assert len(css) < 14_000
    assert len(css) + sum(font.stat().st_size for font in fonts) < 60_000


def test_every_file_that_the_bundle_points_to_exists():
    css = (bundle.build() / bundle.NAME).read_text()
    paths = {part.split(")")[0].strip("\"'") for part in css.split("url(")[1:]}
    assert {path for path in paths if not finders.find(f"nec/{path}")} == set()
    assert len(paths) == 4
