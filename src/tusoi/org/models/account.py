from django.contrib.auth.models import AbstractUser
from django.db import models

from tusoi.org.models.person import Person


class User(AbstractUser):
    """Tài khoản: how a person signs in. Carries no right by itself; rights come from roles."""

    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="user"
    )

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.username


class OneTimeLink(models.Model):
    """Đường dẫn dùng một lần: lets its holder set a first password; only a hash of the token is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="one_time_links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.user}: {self.expires_at:%d/%m/%Y}"
