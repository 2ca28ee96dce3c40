"""Chọn ví dụ: one example in a folder at a time, unknown names answered with the existing ones, before anything starts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tusoi.cli.main import main
from tusoi.rehearsal import demo_data, example
from tusoi.rehearsal.example import moment

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("cho-chu-2024", "dong-thap-2021", "lai-chau-2023", "thanh-hoa-2022", "van-phong-ubnd-2023")


def test_the_five_examples_are_there() -> None:
    assert tuple(example.names()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_folder_takes_any_example(name: str, tmp_path: Path) -> None:
    assert demo_data.choose(name, tmp_path, resets=False) == name


def test_without_a_name_the_first_example_comes(tmp_path: Path) -> None:
    assert demo_data.choose(None, tmp_path, resets=False) == "lai-chau-2023"


def test_without_a_name_the_example_there_goes_on(tmp_path: Path) -> None:
    demo_data.start_clock("dong-thap-2021", moment("2021-11-15 09:00"), tmp_path)
    assert demo_data.choose(None, tmp_path, resets=False) == "dong-thap-2021"
    assert demo_data.choose("dong-thap-2021", tmp_path, resets=False) == "dong-thap-2021"


def test_another_example_is_refused_with_what_to_do(tmp_path: Path) -> None:
    demo_data.start_clock("dong-thap-2021", moment("2021-11-15 09:00"), tmp_path)
    with pytest.raises(demo_data.OtherExample) as refused:
        demo_data.choose("cho-chu-2024", tmp_path, resets=False)
    assert "“dong-thap-2021”" in str(refused.value)
    assert "./tusoi demo --example cho-chu-2024 --reset" in str(refused.value)
    assert demo_data.choose("cho-chu-2024", tmp_path, resets=True) == "cho-chu-2024"


def test_a_folder_that_does_not_say_which_holds_the_first(tmp_path: Path) -> None:
    (tmp_path / demo_data.CLOCK).write_text(json.dumps({"starts_at": "2023-11-30"}), "utf-8")
    assert demo_data.example_in(tmp_path) == "lai-chau-2023"


def test_an_unknown_example_keeps_the_data_even_with_reset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUSOI_DATA", str(tmp_path))
    (tmp_path / "demo-links.txt").write_text("[]", "utf-8")
    answer = CliRunner().invoke(main, ["demo", "--example", "khong-co", "--reset"])
    assert answer.exit_code != 0
    for name in NAMES:
        assert name in answer.output
    assert (tmp_path / "demo-links.txt").exists()


def test_rehearse_without_a_name_lists_the_examples() -> None:
    answer = CliRunner().invoke(main, ["rehearse"])
    assert answer.exit_code == 0
    for name in NAMES:
        assert name in answer.output


def test_rehearse_without_a_folder_says_so() -> None:
    answer = CliRunner().invoke(main, ["rehearse", "lai-chau-2023"])
    assert answer.exit_code != 0
    assert "--out" in answer.output
