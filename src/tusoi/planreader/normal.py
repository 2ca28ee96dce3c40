"""Chuẩn hoá văn bản: one readable text to which every span refers, however the file was made.

Letters are composed, residue of web pages and Markdown goes, lines broken inside a sentence are
joined, and blanks inside document numbers are closed. Reading a normalised text again changes nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata

_LATIN = [chr(code) for low, high in ((0x41, 0x24F), (0x1E00, 0x1EFF)) for code in range(low, high)]
#: Character classes for regular expressions: letters of Vietnamese (and other Latin) text.
UPPER = "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "".join(letter for letter in _LATIN if letter.islower())

#: Enough for what files really contain; only a text built to nest marks in marks needs more.
_ROUNDS = 12

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_HYPHENS = re.compile("[\u2010\u2011\u2012\u2212]")
_LONG_DASH_IN_WORD = re.compile("(?<=\\w)[\u2013\u2014\u2015](?=\\w)")
_LONG_DASH_BULLET = re.compile("(?m)^ *[\u2013\u2014\u2015\u2022\u00b7\u25aa\uf0b7] *(?=\\S)")

_CELL_BREAK = re.compile(r" *\t[ \t]*")
#: A line with so many cells is a row of a table; one tab only sets two things apart.
_CELLS_OF_A_ROW = 3

_ENTITY = re.compile(r"&(?:amp;|#38;|#x26;)*(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z]{2,8};)")
_BLOCK_TAG = re.compile(r"(?i)</?(?:p|div|br|tr|li|ul|ol|table|h[1-6])\b[^<>\n]{0,300}>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<!--[^<>\n]{0,300}-->")
_STYLE_RESIDUE = re.compile(r" ?!important;")

_ESCAPED_MARK = re.compile(r"\\([-.*_#()\[\]&+>])")
_RULE_LINE = re.compile(r"(?m)^ *[-=_~*\u2013\u2014]{3,} *$")
_MARKDOWN_HEADING = re.compile(r"(?m)^ *#{1,6} +(?=\S)|^ *#{2,6}(?=\S)")
_MARKDOWN_QUOTE = re.compile(r"(?m)^ *>+ *(?=\S)")
_STARS = re.compile(r"(?<!\()\*+|\*+(?!\))")
_STAR_BULLET = re.compile(r"(?m)^ *\* +(?=\S)")
_STRONG = re.compile(r"(?<!_)__(?!_)")
_EMPHASIS = re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,300})(?<=\S)_(?!\w)")
#: Stands for the star of a bullet while all other stars are taken away.
_KEPT_STAR = "\x01"

_GAP = r"[ \n]{0,3}"
_DASH = "[-\u2013\u2014]"
_SYMBOL = rf"[{UPPER}]{{2}}[{UPPER}{LOWER}&.]{{0,12}}"
_SPACED_NUMBER = re.compile(
    rf"(?<![\w/-])(\d{{1,5}}){_GAP}(/|{_DASH}){_GAP}(?:(\d{{4}}){_GAP}/{_GAP})?"
    rf"({_SYMBOL})(?:{_GAP}(/|{_DASH}){_GAP}({_SYMBOL}))"
)
_SPACED_SLASH = re.compile(
    rf"(?<![\w/-])(\d{{1,5}}) +/ ?({_SYMBOL})|(?<![\w/-])(\d{{1,5}})/ +({_SYMBOL}-)"
)

_ENUMERATOR = re.compile(
    rf"(?:[-+*] |\([0-9a-z]{{1,2}}\)|[a-zđ][.)] ?(?=\W*[{UPPER}])|[a-zđ]\)|[ivx]{{1,4}}[.)]|[IVXL]{{1,5}} ?[.)-]"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})*(?:[.)]| ?-) |\d{{1,2}}(?:\.\d{{1,2}})+ |\d{{1,2}}/ |\|)"
)
_ENDS_OPEN = re.compile(rf"[{UPPER}{LOWER}\d,\"”’%)(“]$")
_DANGLING = re.compile(
    r"(?i)(?:^|\W)(?:số|ngày|tháng|của|và|theo|tại|về|với|các|những|do|cho|từ|đến|điều|khoản|điểm|hoặc|là"
    r"|trước|sau|trong|bởi|năm|mẫu|quý)$"
)
#: Words that begin a block of their own, wherever the line before them ended.
_OPENS_BLOCK = re.compile(
    r"(?:Căn cứ|Thực hiện|Nơi nhận|Kính gửi|Trên đây|Số:|KẾ HOẠCH|HƯỚNG DẪN|BÁO CÁO|QUYẾT ĐỊNH|CỘNG H|ĐẢNG CỘNG|Độc lập)"
)
_ALL_CAPITALS = re.compile(rf"[^{LOWER}]*[{UPPER}]{{2}}[^{LOWER}]*$")
_PAGE_NUMBER = re.compile(r"(?:Trang |- ?)?\d{1,3}(?:/\d{1,3}| ?-)?$")
_NARROWEST_PAGE, _WIDEST_PAGE = 45, 115


def normalise(raw: str) -> str:
    """The text as it is read: composed, tidied, with whole sentences on one line."""
    text = raw
    for _round in range(_ROUNDS):
        tidied = _once(text)
        if tidied == text:
            break
        text = tidied
    return text


def folded(text: str) -> str:
    """The same text for comparing: lower case, tone marks placed one way (`uỷ` as `ủy`), same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _OLD_TONE.sub(lambda match: _NEW_TONE[match.group()], lowered)


