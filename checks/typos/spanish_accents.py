"""Spanish pairs that an accent tells apart, decided by the words around.

Each rule is a pattern over the folded text whose group 1 is the word that
lacks its accent, and that begins with it where that can be, since the engine
looks for letters first; the order of the alternatives follows the grammar, not any
text. Sources: RAE, Ortografia (2010), diacritical accent and interrogatives.
"""

from __future__ import annotations

import re
from functools import cache

from textassay.frozen import NamedTuple

E_ACUTE, I_ACUTE, O_ACUTE, U_ACUTE, A_ACUTE = "\u00e9", "\u00ed", "\u00f3", "\u00fa", "\u00e1"
_NOT_GERUNDS = "mando|bando|contrabando|comando|cuando|fernando|armando|orlando|rolando|blando"
_PLACES = r"el|la|los|las|un|una|su|sus|este|esta|manos|marcha|juego|contra|riesgo|peligro|vigor"
_STATES = (
    r"muy|bien|mal|claro|ah\u00ed|aqu\u00ed|all\u00ed|lleno|llena|listo|dispuesto|dispuesta|"
    r"de acuerdo|de moda|de vuelta|de regreso|de visita|de viaje|de pie|a punto|a favor|a cargo|"
    r"a salvo|a la altura|por encima|por debajo|entre los|entre las|prohibido|previsto|"
    r"fuera de (?:peligro|control|servicio|lugar|duda|juego|alcance|la ley|circulaci\u00f3n)|"
    r"bajo (?:control|custodia|arresto|investigaci\u00f3n|presi\u00f3n|vigilancia)|"
    r"cerca de|lejos de|"
    rf"en (?:{_PLACES})\b"
)
_STATES_OF_YOU = r"seguro|solo|listo|dispuesto|muerto|vivo|loco|enfermo|harto|contento|de acuerdo"
_NOT_MASCULINE = r"significado|estado|lado|grado|mercado|partido|sentido|marido|ruido|pasado"
_HE = (
    r"es|era|fue|dijo|tiene|ten\u00eda|est\u00e1|estaba|estuvo|quiere|quer\u00eda|sabe|sab\u00eda|"
    r"hab\u00eda|ha|hizo|hace|puede|pod\u00eda|quiso|pudo|cree|dice|tuvo|supo|mismo (?:dijo|se)"
)
_AFTER_QUE = (
    r"es|son|fue|era|hace|hizo|pasa|pas\u00f3|significa|quiere|tan|tal|tipo|clase|hay|ha|han|"
    r"ser\u00e1|ser\u00eda|opina|piensa|te|le|se|otro|otra|sigue|viene|dice|dijo|debe|puede|pueden"
)
_EXCLAIMED = (
    r"bien|mal|bueno|malo|bonito|bonita|verg\u00fcenza|horror|asco|pena|l\u00e1stima|alegr\u00eda|"
    r"rico|lindo|linda|gran|grande|maravilla|suerte|tan|barbaridad|ganas|risa|miedo"
)


_MARKS = {"question": "\u00bf", "exclamation": "\u00a1"}


