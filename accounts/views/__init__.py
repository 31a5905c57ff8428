from accounts.views import answers, coalitions, invitations, mail, me, members, presence, sign_in

__all__ = ["answers", "coalitions", "invitations", "mail", "me", "members", "presence", "sign_in"]
