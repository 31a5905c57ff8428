"""The sample coalition: made from readable files, true to its day, and gone without a trace."""

import stat
import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.contrib.auth import get_user
from django.contrib.auth.password_validation import validate_password
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from pghistory.models import Context

from accounts.models import Coalition, Invitation, Membership, Person
from accounts.permissions import Permission, Role
from coalition.sample.chronicle import event_models
from coalition.sample.files import read_organisations
from coalition.sample.papers import PAPERS
from coalition.sample.preparation import prepare_sample
from coalition.sample.removal import models_of_a_coalition, remove_sample
from coalition.sample.sign_ins import keep_sign_ins, read_sign_ins
from coalition.sample.story import steps_of
from common.files.inspection import FileLimits, inspect
from common.history import recording
from common.models import Letter
from common.refusal import Refusal
from common.rewind import rewind
from partners.models import (
    Attachment,
    Benefit,
    Contact,
    ImportRun,
    Organisation,
    PartnerLetter,
    Phone,
    Term,
    Vocabulary,
)
from partners.presets import PUBLIC_HEALTH
from tests.coalition.kept import Kept
from tests.factories import (
    TODAY,
    ClassificationFactory,
    CoalitionFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)

CARDS = read_organisations()


@pytest.fixture
def prepare(db, tmp_path) -> Callable[..., Coalition]:
    """`prepare(slug=…, on=…)`: a sample, with its passwords in a folder of this test."""

    def make(*, slug: str = "sunnybrook", on: date = TODAY) -> Coalition:
        prepare_sample(slug=slug, on=on, sign_ins=tmp_path / "sign-ins.txt")
        return Coalition.objects.get(slug=slug)

    return make


@pytest.fixture(scope="session")
def kept(tmp_path_factory) -> Kept:
    return Kept(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def sample(kept, prepare, tmp_path) -> Coalition:
    """As `prepare()` makes it. Only the first test waits for that; the others get its rows."""
    sign_ins = tmp_path / "sign-ins.txt"
    if not kept.is_empty and kept.put_back(sign_ins):
        return Coalition.objects.get(slug="sunnybrook")
    sample = prepare()
    if kept.is_empty:
        kept.take(sign_ins)
    return sample


def of(coalition: Coalition, model: type[models.Model]) -> models.QuerySet[Any]:
    return model.objects.filter(coalition=coalition)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def told(coalition: Coalition) -> dict[str, list[str]]:
    """Every row of a coalition without the numbers that the database gives out."""
    return {
        model._meta.label: sorted(told_row(row) for row in of(coalition, model))
        for model in models_of_a_coalition()
    }


def told_row(row: models.Model) -> str:
    """Lines in any order: the words of a search entry have none."""
    fields = [
        field
        for field in row._meta.concrete_fields
        if not (
            field.is_relation
            or isinstance(field, models.FileField)  # stored under a new random name each time
            or field.name in {"id", "pgh_id", "pgh_context", "pgh_context_id"}
            or field.name in {"token", "sealed"}  # of notes: random, and sealed anew each time
        )
    ]
    values = [str(sorted(str(getattr(row, field.attname)).splitlines())) for field in fields]
    context = getattr(row, "pgh_context", None) or {}
    return " | ".join([*values, context.get("verb", ""), context.get("reason", "")])


# ---------------------------------------------------------------- the files


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.profile.name)
def test_story_leads_from_nothing_to_the_profile_of_today(card):
    steps = steps_of(card)
    assert steps[0].before is None
    assert steps[-1].after == card.profile
    assert [step.before for step in steps[1:]] == [step.after for step in steps[:-1]]
    assert [step.weeks for step in steps] == sorted({step.weeks for step in steps}, reverse=True)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.profile.name)
def test_step_of_a_story_changes_something(card):
    assert [step.weeks for step in steps_of(card) if step.before == step.after] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.profile.name)
def test_organisation_has_sectors_a_description_and_people_who_can_be_reached(card):
    profile = card.profile
    assert profile.sectors
    assert profile.description
    assert profile.contacts
    unreachable = [c.name for c in profile.contacts if not (c.email or c.phone)]
    assert unreachable == []


