from governance.operations.power.leadership import check_co_leads

__all__ = ["check_co_leads"]
