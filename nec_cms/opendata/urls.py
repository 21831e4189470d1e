"""Addresses under `/donnees/`."""

from django.urls import path, re_path

from nec_cms.opendata import views

app_name = "opendata"
urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("datapackage.json", views.package, name="package"),
    re_path(
        r"^schemas/(?P<name>[a-z][a-z0-9_]*)-(?P<version>\d+\.\d+\.\d+)\.(?P<kind>table|json|geojson)\.json$",
        views.schema,
        name="schema",
    ),
    re_path(r"^(?P<name>[a-z][a-z0-9_]*)\.(?P<extension>csv|json|geojson)$", views.file, name="file"),
]
