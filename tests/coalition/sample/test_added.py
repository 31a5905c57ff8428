"""What people have added to the sample is told before it goes with it."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import Coalition, Membership
from accounts.permissions import Role
from coalition.sample.added import added_since
from partners.models import Alias, Contact, ImportRun, Organisation
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory


@pytest.fixture
def head(sample) -> MemberClient:
    """Whoever runs the sample coalition, as it came."""
    return MemberClient.of(Membership.objects.filter(coalition=sample, role=Role.ADMINISTRATOR)[0])


def remove(client: MemberClient, **told):
    return client.post(reverse("sample_remove", args=[client.slug]), told)


def counts(answer) -> dict[str, int]:
    return {kind.label: kind.count for kind in answer.context["added"].kinds}


def test_sample_as_it_was_made_has_nothing_added(prepare):
    added = added_since(prepare())
    assert (added.total, list(added.partners)) == (0, [])


def test_with_nothing_added_one_press_takes_it_away(sample, head):
    Organisation.objects.filter(coalition=sample).update(email="edited@example.org")
    assert remove(head).status_code == 302
    assert not Coalition.objects.filter(pk=sample.pk).exists()


def test_what_was_added_is_counted_and_asks_for_a_second_press(sample, head):
    ours = OrganisationFactory(coalition=sample, name="Our own clinic")
    Contact.objects.create(coalition=sample, organisation=ours, name="Ruth Amsel")
    Alias.objects.create(coalition=sample, organisation=ours, name="OOC")  # nobody says by whom
    ImportRun.objects.create(coalition=sample, file_name="partners.csv")
    MembershipFactory(coalition=sample)
    log = reverse("partners:talk_log", args=[head.slug])
    head.post(log, {"organisation_id": ours.pk, "said": "Hello"})
    answer = remove(head)
    assert answer.status_code == 409
    assert counts(answer) == {
        "Partners": 1,
        "People at partners": 1,
        "Members of the coalition": 1,
        "Talks": 1,
        "Spreadsheets brought in": 1,
        "Other entries": 1,  # who took part in the talk
    }
    assert Coalition.objects.filter(pk=sample.pk).exists()
    assert remove(head, also_added=answer.context["added"].total).status_code == 302
    assert not Coalition.objects.filter(pk=sample.pk).exists()


def test_what_came_between_the_two_presses_is_told_too(sample, head):
    OrganisationFactory(coalition=sample)
    assert counts(remove(head)) == {"Partners": 1}
    OrganisationFactory(coalition=sample)
    assert counts(remove(head, also_added=1)) == {"Partners": 2}
    assert remove(head, also_added="nonsense").status_code == 409


def test_own_partners_are_offered_as_a_file_without_those_of_the_sample(sample, head):
    OrganisationFactory(coalition=sample, name="Our own clinic")
    url = reverse("sample_own_partners", args=[head.slug])
    assert url in remove(head).content.decode()
    told = b"".join(head.get(f"{url}?format=csv").streaming_content).decode()
    assert "Our own clinic" in told
    assert len(told.strip().splitlines()) == 2


def test_command_says_what_would_go_and_how_to_go_on(sample):
    OrganisationFactory(coalition=sample)
    with pytest.raises(CommandError, match=r"Partners: 1.*--also-added 1"):
        call_command("sample", "remove")
    call_command("sample", "remove", also_added=1)
    assert not Coalition.objects.filter(pk=sample.pk).exists()
