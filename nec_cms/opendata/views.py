"""`/donnees/`: the page, the files, their schemas. Open to any origin, no cookie, no personal data."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nec_cms.hooks import Dataset, datasets
from nec_cms.opendata import schemas
from nec_cms.opendata.writing import WRITERS

View = Callable[..., HttpResponseBase]


def open_to_all(view: View) -> View:
    """Any site's script may read the answer (CORS); it says nothing about who asks."""

    @wraps(view)
    @require_http_methods(["GET", "HEAD", "OPTIONS"])
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = HttpResponse(status=204) if request.method == "OPTIONS" else view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Allow-Headers"] = "*"
        response["Access-Control-Expose-Headers"] = "Content-Disposition, Link"
        return response

    return opened


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The page that presents every data set."""
    base = request.build_absolute_uri(reverse("opendata:catalogue"))
    described = [{"dataset": each, "modified": each.modified(), "files": files(each)} for each in datasets()]
    pairs = [(each["dataset"], each["modified"]) for each in described]
    context = {
        "datasets": described,
        "licence": schemas.LICENCE,
        "canonical_url": base,
        "structured_data": schemas.linked_data(pairs, base),
    }
    return render(request, "nec_cms/opendata/catalogue.html", context)


def files(dataset: Dataset) -> list[dict[str, str]]:
    """What the page links to for one data set: each file with its schema."""
    return [
        {
            "extension": extension,
            "url": reverse("opendata:file", args=[dataset.name, extension]),
            "schema_url": reverse("opendata:schema", args=[dataset.name, dataset.version, kind(extension)]),
            "schema": "Table Schema" if extension == "csv" else "JSON Schema",
        }
        for extension in dataset.files
    ]


def kind(extension: str) -> str:
    """The kind of schema that describes a file: `table`, `json` or `geojson`."""
    return "table" if extension == "csv" else extension


@open_to_all
def file(request: HttpRequest, name: str, extension: str) -> HttpResponseBase:
    """One file of one data set, streamed; its address's parameters filter it. Raises Http404 for one there is not."""
    dataset = dataset_named(name)
    if extension not in dataset.files:
        raise Http404(f"'{name}' has no {extension} file.")
    now = timezone.now()
    selected = dataset.select(request.GET, now)
    schema = request.build_absolute_uri(reverse("opendata:schema", args=[name, dataset.version, kind(extension)]))
    modified = dataset.modified()
    notice = {
        "titre": dataset.title,
        "version": dataset.version,
        "schema": schema,
        "licence": {"nom": schemas.LICENCE["title"], "adresse": schemas.LICENCE["path"]},
        "source": request.build_absolute_uri(reverse("opendata:catalogue")),
        "produit_le": now.isoformat(),
        "modifie_le": modified.isoformat() if modified else None,
        "remarques": list(selected.remarks),
    }
    write, content_type = WRITERS[extension]
    response = StreamingHttpResponse(write(dataset, iter(selected.rows), notice), content_type=content_type)
    disposition = "attachment" if extension == "csv" else "inline"
    response["Content-Disposition"] = f'{disposition}; filename="{name}-{timezone.localdate(now)}.{extension}"'
    response["Link"] = f'<{schema}>; rel="describedby", <{schemas.LICENCE["path"]}>; rel="license"'
    return response


@open_to_all
def schema(request: HttpRequest, name: str, version: str, kind: str) -> JsonResponse:
    """The schema of one file, in the version it is served in. Raises Http404 for another version."""
    dataset = dataset_named(name)
    extension = "csv" if kind == "table" else kind
    if version != dataset.version or extension not in dataset.files:
        raise Http404(f"'{name}' has no {kind} schema in version {version}.")
    held = (
        schemas.table_schema(dataset)
        if kind == "table"
        else schemas.json_schema(dataset, request.build_absolute_uri(), extension)
    )
    return as_json(held)


@open_to_all
def package(request: HttpRequest) -> JsonResponse:
    """`datapackage.json`: every file, its dialect and its schema, for programs."""
    base = request.build_absolute_uri(reverse("opendata:catalogue"))
    return as_json(schemas.data_package(datasets(), base, timezone.now()))


def as_json(data: dict[str, Any]) -> JsonResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})


def dataset_named(name: str) -> Dataset:
    """The data set of that name. Raises Http404 where no plugin brings it."""
    found = next((each for each in datasets() if each.name == name), None)
    if found is None:
        raise Http404(f"No data set is called '{name}'.")
    return found