def test_files_tell_of_about_forty_partners_in_all_sectors():
    kinds = [card.profile.kind for card in CARDS if not card.profile.retired]
    assert [kinds.count(kind) for kind in Organisation.Kind.values] == [36, 5, 3]
    assert {sector for card in CARDS for sector in card.profile.sectors} == set(
        map(str, PUBLIC_HEALTH)
    )


def test_files_use_only_addresses_and_numbers_that_reach_nobody():
    for card in CARDS:
        profile = card.profile
        mails = [profile.email, *(contact.email for contact in profile.contacts)]
        phones = [*profile.phones, *(contact.phone for contact in profile.contacts)]
        assert [mail for mail in mails if mail and not mail.endswith(".example")] == []
        assert [phone for phone in phones if phone and not phone.startswith("555-01")] == []
        assert not profile.website or profile.website.endswith(".example")


# ---------------------------------------------------------------- making it


def test_prepare_a_second_time_changes_nothing(sample, prepare):
    before = everything()
    prepare()
    assert everything() == before


def test_prepare_after_removal_gives_the_same_rows(sample, prepare):
    before = told(sample)
    remove_sample(sample, by=None)
    assert told(prepare()) == before


def test_prepare_seven_weeks_later_dates_everything_seven_weeks_later(sample, prepare):
    later = prepare(slug="later", on=TODAY + timedelta(weeks=7))

    def days(coalition: Coalition, model: type[models.Model], *fields: str) -> list[tuple]:
        return list(of(coalition, model).order_by("pk").values_list("name", *fields))

    def moved(rows: list[tuple]) -> list[tuple]:
        return [(name, *(day and day + timedelta(weeks=7) for day in rest)) for name, *rest in rows]

    for model, fields in (
        (Organisation, ["since_on", "retired_on"]),
        (Contact, ["since_on", "left_on"]),
    ):
        assert days(later, model, *fields) == moved(days(sample, model, *fields))


def test_prepare_over_a_coalition_of_its_own_is_refused(prepare):
    ours = CoalitionFactory(slug="sunnybrook")
    with pytest.raises(Refusal, match="not the sample"):
        prepare()
    assert list(Organisation.objects.filter(coalition=ours)) == []


def test_prepare_that_fails_leaves_only_the_passwords(db, tmp_path, monkeypatch):
    before = everything()
    monkeypatch.setattr(
        "coalition.sample.preparation.read_organisations", lambda: [CARDS[0], CARDS[0]]
    )
    with pytest.raises(Exception, match="external_identifier_names_one_organisation"):
        prepare_sample(slug="sunnybrook", on=TODAY, sign_ins=tmp_path / "sign-ins.txt")
    assert everything() == before
    assert len(read_sign_ins(tmp_path / "sign-ins.txt")) == 5


def test_sample_is_two_and_a_half_years_old_and_marked_as_sample(sample):
    assert sample.is_sample
    assert 900 < (TODAY - sample.founded_on).days < 930
    assert sample.created_at.date() == sample.founded_on


def test_organisation_stands_as_its_file_says(sample):
    organisation = of(sample, Organisation).with_details().get(name="Northgate Grocers Cooperative")
    card = next(card for card in CARDS if card.profile.name == organisation.name)
    terms = {
        vocabulary: sorted(term.name for term in organisation.terms_in(vocabulary))
        for vocabulary in Vocabulary.values
    }
    assert organisation.description == card.profile.description
    assert organisation.owner.full_name == "Ruth Adeyemi"
    assert terms["sector"] == sorted(card.profile.sectors)
    assert terms["language"] == sorted(card.profile.languages)
    assert [str(phone) for phone in organisation.phones.all()] == ["555-0112", "555-0113"]
    assert [str(address) for address in organisation.addresses.all()] == [
        "14 Market Row, Northgate, 00415",
        "230 East Levee Road, Riverbend, 00412",
    ]
    assert "EIN 00-1410008" in map(str, organisation.external_identifiers.all())


