"""A coalition of any size, made by the database itself: names with common, rare and misspellable words."""

from datetime import date
from functools import cache

from django.db import connection, transaction

from accounts.models import Coalition, Membership, Person
from accounts.permissions import Role
from common.history.tracking import recording
from partners.models import Contact, Organisation, Term

SECTORS = [
    "Health care",
    "Education",
    "Faith",
    "Housing",
    "Food and farming",
    "Business",
    "Residents",
]
OWNERS = 5
CHANGES = 12

# i runs from 1: every organisation has a name of three words, every 7th the word Health, one
# the rare word Quetzal. Of 40 one has no owner, of 50 one nobody to call.
LOAD = """
INSERT INTO partners_organisation
    (coalition_id, name, kind, description, website, email, owner_id, since_on, retired_reason, created_at)
SELECT %(coalition)s,
    (ARRAY['Riverbend','Northgate','Elm Park','Oak Hill','Lakeview','Cedar Lane','Eastside','Kestrel'])
        [1 + i %% 8] || ' ' ||
    (ARRAY['Health','Housing','Youth','Family','Food','Transit','Literacy'])[1 + i %% 7] || ' ' ||
    CASE WHEN i = %(rare)s THEN 'Quetzal ' ELSE '' END ||
    (ARRAY['Center','Alliance','Clinic','Network','Trust'])[1 + i %% 5] || ' ' || i,
    CASE WHEN i %% 10 = 0 THEN 'prospect' ELSE 'partner' END,
    'Works with families of the district since ' || (1950 + i %% 70) || '.',
    'https://org' || i || '.example', 'office@org' || i || '.example',
    CASE WHEN i %% 40 <> 3 THEN (%(owners)s::bigint[])[1 + i %% 5] END,
    DATE '2020-01-01' + (i %% 2000), '', now()
FROM generate_series(1, %(size)s) i;

INSERT INTO partners_contact
    (coalition_id, organisation_id, name, title, role, email, phone, preferred_channel)
SELECT coalition_id, id, 'Contact of ' || id, 'Director', 'representative',
    'contact' || id || '@org.example', '(410) 555-0100', 'email'
FROM partners_organisation WHERE coalition_id = %(coalition)s AND id %% 50 <> 7;

INSERT INTO partners_phone (coalition_id, organisation_id, number, label)
SELECT coalition_id, id, '(410) 555-' || lpad((id %% 10000)::text, 4, '0'), ''
FROM partners_organisation WHERE coalition_id = %(coalition)s;

INSERT INTO partners_address (coalition_id, organisation_id, street, city, region, postcode, label)
SELECT coalition_id, id, id || ' Main Street', 'Baltimore', 'MD', '21215', ''
FROM partners_organisation WHERE coalition_id = %(coalition)s;

INSERT INTO partners_classification (coalition_id, organisation_id, term_id)
SELECT coalition_id, id, (%(terms)s::bigint[])[1 + id %% 7]
FROM partners_organisation WHERE coalition_id = %(coalition)s;
"""


@cache
def large(size: int) -> Membership:
    """The coalition that several groups of measurements share, with its statistics."""
    membership = load(size)
    settle()
    return membership


def load(size: int) -> Membership:
    """Make the coalition `bench` with `size` organisations anew; its coordinator's membership."""
    members = fill(size)
    if size:
        live_through(rare_organisation(), by=members)
    return members[0]


@transaction.atomic
def fill(size: int) -> list[Membership]:
    wipe()
    coalition = Coalition.objects.create(
        name="Bench",
        slug="bench",
        place="Here",
        problem_statement="Speed",
        founded_on=date(2020, 1, 1),
    )
    members = [member(coalition, number) for number in range(OWNERS)]
    terms = [
        Term.objects.create(coalition=coalition, vocabulary="sector", name=name, position=position)
        for position, name in enumerate(SECTORS)
    ]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.search = 'later'")
        cursor.execute(
            LOAD,
            {
                "coalition": coalition.pk,
                "size": size,
                "rare": rare(size),
                "owners": [membership.person_id for membership in members],
                "terms": [term.pk for term in terms],
            },
        )
        cursor.execute(
            "SELECT partners_refresh_search(array_agg(id)) FROM partners_organisation"
            " WHERE coalition_id = %s",
            [coalition.pk],
        )
    return members


def rare(size: int) -> int:
    """Which organisation has the rare word: deep in a large coalition, and there in a small one too."""
    return min(4242, size)


def live_through(pk: int, *, by: list[Membership]) -> None:
    """The past of an organisation that has been a partner for years: more changes than its page shows.

    Each is a transaction of its own, as a press of a button is.
    """
    people = [("Ana Ruiz", "Treasurer"), ("Sam Okafor", "Nurse")]
    organisation = Organisation.objects.get(pk=pk)
    for number in range(CHANGES):
        with recording("organisation.edited", by=by[number % len(by)].person):
            organisation.description = f"Works with {number + 1} schools of the district."
            organisation.save()
            if number < len(people):
                name, title = people[number]
                Contact.objects.create(
                    coalition_id=organisation.coalition_id,
                    organisation=organisation,
                    name=name,
                    title=title,
                    role=Contact.Role.OTHER,
                    email=f"person{number}@org.example",
                )


def newcomer() -> Membership:
    """The coordinator of one more coalition, which has no partner yet."""
    coalition = Coalition.objects.create(
        name="Newcomer",
        slug="newcomer",
        place="There",
        problem_statement="Speed",
        founded_on=date(2020, 1, 1),
    )
    return member(coalition, OWNERS)


def member(coalition: Coalition, number: int) -> Membership:
    person = Person.objects.create_user(
        f"bench{number}@bench.example", full_name=f"Bench Member {number}"
    )
    return Membership.objects.create(
        coalition=coalition, person=person, role=Role.COORDINATOR, started_on=date(2020, 1, 1)
    )


def wipe() -> None:
    """The database belongs to the measurements alone."""
    tables = [
        table
        for table in connection.introspection.table_names()
        if table.startswith(("accounts_", "partners_", "common_", "account_"))
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE")


def settle() -> None:
    """Statistics as a database has them that was not filled a moment ago."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def rare_organisation() -> int:
    return Organisation.objects.get(name__contains="Quetzal").pk
