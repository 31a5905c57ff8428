from django.urls import include, path

from benchmarks import composition, floors, network

urlpatterns = [
    path("floor/home/", floors.home),
    path("floor/list/", floors.listing),
    path("floor/search/", floors.search),
    path("floor/nearest/", floors.nearest),
    path("floor/detail/", floors.detail),
    path("floor/composition/", composition.floor),
    path("floor/network/", network.floor),
    path("", include("coalition.urls")),
]