def test_organisation_in_use_is_looked_after_by_a_member_who_may_but_for_one(sample):
    """One waits for an owner and one for somebody to call, so that the first page has work to show."""
    owners = list(of(sample, Organisation).active().values_list("owner", flat=True))
    keepers = of(sample, Membership).looking_after_partners().values_list("person", flat=True)
    assert set(owners) == {*keepers, None}
    assert owners.count(None) == 1
    assert (
        of(sample, Organisation).active().without_people().get().name == "Harbor Street Legal Aid"
    )


def test_one_partner_is_retired_with_its_reason(sample):
    retired = of(sample, Organisation).retired().get()
    assert retired.name == "Corner Table Café"
    assert retired.retired_reason.startswith("Closed when the lease ran out.")


def test_sectors_come_from_the_preset_whatever_language_is_spoken(prepare):
    with translation.override("es"):
        sample = prepare()
    sectors = of(sample, Term).in_vocabulary(Vocabulary.SECTOR).values_list("name", flat=True)
    assert list(sectors) == list(map(str, PUBLIC_HEALTH))


# ---------------------------------------------------------------- its history


# Who applies to a call is no member, and signs in nowhere.
BY_STRANGERS = {"application.sent", "application.withdrawn", "join_request.made"}
# Answered from a mailed link, which needs no sign-in, or asked by the clock.
BY_LINK = {
    "buddy.accepted",
    "buddy.declined",
    "charter.objected",
    "charter.signed",
    "role.asked",
    "role.change_asked",
    "role.confirmed",
}


def test_every_event_has_an_actor_who_was_a_member_and_a_day_in_the_past(sample):
    terms = {row.person_id: row for row in of(sample, Membership)}
    start_of_today = datetime.combine(TODAY, time.min, tzinfo=ZoneInfo(sample.time_zone))
    events = [event for model in event_models() for event in events_of(sample, model)]
    assert len(events) > 700
    for event in events:
        assert event.pgh_created_at < start_of_today
        if event.pgh_context["verb"] in BY_STRANGERS:
            assert event.pgh_context.get("person") is None
            continue
        if event.pgh_context["verb"] in BY_LINK and "person" not in event.pgh_context:
            continue
        actor = terms[event.pgh_context["person"]]
        happened_on = timezone.localtime(event.pgh_created_at, ZoneInfo(sample.time_zone)).date()
        assert actor.started_on <= happened_on <= (actor.ended_on or TODAY), event


def events_of(coalition: Coalition, model: type[models.Model]) -> list[Any]:
    if any(field.name == "coalition" for field in model._meta.concrete_fields):
        return list(of(coalition, model))
    return []


def test_history_has_several_actors_and_a_reason_for_most_changes(sample):
    events = Organisation.pgh_event_model.objects.filter(coalition=sample, pgh_label="update")
    actors = {Person.objects.get(pk=event.pgh_context["person"]).first_name for event in events}
    assert actors == {"Tom", "Ruth", "Leon", "Bea", "Marisol"}
    assert [event.pgh_id for event in events if "reason" not in event.pgh_context] == []


def test_successor_arrives_in_the_change_in_which_the_predecessor_leaves(sample):
    northgate = of(sample, Organisation).get(name="Northgate Grocers Cooperative")
    dev, marisol = (
        Contact.objects.get(organisation=northgate, name=name)
        for name in ("Dev Patel", "Marisol Ortega")
    )
    arrival = marisol.events.get(pgh_label="insert")
    departure = dev.events.get(pgh_label="update")
    assert dev.left_on == marisol.since_on == departure.pgh_created_at.date()
    assert departure.pgh_context_id == arrival.pgh_context_id
    assert arrival.pgh_context["verb"] == "contact.changed"
    assert arrival.pgh_context["reason"].startswith("Dev Patel left")


