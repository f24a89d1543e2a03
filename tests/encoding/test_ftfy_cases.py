"""Every kind of damage that ftfy documents is undone, and what it leaves is left.

ftfy itself is asked: where it repairs a text, we repair it to the letter as well.
"""

import ftfy
import pytest
from ftfy.badness import is_bad

from textassay import registry
from textassay.checks.encoding import _ftfy_judge
from textassay.contract import Check
from textassay.engine.arbitration import arbitrate
from textassay.engine.examples import judge
from textassay.engine.fixing import edited

CHECKS = [check for check in registry.builtin() if check.code.startswith("ENC")]
REPAIRING = [check for check in CHECKS if check.code in {"ENC002", "ENC004"}]
MOJIBAKE = [check for check in CHECKS if check.code == "ENC002"]


def _read_as(text: str, codec: str) -> str:
    """Return UTF-8 as a sloppy reader of a single-byte set shows it."""
    shown = []
    for byte in text.encode("utf-8", "surrogatepass"):
        try:
            shown.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            shown.append(chr(byte))
    return "".join(shown)


def _halves(text: str) -> str:
    """Return the text with each emoji as two surrogates, as CESU-8 spells it."""
    data = text.encode("utf-16-be")
    return "".join(chr(data[at] << 8 | data[at + 1]) for at in range(0, len(data), 2))


def _fixed(text: str, checks: list[Check]) -> str:
    return edited(
        text, [edit for finding in arbitrate(judge(text, checks)) for edit in finding.edits]
    )


ONCE = [
    ("✔ No problems here", "cp1252"),
    ("• the first item", "cp1252"),
    ("€100 and £50 at 20 °C, 1½ cups", "cp1252"),
    ("The soufflé™ of Zoë’s café", "cp1252"),
    ("RUF MICH ZURÜCK", "cp1252"),
    ("DOS AÑOS", "cp1252"),
    ("Hırsızı Büyü Korkuttu", "cp1252"),
    ("İstanbul", "latin-1"),
    ("İstanbul", "cp1252"),
    ("Rīga", "cp1252"),
    ("Rīga", "latin-1"),
    ("Hôtel de Police", "cp1252"),
    ("Nicolás", "cp1252"),
    ("só", "latin-1"),
    ("schön", "latin-1"),
    ("À tous les frères et sœurs", "cp1252"),
    ("Tại sao giá hạt sầu riêng lại lên giá?", "cp1252"),
    ("Mice with IL2RγcKO sustain the life cycle.", "cp1252"),
    ("l’humanité عيد سعيد", "cp1252"),
    ("hotel $49 $̶6̶3̶ updated", "cp1252"),
    ("Die Stadt’s ‘own’ decision", "latin-1"),
    ("des gâteaux pour un régime équilibré", "mac-roman"),
    ("weiß", "mac-roman"),
    ("Liège, avenue de l'Hôpital", "cp1250"),
    ("vedere înceţoşată", "cp1250"),
    ("Napíšte nám !", "cp1250"),
    ("Mám dost třetího tisíciletí", "iso8859-2"),
    ("дороге Из-под #футбол", "cp1251"),
    ("This is signiﬁcantly lower", "cp1251"),
    ("#правильноепитание", "cp437"),
    ("Αθήνα σήμερα", "cp1253"),
    ("naïve", "cp1254"),
]


@pytest.mark.parametrize(("text", "codec"), ONCE)
def test_utf8_misread_once_comes_back(text: str, codec: str) -> None:
    """Symbols, capitals, single letters, mixed scripts, in every set that ftfy knows."""
    damaged = _read_as(text, codec)

    assert ftfy.fix_encoding(damaged) == text
    assert _fixed(damaged, REPAIRING) == text


OVER_AND_OVER = [
    ("The queen doesn’t have eyebrows.", ["cp1252"] * 3),
    ("Pop (né Jim)", ["cp1252"] * 2),
    ("the font is always “ Roman”.", ["cp1252"] * 2),
    ("приятности. ❤", ["cp1251"] * 2),
    ("a £5.8bn rights issue", ["cp1252", "cp1251"]),
    ("┒(⌣˛⌣)┎", ["cp1252"] * 2),
    ("(ง'̀⌣'́)ง", ["cp1252"] * 2),
]


@pytest.mark.parametrize(("text", "codecs"), OVER_AND_OVER)
def test_utf8_misread_over_and_over_comes_back(text: str, codecs: list[str]) -> None:
    """Two and three times, in one set or in two."""
    damaged = text
    for codec in codecs:
        damaged = _read_as(damaged, codec)

    assert ftfy.fix_encoding(damaged) == text
    assert _fixed(damaged, REPAIRING) == text


