"""The list of the section, at its own address."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nec_modele.models import ModelePage

PAGES_SHOWN = 24


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    pages = ModelePage.objects.live().public().select_related("territory").order_by("title", "pk")
    page_obj = Paginator(pages, PAGES_SHOWN).get_page(request.GET.get("page"))
    return render(request, "nec_modele/listing.html", {"page_obj": page_obj})