def test_history_of_northgate_tells_who_changed_what(sample):
    told = changes_of("Northgate Grocers Cooperative", sample)
    assert [
        step
        for step in told
        if not step[1].startswith(("benefit.", "value.", "risk_note.", "service."))
    ] == [
        ("Ruth", "organisation.added"),
        ("Ruth", "organisation.changed"),
        ("Leon", "organisation.changed"),
        ("Leon", "organisation.changed"),
        ("Ruth", "organisation.changed"),
        ("Ruth", "contact.added"),
        ("Bea", "organisation.changed"),
        ("Ruth", "organisation.changed"),
        ("Bea", "organisation.changed"),
        ("Ruth", "contact.changed"),
        ("Ruth", "representative.invited"),
        ("Ruth", "interview.begun"),
        ("Ruth", "profile.answered"),
        ("Marisol", "invitation.accepted"),
        ("Bea", "interview.begun"),
        ("Marisol", "organisation.changed"),
        ("Marisol", "profile.verified"),
        ("Marisol", "organisation.changed"),
        ("Ruth", "files.added"),
        ("Bea", "contact.edited"),
    ]


def changes_of(name: str, sample: Coalition) -> list[tuple[str, str]]:
    """First name and verb of every change of an organisation and its parts but talks, the oldest first."""
    pk = of(sample, Organisation).get(name=name).pk
    events = list(Organisation.pgh_event_model.objects.filter(pgh_obj_id=pk))
    for model in event_models():
        if model._meta.app_label != "partners":
            continue
        if any(field.name == "organisation" for field in model._meta.concrete_fields):
            events += model.objects.filter(organisation_id=pk)
    changes = {event.pgh_created_at: event.pgh_context for event in events}
    return [
        (Person.objects.get(pk=words["person"]).first_name, words["verb"])
        for _at, words in sorted(changes.items())
        if words["verb"].partition(".")[0] not in ("touchpoint", "talk_tier", "partner_event")
    ]


def test_change_itself_is_dated_like_its_events(sample):
    events = of(sample, Organisation.pgh_event_model)
    moments = dict(events.values_list("pgh_context_id", "pgh_created_at"))
    changes = Context.objects.filter(pk__in=moments)
    assert dict(changes.values_list("pk", "created_at")) == moments
    assert dict(changes.values_list("pk", "updated_at")) == moments


def test_phone_that_changed_is_one_row_with_two_versions(sample):
    phone = of(sample, Phone).get(organisation__name="Local 88 Warehouse Workers")
    assert [event.number for event in phone.events.order_by("pgh_id")] == ["555-0117", "555-0171"]


def test_organisation_goes_back_to_how_it_stood_two_years_ago(sample):
    northgate = of(sample, Organisation).get(name="Northgate Grocers Cooperative")
    moment = datetime.combine(TODAY - timedelta(weeks=104), time.min, tzinfo=ZoneInfo("UTC"))
    rewind({Organisation: {"id": northgate.pk}}, to=moment)
    northgate.refresh_from_db()
    assert northgate.description.startswith("Three neighborhood food stores")
    assert northgate.website == "https://northgategrocers.example"


# ---------------------------------------------------------------- its people


@pytest.fixture
def passwords(sample, tmp_path) -> dict[str, tuple[str, str]]:
    """Role → e-mail address and password, as the file tells them."""
    return {row.role: (row.email, row.password) for row in read_sign_ins(tmp_path / "sign-ins.txt")}


@pytest.mark.parametrize("role", Role.values)
def test_sign_in_of_the_file_works_in_its_role(role, sample, passwords, client):
    email, password = passwords[role]
    answer = client.post("/accounts/login/", {"login": email, "password": password})
    assert answer.status_code == 302
    assert get_user(client).email == email
    assert client.get("/sunnybrook/").status_code == 200
    membership = Membership.objects.for_switching(get_user(client)).get()
    assert (membership.coalition, membership.role) == (sample, role)


def test_partner_sees_northgate_and_nothing_else(sample):
    partner = of(sample, Membership).get(role=Role.PARTNER)
    visible = Organisation.objects.visible_to(partner)
    assert [str(organisation) for organisation in visible] == ["Northgate Grocers Cooperative"]
    assert str(partner.person) == "Marisol Ortega"


