"""Addresses of the kits, under `/kits/`."""

from django.urls import path, re_path

from events.kits import views

app_name = "kits"
urlpatterns = [
    path("<slug:slug>/", views.kit_page, name="page"),
    path("<slug:slug>/kit.zip", views.kit_zip, name="zip"),
    re_path(r"^(?P<slug>[-\w]+)/(?P<name>[-\w]+\.(?:svg|png|pdf|txt))$", views.kit_file, name="file"),
]
