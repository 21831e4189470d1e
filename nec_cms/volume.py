"""Tools for the plugins' volume data: many pages at once, without the work that the publication of each one does.

Volume rows are found again by their slug, say « exemple » in their text, and are drawn from a seed: the same number
gives the same rows on every machine.
"""

from collections.abc import Iterable, Sequence
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import RelatedFields

from nec_cms.pages import SitePage
from nec_cms.remembered import forget

BATCH = 500


def chance(kind: str, number: int) -> Random:
    """The dice of one row: the same for the same row."""
    return Random(f"{kind} {number}")  # noqa: S311  (drawn to be the same again, not to be secret)


def missing(rows: models.QuerySet, prefix: str, number: int) -> range:
    """The numbers from 1 to `number` that have no row yet: rows are added at the end, slug `<prefix>-<number>`."""
    held = rows.filter(slug__startswith=f"{prefix}-").count()
    return range(held + 1, number + 1)


@transaction.atomic
def plant(parent: Page, pages: Sequence[SitePage]) -> None:
    """Add published pages of one type under `parent`, in a few statements.

    Each comes with its own fields, title and slug; its place in the tree, its dates of publication and its language
    are set here. No signal is sent, no revision written: it is for volume only. Links to other rows (`tie`), then the
    search index (`search`), come after.
    """
    if not pages:
        return
    model = type(pages[0])
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    content_type, locale, now = ContentType.objects.get_for_model(model), Locale.get_default(), timezone.now()
    for page in pages:
        step += 1
        page.path, page.depth, page.numchild = Page._get_path(parent.path, parent.depth + 1, step), parent.depth + 1, 0
        page.draft_title, page.url_path = page.title, f"{parent.url_path}{page.slug}/"
        page.content_type, page.locale, page.live = content_type, locale, True
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = now
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    above = [Page(**{name: getattr(page, name) for name in fields}) for page in pages]
    Page.objects.bulk_create(above, BATCH)
    for page, base in zip(pages, above, strict=True):
        page.pk = page.page_ptr_id = base.pk
    _insert(model, pages)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
    forget()


def tie(through: type[models.Model], pairs: Iterable[tuple[int, int]], *names: str) -> None:
    """Rows of a table of links: `names` are its two foreign keys, `pairs` their values."""
    first, second = names
    links = [through(**{f"{first}_id": one, f"{second}_id": other}) for one, other in pairs]
    through._default_manager.bulk_create(links, BATCH)


def search(rows: Sequence[models.Model]) -> None:
    """Put rows of one type, as the database holds them with their links, into the search index."""
    if not rows:
        return
    model, backend = type(rows[0]), get_search_backend()
    for start in range(0, len(rows), BATCH):
        held = model._default_manager.filter(pk__in=[row.pk for row in rows[start : start + BATCH]]).order_by()
        for field in model.get_search_fields():
            if isinstance(field, RelatedFields):
                many = field.get_field(model).many_to_many or field.get_field(model).one_to_many
                held = (held.prefetch_related if many else held.select_related)(field.field_name)
        backend.add_bulk(model, list(held))


def _insert(model: type[models.Model], pages: Sequence[SitePage]) -> None:
    """The part of the rows that lies in the model's own table.

    Django's `bulk_create` refuses models that inherit from another table, so this calls what it is made of.
    """
    fields = model._meta.local_concrete_fields
    size = max(1, min(BATCH, connection.ops.bulk_batch_size(fields, pages)))
    for start in range(0, len(pages), size):
        model._base_manager._insert(pages[start : start + size], fields=fields, using=connection.alias)
