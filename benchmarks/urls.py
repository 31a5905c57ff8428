from django.urls import include, path

from benchmarks import floors

urlpatterns = [
    path("floor/home/", floors.home),
    path("floor/list/", floors.listing),
    path("floor/search/", floors.search),
    path("floor/nearest/", floors.nearest),
    path("floor/detail/", floors.detail),
    path("", include("coalition.urls")),
]
