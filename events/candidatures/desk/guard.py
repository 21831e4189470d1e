"""wagtail-modeladmin made safe for records that belong to teams.

Stock modeladmin checks a permission on the model, then opens any object by its number, exports what it lists, and
filters on whatever column the address names. Here every object is fetched from the narrowed queryset, whoever may not
enter finds nothing (404), and the address filters on nothing but what the view itself reads.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView


class ClosedIndexView(IndexView):
    """A list that exports nothing and takes no lookup from the address."""

    FORMATS = ()

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        return {}


class GuardedModelAdmin(ModelAdmin):
    """Every view first asks whether the person may enter, and whether this object is one of theirs."""

    index_view_class = ClosedIndexView
    history_view_enabled = False

    def guard(self, request: HttpRequest, instance_pk: str | None = None) -> None:
        """Raise `Http404` for whoever may not list, and for an object outside `get_queryset`."""
        if not self.permission_helper.user_can_list(request.user):
            raise Http404
        if instance_pk is None:
            return
        if not instance_pk.isdecimal() or not self.get_queryset(request).filter(pk=instance_pk).exists():
            raise Http404

    def index_view(self, request: HttpRequest) -> HttpResponseBase:
        self.guard(request)
        return super().index_view(request)

    def create_view(self, request: HttpRequest) -> HttpResponseBase:
        self.guard(request)
        return super().create_view(request)

    def inspect_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        self.guard(request, instance_pk)
        return super().inspect_view(request, instance_pk)

    def edit_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        self.guard(request, instance_pk)
        return super().edit_view(request, instance_pk)

    def delete_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        self.guard(request, instance_pk)
        return super().delete_view(request, instance_pk)


class SuperuserPermissions(PermissionHelper):
    """Settings of the instruction: superusers and nobody else."""

    def user_has_any_permissions(self, user: Any) -> bool:
        return user.is_active and user.is_superuser

    def user_has_specific_permission(self, user: Any, perm_codename: str) -> bool:
        return self.user_has_any_permissions(user)
