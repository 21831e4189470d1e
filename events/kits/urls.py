"""Addresses of the kits, under `/kits/`. « apercu », « marque », « partage »: no event's (events.models.choices)."""

from django.urls import path, re_path

from events.kits import brand_kit, share_image, sharing, views

FILE = r"(?P<name>[-\w]+\.[a-z0-9]{2,4})"

app_name = "kits"
urlpatterns = [
    path("apercu/<slug:slug>.png", share_image.picture, name="picture"),
    path("marque/", brand_kit.ask, name="brand"),
    path("marque/<slug:token>/", brand_kit.page, name="brand_page"),
    path("marque/<slug:token>/kit.zip", brand_kit.archive, name="brand_zip"),
    re_path(rf"^marque/(?P<token>[-\w]+)/{FILE}$", brand_kit.file, name="brand_file"),
    path("partage/<slug:token>/", sharing.shared_page, name="shared"),
    path("partage/<slug:token>/kit.zip", sharing.shared_zip, name="shared_zip"),
    re_path(rf"^partage/(?P<token>[-\w]+)/{FILE}$", sharing.shared_file, name="shared_file"),
    path("<slug:slug>/", views.kit_page, name="page"),
    path("<slug:slug>/kit.zip", views.kit_zip, name="zip"),
    path("<slug:slug>/liens/", sharing.create_link, name="create_link"),
    path("<slug:slug>/liens/<int:pk>/revoquer/", sharing.revoke_link, name="revoke_link"),
    re_path(rf"^(?P<slug>[-\w]+)/{FILE}$", views.kit_file, name="file"),
]
