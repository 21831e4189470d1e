"""What an issue lacks before it can come out, and who has what to do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.models import Page, TaskState
from wagtail.rich_text import RichText

from revue.models import Approval, ArticlePage, IssuePage, Rubrique

_PAGE_LINK = re.compile(r'linktype="page"[^>]*\bid="(\d+)"|\bid="(\d+)"[^>]*linktype="page"')


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend. A `blocking` one keeps the issue from coming out."""

    text: str
    url: str = ""
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """An article on the desk: the draft as it stands, where it is in its proofreading, what it lacks."""

    article: ArticlePage
    state: str
    step: str
    edit_url: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """An issue on the desk, its draft, its articles in reading order, and every remark."""

    issue: IssuePage
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...]

    @property
    def all_remarks(self) -> tuple[Remark, ...]:
        return (*self.remarks, *(remark for line in self.lines for remark in line.remarks))

    @property
    def blockers(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.all_remarks if remark.blocking)


STATES = {"draft": "Brouillon", "reading": "En relecture", "ready": "Bon à paraître", "out": "Paru"}


def of(issue: IssuePage) -> Readiness:
    """What keeps `issue` from coming out, read from the latest drafts of its pages."""
    draft = issue.get_latest_revision_as_object()
    articles = drafts(issue)
    approvals = {
        approval.page_id: approval
        for approval in Approval.objects.filter(page_id__in=[each.pk for each in articles]).select_related("revision")
    }
    tasks = running_tasks(articles)
    lines = tuple(_line(each, issue, approvals.get(each.pk), tasks.get(each.pk, "")) for each in articles)
    return Readiness(draft, lines, tuple(_of_issue(draft, bool(articles))))


def drafts(issue: IssuePage) -> list[ArticlePage]:
    """The latest draft of each article of the issue, in reading order, each knowing its issue."""
    found = []
    for article in (
        ArticlePage.objects.child_of(issue).select_related("latest_revision").with_authors().in_reading_order()
    ):
        draft = article.get_latest_revision_as_object()
        draft._cached_parent_obj = issue
        draft.__dict__["issue"] = issue
        found.append(draft)
    order = {value: rank for rank, value in enumerate(Rubrique.values)}
    return sorted(found, key=lambda each: (order.get(each.rubrique, len(order)), each.order, each.path))


def running_tasks(pages: Iterable[Page]) -> dict[Any, str]:
    """Page -> the step of the workflow that waits for somebody, e.g. « Relecture »."""
    running = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id__in=[str(page.pk) for page in pages]
    )
    return {
        int(pk): name
        for pk, name in running.values_list("workflow_state__object_id", "task__name")
        if str(pk).isdigit()
    }


def _line(article: ArticlePage, issue: IssuePage, approval: Approval | None, task: str) -> Line:
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    remarks = list(_of_article(article, url))
    if issue.live and article.live:
        state = "out"
    elif approval:
        state = "ready"
        if approval.revision_id != article.latest_revision_id:
            late = f"«\u00a0{article.title}\u00a0» a changé depuis\u00a0: c’est la version relue qui paraîtra."
            remarks.append(Remark(late, url, blocking=False))
    else:
        state = "reading" if task else "draft"
        remarks.append(Remark(f"«\u00a0{article.title}\u00a0» n’a pas encore son bon à paraître.", url))
    return Line(article, STATES[state], task, url, tuple(remarks))


def _of_issue(issue: IssuePage, has_articles: bool) -> Iterable[Remark]:
    url = reverse("wagtailadmin_pages:edit", args=[issue.pk])
    if not has_articles:
        yield Remark("Ce numéro n’a pas d’article.", url)
    if issue.cover and not issue.cover_alt:
        yield Remark("La couverture n’a pas de texte de remplacement.", url)
    if not issue.cover:
        yield Remark("Pas d’image de couverture\u00a0: elle sera dessinée.", url, blocking=False)
    if not issue.body:
        yield Remark("Pas d’éditorial.", url, blocking=False)
    elif not issue.signatory:
        yield Remark("L’éditorial n’est pas signé.", url, blocking=False)
    if not issue.introduction:
        yield Remark("Pas de présentation pour les listes.", url, blocking=False)
    for broken in broken_links(issue.body):
        yield Remark(f"L’éditorial\u00a0: {broken}", url)


def _of_article(article: ArticlePage, url: str) -> Iterable[Remark]:
    title = f"«\u00a0{article.title}\u00a0»"
    if not article.standfirst.strip():
        yield Remark(f"{title} n’a pas de chapeau.", url)
    if not article.authors.all():
        yield Remark(f"{title} n’a pas de signature.", url)
    if not article.body:
        yield Remark(f"{title} n’a pas de texte.", url)
    if article.image and not article.image_alt:
        yield Remark(f"{title}\u00a0: l’image d’ouverture sera décorative, faute de texte.", url, blocking=False)
    for broken in broken_links(article.body):
        yield Remark(f"{title}\u00a0: {broken}", url)


def broken_links(body: Iterable[Any]) -> list[str]:
    """Links of rich texts and pictures of a body that lead nowhere any more."""
    found = []
    for block in body:
        if isinstance(block.value, RichText):
            wanted = {int(one or other) for one, other in _PAGE_LINK.findall(block.value.source)}
            known = set(Page.objects.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
            if wanted - known:
                found.append("un lien mène à une page qui n’existe plus.")
        elif block.block_type == "picture" and not (block.value["image"]):
            found.append("une image du texte manque.")
    return found