def test_person_without_a_password_cannot_sign_in(sample):
    bea = Person.objects.get(full_name="Bea Kowalczyk")
    assert not bea.has_usable_password()
    assert of(sample, Membership).get(person=bea).may(Permission.EDIT_PARTNERS)


def test_one_invitation_still_waits_for_its_answer(sample):
    invitation = of(sample, Invitation).open().get()
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo(sample.time_zone))
    assert invitation.is_open(at=noon)
    assert str(invitation) == "ines.duarte@fairmont.example, Partner"


def test_sign_ins_are_readable_by_their_owner_only_and_strong(passwords, tmp_path):
    mode = stat.S_IMODE((tmp_path / "sign-ins.txt").stat().st_mode)
    assert mode == 0o600
    for email, password in passwords.values():
        validate_password(password, user=Person.objects.get(email=email))
        assert len(password) >= 12
    assert len({password for _email, password in passwords.values()}) == 5


def test_sign_ins_that_exist_keep_their_passwords(tmp_path):
    path = tmp_path / "deep" / "sign-ins.txt"
    first = keep_sign_ins(path, wanted=[("coordinator", "ruth@x.example")])
    path.chmod(0o644)
    second = keep_sign_ins(
        path, wanted=[("coordinator", "ruth@x.example"), ("viewer", "eve@x.example")]
    )
    assert second[0] == first[0]
    assert read_sign_ins(path) == second
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_lost_database_gets_the_passwords_of_the_file(sample, prepare, passwords):
    remove_sample(sample, by=None)
    prepare()
    email, password = passwords["coordinator"]
    assert Person.objects.get(email=email).check_password(password)


# ---------------------------------------------------------------- its papers


def test_partners_gain_and_two_promises_are_late_and_one_is_doubted(sample):
    gains = Benefit.objects.of_coalition(sample.pk)
    assert gains.order_by().values("organisation").distinct().count() >= 12
    late = gains.standing(["late"], on=TODAY)
    assert sorted(one.organisation.name for one in late) == [
        "Northgate Grocers Cooperative",
        "Promotoras de Sunnybrook",
    ]
    doubted = gains.standing(["doubted"], on=TODAY).get()
    assert (doubted.came_by.full_name, doubted.is_their_own_word) == ("Marisol Ortega", True)


def test_letters_of_the_sample_went_to_nobody_by_mail(sample):
    letters = PartnerLetter.objects.filter(coalition=sample)
    assert [(one.is_draft, bool(one.printed_on)) for one in letters] == [
        (True, False),
        (False, True),
    ]
    assert not Letter.objects.for_tenant(sample.pk).exists()


def test_two_files_are_kept_and_one_of_them_is_for_the_partner(sample):
    kept = of(sample, Attachment).order_by("name")
    assert [(file.name, file.is_shared) for file in kept] == [
        ("Boxes by neighborhood.csv", False),
        ("Shelf labels, agreement.pdf", True),
    ]
    for file in kept:
        with file.stored.open() as content:
            limits = FileLimits(max_bytes=100_000)
            assert inspect(content, name=file.name, size=file.size, limits=limits)


def test_everybody_who_was_asked_about_the_directory_is_one_contact(sample):
    told = tomllib.loads(PAPERS.read_text())["asked"][0]
    for answer in ("yes", "no", "asked"):
        people = of(sample, Contact).filter(listing_consent=answer)
        assert sorted(people.values_list("name", flat=True)) == sorted(told[answer])
    assert of(sample, Organisation).get(is_left_out_of_directory=True)


# ---------------------------------------------------------------- taking it away


def test_remove_leaves_every_table_as_it_was_before_the_sample(prepare):
    with recording("organisation.added"):
        neighbour = OrganisationFactory()
        ContactFactory(organisation=neighbour)
        ClassificationFactory(organisation=neighbour)
        RepresentationFactory(organisation=neighbour)
    before = everything()
    sample = prepare()
    with_sample = everything()
    filled = [name for name, rows in with_sample.items() if len(rows) > len(before[name])]
    assert len(filled) > 20
    remove_sample(sample, by=None)
    assert everything() == before