def _tone_places() -> dict[str, str]:
    """`oá` written `óa`, `uỷ` written `ủy`: where the mark moves from the second vowel to the first."""
    marks = "\u0300\u0301\u0309\u0303\u0323"
    pairs = (("o", "a"), ("o", "e"), ("u", "y"))
    compose = unicodedata.normalize
    return {
        first + compose("NFC", second + mark): compose("NFC", first + mark) + second
        for first, second in pairs
        for mark in marks
    }


_NEW_TONE = _tone_places()
_OLD_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_NEW_TONE)})(?![{LOWER}])")


def _once(text: str) -> str:
    for step in (_characters, _web_residue, _markdown, _spacing, _numbers, _joined_lines):
        text = step(text)
    return text.strip()


def _characters(text: str) -> str:
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    text = unicodedata.normalize("NFC", text)
    text = _LONG_DASH_IN_WORD.sub("-", _HYPHENS.sub("-", text))
    return _LONG_DASH_BULLET.sub("- ", text)


def _web_residue(text: str) -> str:
    if "<" in text or "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(f"&{match[1]}"), text)
        text = _TAG.sub("", _BLOCK_TAG.sub("\n", text))
    return _STYLE_RESIDUE.sub("", text)


def _markdown(text: str) -> str:
    text = _RULE_LINE.sub("", _ESCAPED_MARK.sub(r"\1", text))
    text = _MARKDOWN_QUOTE.sub("", _MARKDOWN_HEADING.sub("", text))
    text = _STAR_BULLET.sub(_KEPT_STAR + " ", text)
    text = _STARS.sub("", text).replace(_KEPT_STAR, "*")
    return _EMPHASIS.sub(r"\1", _STRONG.sub("", text))


def _table_row(line: str) -> str:
    """A row whose cells are set apart by tabs, as copied from a table: `| … | … | … |`."""
    cells = _CELL_BREAK.split(line.strip())
    return f"| {' | '.join(cells)} |" if len(cells) >= _CELLS_OF_A_ROW else line


def _spacing(text: str) -> str:
    if "\t" in text:
        text = "\n".join(map(_table_row, text.split("\n")))
    text = _BLANKS.sub(" ", text)
    lines = [line.strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _numbers(text: str) -> str:
    text = _SPACED_NUMBER.sub(_closed_number, text)
    return _SPACED_SLASH.sub(lambda m: f"{m[1] or m[3]}/{m[2] or m[4]}", text)


def _closed_number(match: re.Match[str]) -> str:
    number, first, year, symbol, second, office = match.groups()
    first, second = (mark if mark == "/" else "-" for mark in (first, second))
    return f"{number}{first}{f'{year}/' if year else ''}{symbol}{second}{office}"


def _joined_lines(text: str) -> str:
    lines = text.split("\n")
    width = _page_width(lines)
    if width:
        lines = [line for line in lines if not _PAGE_NUMBER.match(line)]
    paragraphs: list[list[str]] = []
    blank_lines = 0
    for line in lines:
        if not line:
            blank_lines += 1
            continue
        if (
            paragraphs
            and blank_lines <= 1
            and _continues(paragraphs[-1][-1], line, blank_lines, width)
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append(["\n" * blank_lines + line])
        blank_lines = 0
    return "\n".join(map(" ".join, paragraphs))


def _page_width(lines: list[str]) -> int:
    """The width at which lines were broken, as copied from a PDF; 0 where paragraphs run on."""
    width = max(map(len, lines), default=0)
    full = [line for line in lines if len(line) * 5 >= width * 4]
    is_broken = sum(1 for line in full if _ENDS_OPEN.search(line[-1:])) * 5 >= len(full) * 3
    is_page = _NARROWEST_PAGE <= width <= _WIDEST_PAGE and len(full) >= 5
    return width if is_page and is_broken else 0


def _continues(before: str, line: str, blank_lines: int, width: int) -> bool:
    """Whether `line` goes on with the sentence the line `before` left open."""
    if _ENUMERATOR.match(line) or not _ENDS_OPEN.search(before[-1:]):
        return False
    if line[0].islower():
        return not _ALL_CAPITALS.match(before)
    if blank_lines:
        return False
    if _DANGLING.search(before[-12:]) or (before.endswith(",") and line[0].isalpha()):
        return True
    return 0 < width * 4 <= len(before) * 5 and not _OPENS_BLOCK.match(line)
