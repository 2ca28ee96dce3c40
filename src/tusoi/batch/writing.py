"""Ghi tệp an toàn: written beside its place under another name and put there only when complete."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tusoi.batch.faults import BatchRefused


@dataclass(slots=True)
class Staging:
    """Chỗ tạm: the unfinished files of one run and where each belongs; `publish` puts them there."""

    targets: dict[Path, Path] = field(default_factory=dict)

    def beside(self, target: Path) -> Path:
        """A path to write to in the folder of the target."""
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.tam")
        self.targets[unfinished] = target
        return unfinished

    def publish(self) -> None:
        """Every file to its place, the first one asked for last."""
        for unfinished, target in reversed(self.targets.items()):
            unfinished.replace(target)
        self.targets.clear()


@contextmanager
def staged(out: Path) -> Iterator[Staging]:
    """Files for `out` and what stands beside it; whatever is unfinished at the end is removed."""
    if out.is_dir():
        raise BatchRefused(f"--out: {out} là thư mục. Ghi tên một tệp.")
    if not out.parent.is_dir():
        raise BatchRefused(f"--out: không có thư mục {out.parent}. Tạo thư mục trước.")
    staging = Staging()
    try:
        yield staging
    except PermissionError as error:
        raise BatchRefused(
            f"Không ghi được {out}: không có quyền ghi trong thư mục {out.parent}, hoặc tệp đang mở ở chương trình khác."
        ) from error
    except OSError as error:
        reason = "đĩa đã đầy" if error.errno == errno.ENOSPC else f"hệ thống báo lỗi {error.errno}"
        raise BatchRefused(f"Không ghi được {out}: {reason}. Chọn nơi khác để ghi.") from error
    finally:
        for unfinished in staging.targets:
            unfinished.unlink(missing_ok=True)