OTHER_WAYS = [
    (_read_as(_halves("Hi all 😍"), "cp1252"), "Hi all 😍"),
    (_read_as(_halves("re: ☺😘"), "latin-1"), "re: ☺😘"),
    ("ok â\x80\x9csenza modifiche\x94 alla legge", "ok “senza modifiche” alla legge"),
    ("\x84Das Handwerk\x93: von hier nach dort", "„Das Handwerk“: von hier nach dort"),
    ("upgraded to â€œbb+â€? from â€œbbâ€?", "upgraded to “bb+� from “bb�"),
    ("III DivisÃ£o - SÃ©rie F, Classificação", "III Divisão - Série F, Classificação"),
    ("voilÃ le travail", "voilà le travail"),
    ("Ã perturber la rÃ©flexion jusqu'Ã nos jours", "à perturber la réflexion jusqu'à nos jours"),
    ("com especial atenÃ§Ã£o Ã s crianÃ§as", "com especial atenção às crianças"),
    ("la rÃ©ponse persiste et signe Ã s'Ã©loigner", "la réponse persiste et signe à s'éloigner"),
    ("les frais relatifs Ã l’utilisation, l’Ã©tÃ©", "les frais relatifs à l’utilisation, l’été"),
]


@pytest.mark.parametrize(("damaged", "text"), OTHER_WAYS)
def test_damage_that_lost_something_comes_back(damaged: str, text: str) -> None:
    """CESU-8, lone C1 controls, lost bytes, a no-break space that became a blank."""
    assert ftfy.fix_encoding(damaged) == text
    assert _fixed(damaged, REPAIRING) == text


LEFT = [
    "Η ¨ανατροφή¨ δυστυχώς από τους προπονητές",
    "higher values (“+” and “×” curves)",
    "ammaccato,\N{NO-BREAK SPACE}è come se nel cuore avessi un vetro",
    "4288×…",
    "``pronta pra assa aí´´ e ``pega o trem pra lá´´",
    "VOCÊ… SÓ… MARQUÉ… Õ…",
    "Join ZZAJÉ’s Official Fan List; L’épisode 8",
    "Ôôô VIDA MINHA",
    "[x]\N{NO-BREAK SPACE}©",
    "∆°",
    "2012—∞",
    "SENSЕ - Oleg Tsedryk",
    "OK??:(   `¬´    ): ( o¬ô )",
    "ESSE CARA AI QUEM É¿",
    "SELKÄ\N{NO-BREAK SPACE}EDELLÄ\N{NO-BREAK SPACE}MAAHAN",
    "Offering 5×£35 pin ups",
    "NESTLÉ® requiere personal",
    "Connect with Āø now",
    "C O N C L U S Ã O",
    "Oborzos, per. Vahbarz, frataraká§ 141",
    "MÄ£ÄM ÌÑÌ Q £ÄGÌ GÄLÄW ÑÍCH SÖÄ£",
    "(-1/2)! = √π",
    "├┤a┼┐a┼┐a┼┐a┼┐a",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_ftfy_leaves_is_left(text: str) -> None:
    """Capitals before marks, accents as quotation marks, faces, line art, formulas."""
    assert ftfy.fix_encoding(text) == text
    assert judge(text, MOJIBAKE) == []


@pytest.mark.parametrize(
    ("code", "damaged", "text"),
    [
        ("ENC017", "P&EACUTE;REZ and P&eacute;rez", "PÉREZ and Pérez"),
        ("ENC017", "&lt;tag&gt; &checkmark; it&#x2019;s &hellip;", "<tag> ✓ it’s …"),
        ("ENC024", "ﬂuﬃeﬆ", "fluffiest"),
        ("ENC004", "\x1b[36;44mI am blue\x1b[0m", "I am blue"),
        ("ENC004", "two:\u20291. Unicode\u20282. spite", "two:\n1. Unicode\n2. spite"),
        ("ENC008", "\ufeffWhere do you want to go?", "Where do you want to go?"),
        ("ENC018", "\\u20a1 is the sign of the colón.", "₡ is the sign of the colón."),
    ],
)
def test_what_other_fixers_do_is_done_by_other_checks(code: str, damaged: str, text: str) -> None:
    """Entities, ligatures, terminal colours, line separators, marks of byte order, escapes."""
    assert _fixed(damaged, [check for check in CHECKS if check.code == code]) == text


def test_no_line_that_ftfy_calls_bad_is_kept_from_it() -> None:
    """Ftfy is imported for lines that may be bad alone: a lone sign in ASCII is nearly never."""
    signs = [*map(chr, range(0x80, 0x3000)), *("\u00e7\u00e3", "\u00c7\u00d5", "\u00e7\u00f5")]
    lone = [f"{before}{sign}{after}" for sign in signs for before in "a 1." for after in "aA )"]

    assert all(_ftfy_judge.may_be_bad(line) for line in lone if is_bad(line))
    assert not _ftfy_judge.may_be_bad("a\u00e7\u00e3o N\u00c3O c\u0153ur t\u00e2che")
