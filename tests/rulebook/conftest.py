"""Property tests of the pure core measure right and wrong, not the speed of a busy machine."""

from hypothesis import settings

settings.register_profile("rulebook", deadline=None)
settings.load_profile("rulebook")
