"""Các lệnh của ./tusoi."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from tusoi.cli import quality
from tusoi.cli.classifying import classify
from tusoi.cli.reading import read
from tusoi.cli.running import project_root, run_demo, run_server

DEV = "tusoi.config.settings.dev"


def start_django(settings: str = DEV) -> None:
    """Load Django with the given settings unless the environment names others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Tự Soi: kiểm điểm, đánh giá, xếp loại chất lượng hằng năm."""


main.add_command(classify)
main.add_command(read)


@main.command()
@click.option("--reset", is_flag=True, help="Xóa dữ liệu chạy thử và bắt đầu lại.")
@click.option("--port", default=8000, show_default=True, help="Cổng của trang web.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--example", help="Đợt đánh giá mẫu; không ghi thì xem tiếp đợt đã nạp.")
@click.option("--no-browser", is_flag=True, help="Không tự mở trình duyệt.")
def demo(*, reset: bool, port: int, host: str, example: str | None, no_browser: bool) -> None:
    """Chạy thử với đợt đánh giá mẫu; Ctrl-C để dừng."""
    run_demo(reset=reset, host=host, port=port, example=example, opens_browser=not no_browser)


@main.command()
@click.argument("name", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục nhận văn bản.",
)
def rehearse(name: str | None, out: Path | None) -> None:
    """Diễn tập cả đợt NAME qua đúng các lệnh của sản phẩm, để lại toàn bộ văn bản trong OUT; không có NAME thì liệt kê."""
    start_django()
    from tusoi.rehearsal import play

    if name is None:
        play.show_names()
    elif out is None:
        raise click.UsageError("Thiếu thư mục nhận văn bản: ghi thêm --out THƯ-MỤC.")
    else:
        sys.exit(play.rehearse(name, out))


@main.command(context_settings={"ignore_unknown_options": True})
@click.option("--core", is_flag=True, help="Chỉ kiểm thử phần luật thuần túy.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(*, core: bool, arguments: tuple[str, ...]) -> None:
    """Chạy toàn bộ kiểm thử."""
    sys.exit(quality.run_tests(core_only=core, arguments=arguments))


@main.command()
def check() -> None:
    """Kiểm tra định dạng, lỗi thường gặp, kiểu, ranh giới mô-đun, thuật ngữ, migration."""
    sys.exit(quality.run_checks())


@main.group()
def bench() -> None:
    """Đo tốc độ; in tỷ lệ và nhịp độ, không bao giờ kết luận đỗ hay trượt."""


@bench.command("web")
@click.option("--people", default=10_000, show_default=True, help="Số người được tạo để đo.")
def bench_web(people: int) -> None:
    """Đo các trang danh sách: thời gian, số yêu cầu mỗi giây, số truy vấn."""
    start_django()
    from tusoi.benchmarks.web import run

    run(people=people)


@bench.command("rules")
@click.option("--people", default=1_000_000, show_default=True, help="Số người sát ranh.")
@click.option("--jobs", default=0, help="Số lõi dùng khi chạy song song; mặc định là tất cả.")
def bench_rules(people: int, jobs: int) -> None:
    """Đo sổ luật: nhịp độ, bộ nhớ, số người sai mức so với phép tính chính xác và với OpenFisca-Core."""
    from tusoi.benchmarks.rules import run

    run(people=people, jobs=jobs)


@bench.command("documents")
@click.option("--forms", default=300, show_default=True, help="Số phiếu cá nhân hai trang.")
@click.option("--rows", default=2_000, show_default=True, help="Số dòng của bảng ngang.")
@click.option("--many", default=10_000, show_default=True, help="Số văn bản khi đo bộ nhớ.")
def bench_documents(forms: int, rows: int, many: int) -> None:
    """Đo văn bản: số bản mỗi giây (DOCX, PDF), một bảng dài, bộ nhớ; cạnh docxtpl, WeasyPrint, LibreOffice."""
    from tusoi.benchmarks.documents import run

    run(forms=forms, rows=rows, many=many)


@bench.command("read")
@click.option("--pages", default=200, show_default=True, help="Số trang của kế hoạch dài.")
def bench_read(pages: int) -> None:
    """Đo đọc kế hoạch: trang mỗi giây, bộ nhớ, thời gian khi độ dài gấp đôi."""
    from tusoi.benchmarks.reading import run

    run(pages=pages)


@bench.command("import")
@click.option("--rows", default=100_000, show_default=True, help="Số dòng của bảng tính.")
def bench_import(rows: int) -> None:
    """Đo nhập người từ bảng tính, so với cách đọc và ghi thông thường."""
    start_django()
    from tusoi.benchmarks.importing import run

    run(rows=rows)


@main.command()
@click.option("--code", prompt="Mã cơ quan")
@click.option("--name", prompt="Tên cơ quan")
@click.option("--short-name", prompt="Tên viết tắt")
@click.option("--admin-code", prompt="Mã cán bộ của quản trị viên")
@click.option("--admin-name", prompt="Họ và tên quản trị viên")
def setup(code: str, name: str, short_name: str, admin_code: str, admin_name: str) -> None:
    """Thiết lập cơ quan và quản trị viên đầu tiên; in đường dẫn đặt mật khẩu dùng một lần."""
    start_django()
    from tusoi.core import clock
    from tusoi.org.services.installation import install_body

    token = install_body(
        at=clock.now(),
        code=code,
        name=name,
        short_name=short_name,
        admin_code=admin_code,
        admin_name=admin_name,
    )
    click.echo(f"Đường dẫn đặt mật khẩu (dùng một lần): /kich-hoat/{token}/")


@main.command("verify-log")
def verify_log() -> None:
    """Kiểm tra chuỗi nhật ký còn nguyên vẹn."""
    start_django()
    from tusoi.audit.selectors.chain import verify

    broken = verify()
    click.echo(
        "Chuỗi nhật ký nguyên vẹn."
        if broken is None
        else f"Chuỗi nhật ký bị thay đổi từ dòng {broken}."
    )
    sys.exit(0 if broken is None else 1)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Chạy máy chủ web thật (cần DATABASE_URL, TUSOI_SECRET_KEY, TUSOI_HOSTS)."""
    run_server(host=host, port=port, workers=workers)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Lệnh quản trị của Django (migrate, shell, …)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEV)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./tusoi manage", *arguments])


