"""Addresses under /admin/kits-de-communication/."""

from django.urls import path, re_path

from events.kits.desk import everyone, files

app_name = "kits_desk"
urlpatterns = [
    path("tous/", everyone.AllView.as_view(), name="all"),
    path("tous/avancement/", everyone.ProgressView.as_view(), name="progress"),
    path("<int:pk>/", files.FilesView.as_view(), name="files"),
    path("<int:pk>/ajouter/", files.AddView.as_view(), name="add"),
    path("<int:pk>/remplacer/<int:file_pk>/", files.ReplaceView.as_view(), name="replace"),
    path("<int:pk>/retirer/<int:upload_pk>/", files.WithdrawView.as_view(), name="withdraw"),
    re_path(r"^(?P<pk>\d+)/fichier/(?P<name>[-\w]+\.[a-z0-9]{2,4})$", files.FileView.as_view(), name="file"),
]
