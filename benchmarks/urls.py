from django.urls import include, path

from benchmarks import composition, floors

urlpatterns = [
    path("floor/home/", floors.home),
    path("floor/list/", floors.listing),
    path("floor/search/", floors.search),
    path("floor/nearest/", floors.nearest),
    path("floor/detail/", floors.detail),
    path("floor/composition/", composition.floor),
    path("", include("coalition.urls")),
]
