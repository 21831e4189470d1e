"""The site's style sheets, gathered from small files and minified: one for all pages, one for those where people work.

Sources, in this order: `templates/styles/` (one file per cascade layer, named after it), the shell's components
`templates/components/*.css`, then every installed app's `templates/**/*.css`, so a plugin dresses its pages
by laying a style sheet beside its template. A source names no layer: the bundle puts it in one.

`nec/site.css` is what a first visit loads. The sheets of a folder named `tools` (the form, the porteur's space, kits,
the selection of formats, open data, the components that they alone show) go to `nec/tools.css`, which the pages that
extend `tools.html` load beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lightningcss
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

NAME, TOOLS = "nec/site.css", "nec/tools.css"
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")
# The oldest browsers dressed fully: the first that know cascade layers. What they lack is transpiled or prefixed.
BROWSERS = ["chrome 111", "firefox 113", "safari 16.4"]


@dataclass(frozen=True, slots=True)
class Source:
    """One style sheet and the cascade layer it enters."""

    path: Path
    layer: str


def sources(name: str = NAME) -> list[Source]:
    """The style sheets that go into the bundle `name`, in its order.

    Raises ImproperlyConfigured if a file of `templates/styles/` is not named after a layer.
    """
    shell = Path(settings.BASE_DIR) / "templates"
    styles = {path.stem: path for path in sorted((shell / "styles").glob("*.css"))}
    if unknown := sorted(set(styles) - set(LAYERS)):
        raise ImproperlyConfigured(
            f"{styles[unknown[0]]}: no layer is named {unknown[0]!r}; the layers are {', '.join(LAYERS)}."
        )
    folders = [shell / "components", *(Path(app.path) / "templates" for app in apps.get_app_configs())]
    beside = [Source(path, "components") for folder in folders for path in sorted(folder.rglob("*.css"))]
    if name == TOOLS:
        return [source for source in beside if source.path.parent.name == "tools"]
    layers = [Source(styles[layer], layer) for layer in LAYERS if layer in styles]
    return layers + [source for source in beside if source.path.parent.name != "tools"]


def compile_bundle(entries: list[Source]) -> str:
    """The minified style sheet. Raises ImproperlyConfigured, with the file's path, for one that does not parse."""
    flags = lightningcss.calc_parser_flags(nesting=True, custom_media=True)
    sheets = [f"@layer {', '.join(LAYERS)};"]
    for entry in entries:
        sheet = f"@layer {entry.layer} {{\n{entry.path.read_text(encoding='utf-8')}\n}}"
        try:
            lightningcss.process_stylesheet(sheet, filename=str(entry.path), parser_flags=flags)
        except ValueError as error:
            raise ImproperlyConfigured(f"{entry.path}: this style sheet does not parse: {error}") from error
        sheets.append(sheet)
    return lightningcss.process_stylesheet(
        "\n".join(sheets), filename=NAME, parser_flags=flags, browsers_list=BROWSERS, minify=True
    )


def build() -> Path:
    """The folder of the bundles, up to date: each is written again only where a source is newer, came or went."""
    root = Path(settings.DATA_DIR) / "bundle"
    for name in (NAME, TOOLS):
        _build(root, name)
    return root


def _build(root: Path, name: str) -> None:
    target = root / name
    manifest = root / f"{target.stem}.txt"
    entries = sources(name)
    listing = "\n".join(f"{entry.layer} {entry.path}" for entry in entries)
    newest = max((entry.path.stat().st_mtime for entry in entries), default=0.0)
    fresh = target.exists() and manifest.exists() and target.stat().st_mtime >= newest
    if not (fresh and manifest.read_text(encoding="utf-8") == listing):
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, compile_bundle(entries))
        _replace(manifest, listing)


def _replace(path: Path, text: str) -> None:
    """Writes in one step: another process never reads half a file."""
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


class BundleFinder(BaseFinder):
    """Offers the bundles to `collectstatic` and to the development server as if they lay in a static folder."""

    def check(self, **kwargs) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        if path not in (NAME, TOOLS):
            return []
        found = str(build() / path)
        return [found] if find_all or kwargs.get("all") else found

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        storage = FileSystemStorage(location=build())
        yield from ((name, storage) for name in (NAME, TOOLS))
