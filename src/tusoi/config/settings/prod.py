"""Cài đặt khi vận hành thật. Refuses to start without a secret key, a database and the names it serves."""

import os

from django.core.exceptions import ImproperlyConfigured

from tusoi.config.database import from_environment
from tusoi.config.settings.base import *  # noqa: F403 - the one base every environment extends


def _required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Chưa đặt biến môi trường {name}; xem docs/van-hanh.md.")
    return value


DEBUG = False
SECRET_KEY = _required("TUSOI_SECRET_KEY")
ALLOWED_HOSTS = _required("TUSOI_HOSTS").split(",")
_required("DATABASE_URL")
if os.environ.get("TUSOI_TODAY"):
    raise ImproperlyConfigured(
        "TUSOI_TODAY chỉ dùng khi chạy thử; khi vận hành, đồng hồ là giờ thật."
    )
DATABASES = {"default": from_environment()}
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The limits on signing in count the visitors, not the proxy in front that ends TLS.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_HSTS_SECONDS = 31_536_000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
