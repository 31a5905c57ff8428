"""What a coalition sets up for itself: words, voices, fields, views, and work on many at once."""

from datetime import UTC, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from partners.models import BulkEdit, ImportRun, NeededVoice, OwnField, OwnPriority, SavedView, Term
from tests.factories.moments import TODAY
from tests.factories.people import CoalitionFactory, PersonFactory


class TermFactory(DjangoModelFactory):
    class Meta:
        model = Term

    coalition = factory.SubFactory(CoalitionFactory)
    vocabulary = "sector"
    name = factory.Sequence(lambda n: f"Sector {n}")


class NeededVoiceFactory(DjangoModelFactory):
    """A sector that must be at the table, at least once."""

    class Meta:
        model = NeededVoice

    coalition = factory.SubFactory(CoalitionFactory)
    sector = factory.SubFactory(TermFactory, coalition=factory.SelfAttribute("..coalition"))
    least = 1


class OwnPriorityFactory(DjangoModelFactory):
    """One of the coalition's own, from its list."""

    class Meta:
        model = OwnPriority

    term = factory.SubFactory(TermFactory, vocabulary="priority")
    coalition = factory.SelfAttribute("term.coalition")
    position = 1


class OwnFieldFactory(DjangoModelFactory):
    """The key follows from the name, as the operation makes it; `choices="a b"` offers A and B."""

    class Meta:
        model = OwnField

    coalition = factory.SubFactory(CoalitionFactory)
    subject = OwnField.Subject.ORGANISATION
    kind = OwnField.Kind.TEXT
    label = factory.Sequence(lambda n: f"Own field {n}")
    key = factory.LazyAttribute(lambda own: own.label.lower().replace(" ", "_"))
    options = factory.LazyAttribute(
        lambda own: [
            {"key": key, "label": key.capitalize(), "is_retired": False}
            for key in own.choices.split()
        ]
    )

    class Params:
        choices = ""
        retired = factory.Trait(retired_on=TODAY - timedelta(days=30))


class ImportRunFactory(DjangoModelFactory):
    class Meta:
        model = ImportRun

    coalition = factory.SubFactory(CoalitionFactory)
    file_name = "contacts.csv"
    file = factory.django.FileField(filename="contacts.csv", data=b"Name\nNorthgate Grocers\n")
    columns = factory.LazyFunction(lambda: [{"name": "Name", "letter": "A"}])
    mapping = factory.LazyFunction(lambda: {"0": "name"})
    state = ImportRun.State.CHECKED


class SavedViewFactory(DjangoModelFactory):
    """A view of its owner's alone; `is_shared=True` for one that everybody sees."""

    class Meta:
        model = SavedView

    coalition = factory.SubFactory(CoalitionFactory)
    owner = factory.SubFactory(PersonFactory)
    name = factory.Sequence(lambda n: f"View {n}")
    query = factory.LazyFunction(lambda: {"kind": ["prospect"]})


class BulkEditFactory(DjangoModelFactory):
    """Nobody shall look after these organisations any more; not applied yet."""

    class Meta:
        model = BulkEdit

    coalition = factory.SubFactory(CoalitionFactory)
    action = BulkEdit.Action.OWNER
    values = factory.LazyFunction(lambda: {"owner": None})
    ids = factory.LazyFunction(list)
    asked_at = factory.LazyFunction(lambda: datetime.now(UTC))
