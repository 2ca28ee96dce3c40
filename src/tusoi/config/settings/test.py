"""Cài đặt cho kiểm thử: embedded database without fsync, fast password hashing."""

import secrets

from tusoi.config.database import data_dir, embedded, from_environment
from tusoi.config.settings.base import *  # noqa: F403 - the one base every environment extends

# Two migrations made at once become a visible conflict in max_migration.txt.
INSTALLED_APPS += ["django_linear_migrations"]  # noqa: F405 - from the base
SECRET_KEY = secrets.token_hex(32)
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": from_environment() or embedded(data_dir() / "postgres-test", durable=False)}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
