"""Lỗi dữ liệu: what no check has foreseen and the database will not take becomes a refusal in Vietnamese."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, DataError, IntegrityError

from tusoi.core.errors import Conflict, refuse
from tusoi.rulebook.facts import UnknownCode
from tusoi.rulebook.findings import Finding, Severity

_STOPPED = frozenset({"40P01", "P0001"})
"""Hai người khóa chéo nhau; nội dung đã chốt (a trigger refused the change)."""
logger = logging.getLogger(__name__)


def _conflict(rule: str, message: str) -> Conflict:
    remedy = "Tải lại trang, xem nội dung hiện có rồi thực hiện lại nếu còn cần."
    return Conflict([Finding(rule, Severity.BLOCKS, message, remedy=remedy)])


def _overtaken(error: Exception) -> Conflict:
    """The commands check before they write; what a constraint still stops was written meanwhile."""
    logger.warning("stopped by the database", exc_info=error)
    return _conflict(
        "input.overtaken", "Nội dung này đã có, đã chốt, hoặc trái với nội dung người khác vừa ghi."
    )


@contextmanager
def faults_refused() -> Iterator[None]:
    """Faults of data leave the block as Refused; faults of the program stay what they are."""
    try:
        yield
    except UnknownCode as error:
        raise refuse(
            "input.choice", str(error), remedy="Chọn một mục trong danh sách của trang."
        ) from error
    except DataError as error:
        logger.warning("not storable", exc_info=error)
        raise refuse(
            "input.range",
            "Có con số lớn quá hoặc nội dung dài quá mức lưu được.",
            remedy="Kiểm tra lại các con số và viết gọn nội dung.",
        ) from error
    except IntegrityError as error:
        raise _overtaken(error) from error
    except ObjectDoesNotExist as error:
        raise _conflict("input.gone", "Nội dung này không còn; có người vừa xóa.") from error
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") not in _STOPPED:
            raise
        raise _overtaken(error) from error
