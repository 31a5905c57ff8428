"""A piece of a page, drawn by itself."""

from django.template import RequestContext, Template
from django.test import RequestFactory


def draw(source: str, **context) -> str:
    """The template with the tags of the look loaded, its white space folded."""
    text = Template("{% load look %}{% load crispy_forms_filters %}" + source)
    drawing = RequestContext(RequestFactory().get(context.pop("address", "/")))
    with drawing.push(**context):
        return " ".join(text.render(drawing).split())
