from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nec_annonces.models import AnnoncePage


def listing(request: HttpRequest) -> HttpResponse:
    annonces = AnnoncePage.objects.live().select_related("territory").order_by("title")
    return render(request, "nec_annonces/listing.html", {"annonces": annonces})
