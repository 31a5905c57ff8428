"""What a page leaves for afterwards waits until it has gone out, and cannot spoil it."""

from django.http import HttpResponse

from common.pages.afterwards import afterwards


def test_nothing_is_done_before_the_page_has_gone_out():
    done = []
    response = afterwards(HttpResponse("page"), lambda: done.append("noted"))
    assert (response.content, done) == (b"page", [])
    response.close()
    assert done == ["noted"]


def test_what_fails_afterwards_fails_alone():
    done = []
    response = afterwards(HttpResponse("page"), lambda: 1 / 0)
    afterwards(response, lambda: done.append("noted"))
    response.close()
    assert done == ["noted"]
