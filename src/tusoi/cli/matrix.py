"""Ma trận pháp lý: docs/luat – every provision with what rests on it, regimes, parameters, gaps, cases; for lawyers to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from tusoi.cli.markdown import page, table
from tusoi.rulebook import parameter_text, wording
from tusoi.rulebook.citations import Citation, Source, cite, provisions, sources
from tusoi.rulebook.facts import RatingLevel
from tusoi.rulebook.lawchecks import (
    cases_by_rule,
    charts,
    gaps,
    known_class_gaps,
    known_stretches,
    overlaps,
    resting,
    runs,
)
from tusoi.rulebook.lawchecks.known import KnownStretch
from tusoi.rulebook.lawchecks.resting import KINDS, whom
from tusoi.rulebook.lawchecks.speaking import CaseRun, RuleCases
from tusoi.rulebook.lawdata import names_in, read_yaml
from tusoi.rulebook.parameter_text import parameter_groups
from tusoi.rulebook.parameters import Overlay, Parameter, overlay, parameters
from tusoi.rulebook.regimes import Regime, regimes
from tusoi.rulebook.standards import tables

MAY_CHANGE = {
    "none": "Cơ quan không được thay đổi.",
    "stricter": "Cơ quan chỉ được quy định chặt hơn.",
    "free": "Cơ quan được chọn cách khác bằng văn bản.",
}
CASES_SHOWN = 4


def _day(value: date | None, otherwise: str = "") -> str:
    return wording.day(value) if value else otherwise


def _link(citation: Citation) -> str:
    source, _, anchor = citation.id.partition("/")
    return f"[{citation.label}]({source}.md{f'#{anchor}' if anchor else ''})"


def _links(cites: Iterable[str]) -> str:
    return "\n".join(_link(cite(each)) for each in cites)


def _not_encoded() -> dict[str, str]:
    """Provision → why nothing rests on it."""
    return {each: why for why, listed in read_yaml("not_encoded.yaml").items() for each in listed}


def _things(citation: Citation) -> str:
    """What rests on a provision, by kind; of the cases the first few."""
    things = sorted(resting().get(citation.id, ()), key=lambda thing: KINDS.index(thing.kind))
    lines = []
    for kind, alike in groupby(things, key=lambda thing: thing.kind):
        texts = [thing.text for thing in alike]
        more = len(texts) - CASES_SHOWN
        if kind == "Tình huống" and more > 0:
            texts = [*texts[:CASES_SHOWN], f"và {more} tình huống khác ([xem](tinh-huong.md))"]
        lines.append(f"**{kind}:** {'; '.join(texts)}")
    why = _not_encoded().get(citation.id)
    if why:
        lines.append(f"**Chưa thể hiện:** {why}")
    return "\n".join(lines)


def _provision_row(citation: Citation) -> tuple[str, ...]:
    anchor = citation.id.partition("/")[2]
    label = citation.label.removesuffix(citation.source.short).strip()
    urls = " ".join(f"[nguồn {n}]({url})" for n, url in enumerate(citation.urls, start=1))
    statement = f"{citation.statement}\n{urls}" if urls else citation.statement
    return (
        f'<a id="{anchor}"></a>{label}',
        statement,
        _things(citation) or "—",
        citation.trust.label,
    )


def _of(source: Source) -> list[Citation]:
    return [each for each in provisions().values() if each.source is source]


def _used_by(source: Source) -> list[Regime]:
    return [each for each in regimes().values() if source in each.documents]


def _source_facts(source: Source) -> str:
    facts = [
        ("Ban hành", source.issuer),
        ("Ngày ký", _day(source.signed)),
        ("Hiệu lực từ", _day(source.effective)),
        ("Hết hiệu lực", _day(source.repealed)),
        ("Độ tin cậy", source.trust.label),
        ("Thuộc chế độ", "; ".join(each.label for each in _used_by(source))),
        ("Ghi chú", source.note),
    ]
    return "\n".join(f"- {name}: {value}" for name, value in facts if value)


def text_page(source: Source) -> str:
    """One page per document: provision, our statement, what rests on it, trust."""
    whole = _things(cite(source.id))
    rows = [_provision_row(each) for each in _of(source)]
    headers = ("Quy định", "Nội dung tóm tắt", "Thể hiện trong phần mềm", "Độ tin cậy")
    return page(
        source.short,
        source.title + ".",
        _source_facts(source),
        f"Dẫn tới cả văn bản:\n\n{whole.replace(chr(10), '<br>')}" if whole else "",
        "Nội dung dưới đây do chúng tôi tóm tắt bằng lời của mình, không phải nguyên văn."
        if rows
        else "",
        table(headers, rows) if rows else "",
    )


def index_page() -> str:
    """docs/luat/README.md: what the folder holds, then every document."""
    rows = [
        (
            f"[{source.short}]({source.id}.md)",
            source.title,
            _day(source.effective),
            _day(source.repealed),
            "\n".join(each.label for each in _used_by(source)),
            str(len(_of(source))),
            source.trust.label,
        )
        for source in sources().values()
    ]
    headers = ("Văn bản", "Tên", "Hiệu lực", "Hết hiệu lực", "Chế độ", "Số mục", "Độ tin cậy")
    return page(
        "Ma trận pháp lý",
        "Mỗi quy định đi với tham số, quy tắc, tiêu chuẩn, biểu mẫu, bước quy trình và tình huống dựa vào nó, "
        "kèm độ tin cậy. Nội dung chưa kiểm chứng được ghi lại nhưng không áp dụng.",
        "- [Chế độ đánh giá, xếp loại](che-do.md): văn bản nào áp dụng cho ai, từ ngày nào.\n"
        "- [Tham số](tham-so.md): mọi con số, thời hạn, tỉ lệ theo ngày hiệu lực.\n"
        "- [Khoảng trống, chồng lấn](khoang-trong.md): chỗ pháp luật để ngỏ mà người có thẩm quyền phải quyết định.\n"
        "- [Tình huống](tinh-huong.md): ví dụ cho từng quy tắc và kết quả.",
        "## Văn bản",
        table(headers, rows),
    )


def _reign_rows(regime: Regime) -> Iterator[tuple[str, ...]]:
    for rated_as, reign in regime.reigns.items():
        yield (
            rated_as.label,
            _day(reign.since),
            _day(reign.until, "đang áp dụng" if regime.is_in_use else "—"),
            _link(cite(reign.cite)),
            reign.trust.label,
            reign.note,
        )


def _form_rows(regime: Regime) -> Iterator[tuple[str, ...]]:
    for form in regime.forms:
        kinds = ", ".join(rated_as.label for rated_as in form.rated_as)
        has_definition = "có trong phần mềm" if form.definition else ""
        yield form.code, form.title, kinds, form.who, _link(cite(form.cite)), has_definition


def _regime_part(regime: Regime) -> str:
    replaced = ", ".join(regimes()[each].label for each in regime.replaces)
    facts = [
        "" if regime.is_in_use else "**Chưa áp dụng:** văn bản mới biết qua viện dẫn.",
        f"Văn bản: {', '.join(_link(cite(each.id)) for each in regime.documents)}.",
        f"Thay thế: {replaced}." if replaced else "",
        regime.note,
    ]
    parts = [f"## {regime.label}", "\n".join(f"- {each}" for each in facts if each)]
    parts.append(
        table(
            ("Đối tượng", "Từ ngày", "Đến hết ngày", "Căn cứ", "Độ tin cậy", "Ghi chú"),
            _reign_rows(regime),
        )
    )
    if regime.forms:
        headers = ("Mẫu", "Tên", "Đối tượng", "Ai lập", "Căn cứ", "Ghi chú")
        parts.append(table(headers, _form_rows(regime)))
    return "\n\n".join(part.strip("\n") for part in parts)


def regime_page() -> str:
    """docs/luat/che-do.md: who is governed by what, when, on which forms."""
    return page("Chế độ đánh giá, xếp loại", *map(_regime_part, regimes().values()))


def _value_rows(parameter: Parameter) -> Iterator[tuple[str, ...]]:
    for rated_as, timeline in parameter.timelines():
        for since, dated in timeline:
            if dated is None:
                yield whom(rated_as), _day(since), "thôi áp dụng", "", "", ""
                continue
            use = "" if dated.in_use else " (chưa áp dụng)"
            yield (
                whom(rated_as),
                _day(since),
                f"{parameter_text.as_written(parameter, dated.value)}{use}",
                _link(cite(dated.cite)),
                dated.trust.label,
                dated.note,
            )


def _parameter_part(parameter: Parameter) -> str:
    headers = ("Áp dụng cho", "Từ ngày", "Giá trị", "Căn cứ", "Độ tin cậy", "Ghi chú")
    return (
        f"### {parameter.label}\n\n`{parameter.name}` – {MAY_CHANGE[parameter.override]}\n\n"
        + table(headers, _value_rows(parameter))
    )


def _overlay_part(layer: Overlay) -> str:
    rows = [
        (
            parameters()[name].label,
            parameter_text.as_written(parameters()[name], raw["value"]),
            _link(cite(raw["cite"])),
        )
        for name, raw in layer.values.items()
    ]
    until = f" đến hết ngày {_day(layer.until)}" if layer.until else ""
    return f"### {layer.label}\n\nTừ ngày {_day(layer.since)}{until}.\n\n" + table(
        ("Nội dung", "Giá trị", "Căn cứ"), rows
    )


def parameter_page() -> str:
    """docs/luat/tham-so.md: every dated value, by what it is about, then the local rules."""
    parts = []
    for group, label in parameter_groups().items():
        inside = [each for name, each in parameters().items() if name.startswith(f"{group}.")]
        parts += [f"## {label}", *map(_parameter_part, inside)] if inside else []
    layers = [overlay(name.removesuffix(".yaml")) for name in names_in("overlays", ".yaml")]
    return page(
        "Tham số pháp lý",
        "Giá trị ghi “chưa áp dụng” dựa vào nội dung chưa kiểm chứng; chỉ áp dụng khi cơ quan có quy định riêng.",
        *parts,
        "## Quy định của địa phương, cơ quan",
        *map(_overlay_part, layers),
    )


def _stretch_rows(kind: str) -> list[tuple[str, ...]]:
    def row(known: KnownStretch) -> tuple[str, ...]:
        stretch = known.stretch
        return (
            stretch.rated_as.label,
            _day(stretch.since),
            _day(stretch.until, "chưa hết"),
            known.reason,
            _links(known.cites),
        )

    return [row(each) for each in known_stretches(kind)]


def _gap_parts() -> Iterator[str]:
    reasons = {each.chart: each for each in known_class_gaps()}
    for chart in charts(tables()):
        found = gaps(chart)
        known = reasons.get(chart.name)
        table_label = f"### {chart.table.rated_as.label}, {regimes()[chart.table.regime].label}"
        yield f"{table_label}{chart.whose}"
        if found and known:
            yield f"{known.reason} Căn cứ: {', '.join(_link(cite(each)) for each in known.cites)}."
            yield "Không thuộc mức nào:\n\n" + "\n".join(f"- {words}" for words in found)
        else:
            yield "Mọi kết quả đều thuộc một mức."
        both = overlaps(chart)
        if both:
            yield "Thuộc hơn một mức:\n\n" + "\n".join(f"- {words}" for words in both)


def gap_page() -> str:
    """docs/luat/khoang-trong.md: what the law leaves open, as the checks find it."""
    headers = ("Đối tượng", "Từ ngày", "Đến hết ngày", "Lý do", "Căn cứ")
    missing_tables = _stretch_rows("tables")
    return page(
        "Khoảng trống và chồng lấn của pháp luật",
        "Do bộ kiểm tra tìm ra: xét mọi kết hợp ngay dưới, đúng bằng và ngay trên từng ngưỡng của bảng tiêu chuẩn. "
        "Kết quả không thuộc mức nào thì phần mềm không tự chọn; cấp có thẩm quyền quyết định và nêu lý do.",
        "## Thời gian không có chế độ nào được áp dụng",
        table(headers, _stretch_rows("regimes")),
        "## Thời gian có chế độ nhưng chưa có bảng tiêu chuẩn từng mức",
        table(headers, missing_tables) if missing_tables else "Không có.",
        "## Bảng tiêu chuẩn từng mức",
        "Các khoảng trống dưới đây xét khi không có căn cứ nào của mức không hoàn thành nhiệm vụ.",
        *_gap_parts(),
    )


def _said(each: CaseRun, rule_id: str) -> str:
    return "\n".join(
        f"{finding.severity.label}: {finding.message}"
        for finding in each.outcome.findings
        if finding.rule == rule_id
    )


def _law_of(each: CaseRun) -> str:
    whose = f", {each.case.rated_as.label.lower()}" if each.case.rated_as else ""
    local = "".join(f"\n{overlay(layer).label}" for layer in each.case.overlays)
    return f"{_day(each.case.day)}{whose}{local}"


def _rule_part(entry: RuleCases) -> str:
    rule = entry.rule
    rows = [(each.case.name, _law_of(each), _said(each, rule.id)) for each in entry.speaking]
    files = {each.case.subject for each in entry.speaking}
    silent = [each.case.name for each in entry.contrasting if each.case.subject in files]
    until = f" đến hết ngày {_day(rule.until)}" if rule.until else ""
    parts = [
        f"### `{rule.id}`, từ ngày {_day(rule.since)}{until}",
        f"Căn cứ: {', '.join(_link(cite(each)) for each in rule.cites)}." if rule.cites else "",
        table(("Tình huống", "Thời điểm", "Kết quả"), rows) if rows else "",
        f"Không có ý kiến trong: {'; '.join(silent)}." if silent else "",
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part)


def _answer(each: CaseRun) -> str:
    level = each.outcome.answer.get("level")
    found = [f"{finding.severity.label} (`{finding.rule}`)" for finding in each.outcome.findings]
    if "level" in each.outcome.answer:
        label = level.label if isinstance(level, RatingLevel) else "chưa xác định được mức"
        found = [f"Mức: {label}", *found]
    return "; ".join(found) or "Không có vướng mắc"


def case_page() -> str:
    """docs/luat/tinh-huong.md: the cases by rule with what was said, then every case by file."""
    rows = [(each.case.subject, each.case.name, _law_of(each), _answer(each)) for each in runs()]
    return page(
        "Tình huống",
        f"{len(rows)} tình huống, mỗi tình huống được chạy lại khi kiểm thử.",
        "## Theo quy tắc",
        *map(_rule_part, cases_by_rule()),
        "## Mọi tình huống",
        table(("Tệp", "Tình huống", "Thời điểm", "Kết quả"), rows),
    )


def law_pages(root: Path) -> dict[Path, str]:
    """Every page of docs/luat by its path."""
    folder = root / "docs" / "luat"
    texts = {folder / f"{source.id}.md": text_page(source) for source in sources().values()}
    return texts | {
        folder / "README.md": index_page(),
        folder / "che-do.md": regime_page(),
        folder / "tham-so.md": parameter_page(),
        folder / "khoang-trong.md": gap_page(),
        folder / "tinh-huong.md": case_page(),
    }


def write(pages: Mapping[Path, str]) -> list[Path]:
    """Write pages; what else stands in docs/luat belongs to documents that are no longer there."""
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in stale_pages(pages):
        path.unlink()
    return list(pages)


def stale_pages(pages: Iterable[Path]) -> list[Path]:
    """Pages under docs/luat that nothing makes any more."""
    made = set(pages)
    folders = {path.parent for path in made if path.parent.name == "luat"}
    return sorted(path for folder in folders for path in folder.glob("*.md") if path not in made)
