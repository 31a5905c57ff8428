"""What apps above may want to know. Sent inside the transaction: a receiver that fails undoes it all."""

from django.dispatch import Signal

# Carries `coalition`, and its founder as `by`.
coalition_founded = Signal()
# Carries `invitation` and `membership`; sent once for each invitation.
invitation_accepted = Signal()
