"""Tools for the plugins' demo builders: everything is found again by its slug, so a second run changes nothing."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from wagtail.models import Page, Site

from nec_cms.models import User
from nec_cms.pages import SitePage
from nec_cms.typography import french_spaces

DEMO_PASSWORD = "nec-demo-2024"  # noqa: S105  (published in the README; made only where NEC_DEMO is set)


def home_page() -> Page:
    """The root page of the default site."""
    return Site.objects.select_related("root_page").get(is_default_site=True).root_page.specific


def child(parent: Page, page_class: type[SitePage], slug: str, **fields: Any) -> Any:
    """The page `slug` under `parent`, made and published from `fields` where it does not exist; else left as it is."""
    if existing := page_class.objects.child_of(parent).filter(slug=slug).first():
        return existing
    page = page_class(slug=slug, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page_class.objects.get(pk=page.pk)


def add_block(page: Page, name: str, value: Any) -> None:
    """Append a block to the body of `page` and publish, unless its body already has a block of that name."""
    page = page.specific
    if any(block.block_type == name for block in page.body):
        return
    page.body.append((name, value))
    page.save_revision().publish()


def account(name: str, *roles: str, superuser: bool = False, **fields: Any) -> User | None:
    """A demo account ``NAME@example.org`` with the demo password, in the groups `roles`; None outside a demo."""
    if not settings.DEMO:
        return None
    user = User.objects.filter(email=f"{name}@example.org").first() or User.objects.create_user(
        f"{name}@example.org", DEMO_PASSWORD, is_superuser=superuser, is_staff=superuser, **fields
    )
    user.groups.add(*Group.objects.filter(name__in=roles))
    return user


def heading(text: str) -> tuple[str, str]:
    """A heading block, typed with plain spaces and stored with French ones."""
    return "heading", french_spaces(text)


def text(*paragraphs: str) -> tuple[str, str]:
    """A text block of HTML paragraphs, typed with plain spaces; those that begin with « - » make a list."""
    html: list[str] = []
    items: list[str] = []
    for paragraph in [*paragraphs, ""]:
        if paragraph.startswith("- "):
            items.append(f"<li>{paragraph[2:]}</li>")
            continue
        if items:
            html.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if paragraph:
            html.append(f"<p>{paragraph}</p>")
    return "text", french_spaces("".join(html))
