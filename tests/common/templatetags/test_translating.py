"""The words of a template are looked up once for each language, and never told in another one."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from common.templatetags.translating import RememberedTranslateNode

ONE = "{% load i18n %}{% translate 'Partners' %}"
NAMED = "{% load i18n %}{% translate 'Partners' as word %}<b>{{ word }}</b>"
MANY = (
    "{% load i18n %}"
    "{% blocktranslate count n=n %}One detail{% plural %}All {{ n }} details{% endblocktranslate %}"
)


@pytest.mark.parametrize(("text", "around"), [(ONE, "{}"), (NAMED, "<b>{}</b>")])
def test_each_reader_gets_their_own_language(text, around):
    page = Template(text)
    for _time in range(2):
        with override("en"):
            assert page.render(Context()) == around.format("Partners")
        with override("es"):
            assert page.render(Context()) == around.format("Socios")


def test_count_is_filled_in_each_time():
    page = Template(MANY)
    with override("en"):
        told = [page.render(Context({"n": number})) for number in (1, 7, 9, 1)]
    assert told == ["One detail", "All 7 details", "All 9 details", "One detail"]


def test_value_is_escaped_each_time():
    page = Template("{% load i18n %}{% blocktranslate %}of {{ name }}{% endblocktranslate %}")
    told = [page.render(Context({"name": name})) for name in ("Ana", "<b>")]
    assert told == ["of Ana", "of &lt;b&gt;"]


def test_what_a_page_gives_is_looked_up_each_time():
    page = Template("{% load i18n %}{% translate word %}")
    assert not page.nodelist.get_nodes_by_type(RememberedTranslateNode)
    with override("es"):
        told = [page.render(Context({"word": word})) for word in ("Partners", "Members")]
    assert told == ["Socios", "Miembros"]
