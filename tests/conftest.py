"""How Hypothesis searches here: as long as a slow machine needs, and the same examples each time on the guard's."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("guard", settings.get_profile("house"), derandomize=True)
settings.load_profile("guard" if os.environ.get("CI") else "house")