def test_remove_takes_what_was_added_after_the_sample_was_made(
    sample, django_capture_on_commit_callbacks
):
    added = OrganisationFactory(coalition=sample)
    added.delete()
    run = ImportRun.objects.create(coalition=sample, file_name="partners.csv")
    run.file.save("partners.csv", ContentFile("name\nClinic\n"))
    letter_to("ines.duarte@fairmont.example", tenant=sample.pk)
    letter_to("coordinator@sunnybrook.example", tenant=None)
    kept = letter_to("somebody@else.example", tenant=None)
    with django_capture_on_commit_callbacks(execute=True):
        remove_sample(sample, by=None)
    left = {model._meta.label: of(sample, model).count() for model in models_of_a_coalition()}
    assert {name: count for name, count in left.items() if count} == {}
    assert list(Letter.objects.all()) == [kept]
    assert not Path(run.file.path).exists()


def letter_to(address: str, *, tenant: int | None) -> Letter:
    now = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("UTC"))
    return Letter.objects.create(
        key=address, kind="x/y", tenant=tenant, to_address=address, queued_at=now, not_before=now
    )


def test_remove_keeps_people_who_are_members_elsewhere_too(sample):
    ruth = Person.objects.get(full_name="Ruth Adeyemi")
    elsewhere = MembershipFactory(person=ruth)
    remove_sample(sample, by=ruth)
    assert list(Membership.objects.filter(person=ruth)) == [elsewhere]
    assert not Person.objects.filter(full_name="Marisol Ortega").exists()
    assert not Person.pgh_event_model.objects.filter(full_name="Marisol Ortega").exists()


def test_remove_one_of_two_samples_leaves_the_other_whole(sample, prepare):
    before = told(sample)
    remove_sample(prepare(slug="second"), by=None)
    assert told(sample) == before
    assert Person.objects.filter(email="coordinator@sunnybrook.example").exists()


def test_remove_what_is_no_sample_is_refused(db):
    organisation = OrganisationFactory()
    before = everything()
    with pytest.raises(Refusal, match="is not a sample"):
        remove_sample(organisation.coalition, by=None)
    assert everything() == before


def test_remove_a_sample_that_is_gone_already_changes_nothing(sample):
    remove_sample(sample, by=None)
    before = everything()
    remove_sample(sample, by=None)
    assert everything() == before


def test_remove_takes_as_many_statements_for_many_organisations(
    sample, prepare, django_assert_num_queries
):
    second = prepare(slug="second")
    for _n in range(3):
        OrganisationFactory(coalition=second)
    with CaptureQueriesContext(connection) as queries:
        remove_sample(sample, by=None)
    prepare(slug="sunnybrook")
    with django_assert_num_queries(len(queries)):
        remove_sample(second, by=None)


# ---------------------------------------------------------------- the command


@pytest.fixture
def command(db, settings, tmp_path, capsys) -> Callable[..., str]:
    settings.DATA_DIR = tmp_path

    def run(*words: str) -> str:
        call_command("sample", *words)
        return capsys.readouterr().out.strip()

    return run


def test_command_prepares_writes_the_sign_ins_and_removes(command, tmp_path):
    assert "The sample is ready at /sunnybrook/." in command("prepare")
    assert len(read_sign_ins(tmp_path / "sample-sign-ins.txt")) == 5
    assert command("prepare") == "The sample is there already, at /sunnybrook/."
    assert "is gone" in command("remove")
    assert command("remove") == "There is no coalition at /sunnybrook/."


def test_command_makes_the_sample_as_of_today(command):
    command("prepare", "--slug", "here")
    here = Coalition.objects.get(slug="here")
    assert 900 < (timezone.localdate() - here.founded_on).days < 930


def test_command_refuses_to_remove_a_coalition_of_its_own(command):
    CoalitionFactory(slug="ours", name="Ours")
    with pytest.raises(CommandError, match="Ours is not a sample"):
        command("remove", "--slug", "ours")