@main.group(invoke_without_command=True)
@click.pass_context
def docs(context: click.Context) -> None:
    """Sinh lại tài liệu: thuật ngữ, quy trình, lệnh, ma trận pháp lý."""
    if context.invoked_subcommand is None:
        start_django("tusoi.config.settings.test")
        from tusoi.cli.generated import write_all

        _list(write_all())


@docs.command("law")
def docs_law() -> None:
    """Chỉ sinh lại ma trận pháp lý docs/luat."""
    from tusoi.cli import matrix

    _list(matrix.write(matrix.law_pages(project_root())))


@docs.command("sample")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Thư mục nhận văn bản mẫu.",
)
@click.option("--png", is_flag=True, help="Vẽ từng trang thành ảnh PNG (cần pdftoppm).")
@click.option(
    "--check-with-libreoffice", is_flag=True, help="Đối chiếu số trang của DOCX qua LibreOffice."
)
def docs_sample(out: Path, *, png: bool, check_with_libreoffice: bool) -> None:
    """Một bản đã điền của mọi loại văn bản × thể thức × định dạng (DOCX, PDF, HTML)."""
    from tusoi.cli import sampling

    made = sampling.write_samples(out, with_pages=png)
    click.echo(f"{len(made)} văn bản mẫu trong {out}; xem {out / 'index.html'}")
    if check_with_libreoffice:
        differing = list(sampling.check_with_libreoffice(made, out))
        click.echo("\n".join(differing) or "Số trang DOCX và PDF khớp nhau (± 1).")


def _list(written: Iterable[Path]) -> None:
    for path in written:
        click.echo(str(path))
