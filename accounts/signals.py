"""What apps above may want to know. Sent inside the transaction: a receiver that fails undoes it all."""

from django.dispatch import Signal

# Carries `coalition`, and its founder as `by`.
coalition_founded = Signal()
# Carries `invitation` and `membership`; sent once for each invitation.
invitation_accepted = Signal()
# Carries `membership`, `by`, and perhaps a `successor` who takes over what the person kept.
membership_ended = Signal()
# Carries `membership`, and the id of the `change` that had ended it.
membership_reinstated = Signal()
# Carries `person`, still with their address, and the moment as `at`.
person_erased = Signal()
# Asks what members keep: carries `coalition` and the ids of `people`; each receiver answers a `Duties`.
duties_asked = Signal()
# Asks what a coalition strives for, to tell whom it invites: carries `coalition`; answered by words.
vision_asked = Signal()
# Asks which files name somebody: carries `person` and the ids of `coalitions`; each answers `FileAbout`s.
files_asked = Signal()
