from governance.tasks import seats

__all__ = ["seats"]
