from accounts.reports.permissions import permissions_table
from accounts.reports.security import factors_of, second_factor_census, sign_ins_of

__all__ = ["factors_of", "permissions_table", "second_factor_census", "sign_ins_of"]
