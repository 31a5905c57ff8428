import factory
from factory.django import DjangoModelFactory

from governance.models import FoundAcronym, NotAnAcronym, Word
from tests.factories import TODAY, CoalitionFactory, PersonFactory


class WordFactory(DjangoModelFactory):
    class Meta:
        model = Word

    coalition = factory.SubFactory(CoalitionFactory)
    term = factory.Sequence(lambda n: f"WORD{n}")
    definition = "What everybody understands."

    class Params:
        retired = factory.Trait(retired_on=TODAY)


class FoundAcronymFactory(DjangoModelFactory):
    class Meta:
        model = FoundAcronym

    coalition = factory.SubFactory(CoalitionFactory)
    text = factory.Sequence(lambda n: f"ACR{n}X")
    times = 2
    texts = 1


class NotAnAcronymFactory(DjangoModelFactory):
    class Meta:
        model = NotAnAcronym

    coalition = factory.SubFactory(CoalitionFactory)
    text = factory.Sequence(lambda n: f"NOT{n}X")
    said_by = factory.SubFactory(PersonFactory)
    said_on = TODAY
