"""Cài đặt cho chạy thử và phát triển: embedded database, secrets made on first start and kept in the data folder."""

import os
from datetime import datetime

from tusoi.config.database import data_dir, embedded, from_environment
from tusoi.config.secrets import kept_secret
from tusoi.config.settings.base import *  # noqa: F403 - the one base every environment extends

DEBUG = False
SECRET_KEY = kept_secret(data_dir() / "secret-key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = {"default": from_environment() or embedded(data_dir() / "postgres")}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# A demonstration of a past season runs on that season's days.
CLOCK_STARTS_AT = (
    datetime.fromisoformat(os.environ["TUSOI_TODAY"]) if os.environ.get("TUSOI_TODAY") else None
)
