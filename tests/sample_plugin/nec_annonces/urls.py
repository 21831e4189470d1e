from django.urls import path

from nec_annonces import views

urlpatterns = [path("", views.listing, name="annonces")]