class Rule(NamedTuple):
    """A pattern, the form that its group 1 should have, and why.

    ``trigger`` is a word without which the pattern cannot match, ``mark`` what
    opens the question or exclamation that it begins with.
    """

    name: str
    mark: str
    trigger: str
    form: str
    pattern: re.Pattern[str]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules; compiled when first asked for."""
    esta = f"est{A_ACUTE}"
    return tuple(
        Rule(name, _MARKS.get(name, ""), trigger, form, re.compile(pattern))
        for name, trigger, form, pattern in (
            (
                "estar before a gerund",
                "esta",
                esta,
                rf"(esta)(?<!\westa) (?!(?:{_NOT_GERUNDS})\b)\w+(?:ando|[iy]endo)\b",
            ),
            (
                "estar before a state",
                "esta",
                esta,
                rf"(esta)(?<!\westa)(?<!en esta)(?<!de esta) (?:{_STATES})\b",
            ),
            (
                "estar before a masculine participle",
                "esta",
                esta,
                rf"(esta)(?<!\westa) (?!(?:{_NOT_MASCULINE})\b)\w{{3,}}(?:ado|ido)s?\b",
            ),
            (
                "you are, before a masculine adjective",
                "estas",
                f"est{A_ACUTE}s",
                rf"(estas)(?<!\westas) (?:{_STATES_OF_YOU}|\w{{3,}}(?:ado|ido|[ai]ndo))\b",
            ),
            (
                "quantity, not opposition",
                "mas",
                f"m{A_ACUTE}s",
                r"(mas)(?<=[^\W_] mas)\b(?! (?:no|si|nunca|tampoco)\b)",
            ),
            (
                "reflexive after a preposition",
                "si",
                f"s{I_ACUTE}",
                (
                    r"(si)(?= mism[oa]s?\b)(?:(?<=\ba si)|(?<=\b(?:de|en) si)|(?<=\bpor si)"
                    r"|(?<=\bpara si)|(?<=\b(?:entre|hacia|sobre) si)|(?<=\bcontra si))"
                ),
            ),
            (
                "by itself",
                "si",
                f"s{I_ACUTE}",
                r"(si)(?:(?<=\bpor si) sol[oa]s?|(?<=\bentre si)(?=[.,;:)]))",
            ),
            (
                "still not",
                "aun",
                f"a{U_ACUTE}n",
                r"(aun)(?<!\waun) no\b(?! (?:siendo|estando|habiendo))",
            ),
            (
                "pronoun before a verb",
                "el",
                f"{E_ACUTE}l",
                rf"(el)(?<!\wel) (?:{_HE})\b(?! (?:de|y)\b)",
            ),
            (
                "pronoun after a preposition",
                "el",
                f"{E_ACUTE}l",
                (
                    r"(el)(?=[.,;:)]|$)(?:(?<=\ba el)|(?<=\bde el)|(?<=\b(?:con|por|sin) el)"
                    r"|(?<=\b(?:para|ante) el)|(?<=\b(?:sobre|hacia|entre) el)|(?<=\bcontra el))"
                ),
            ),
            (
                "I know",
                "se",
                f"s{E_ACUTE}",
                r"no (se)(?<!\wno se) (?:si|qu\u00e9|c\u00f3mo|qui\u00e9n)\b",
            ),
            ("question", "como", f"c{O_ACUTE}mo", r"\u00bf(como)\b"),
            ("question", "donde", f"d{O_ACUTE}nde", r"\u00bf(?:a |de |en |por )?(donde)\b"),
            ("question", "cual", f"cu{A_ACUTE}l", r"\u00bf(?:a |con |de |en |por )?(cual)\b"),
            ("question", "cuales", f"cu{A_ACUTE}les", r"\u00bf(?:a |con |de |en )?(cuales)\b"),
            ("question", "quien", f"qui{E_ACUTE}n", r"\u00bf(?:a |con |de |por |para )?(quien)\b"),
            ("question", "quienes", f"qui{E_ACUTE}nes", r"\u00bf(?:a |con |de )?(quienes)\b"),
            ("question", "cuanto", f"cu{A_ACUTE}nto", r"\u00bf(cuanto)\b"),
            ("question", "cuantos", f"cu{A_ACUTE}ntos", r"\u00bf(cuantos)\b"),
            ("question", "cuantas", f"cu{A_ACUTE}ntas", r"\u00bf(cuantas)\b"),
            ("question", "que", f"qu{E_ACUTE}", rf"\u00bf(que) (?:{_AFTER_QUE})\b"),
            ("question", "que", f"qu{E_ACUTE}", r"\u00bf(?:y )?(?:por|para|de|con|en|a) (que)\b"),
            ("question", "porque", f"por qu{E_ACUTE}", r"\u00bf(?:y )?(porque)\b"),
            ("exclamation", "que", f"qu{E_ACUTE}", rf"\u00a1(que) (?:{_EXCLAIMED})\b"),
        )
    )
