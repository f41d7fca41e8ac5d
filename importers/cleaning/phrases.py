"""The phrases that open the lines around an article, in English and Spanish.

Each is a regular expression in which a space stands for any white space; ``any_of`` joins them. They were gathered from
the pages of agencies and newspapers (AP, Reuters, AFP, EFE, BBC, The Guardian, El Comercio, El Universo and others).
"""

from typing import Final


def any_of(*phrases: str) -> str:
    """One group that matches any of the phrases."""
    return "(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in phrases) + ")"


LINK_LABELS: Final = any_of(
    "also read",
    "read (?:also|more|next|on|this|our|further)",
    "see (?:also|more)",
    "keep reading",
    "further reading",
    "up next",
    r"more (?:on this(?: story)?|from [^\n:]{2,40}|stories|news)",
    "related(?: (?:stories|story|articles?|coverage|news|reading|links?|content|posts?|topics))?",
    "(?:recommended|trending|popular)(?: (?:stories|articles|now|reading|for you))?",
    "most (?:read|viewed|popular)",
    "explore more(?: on these topics)?",
    "don['’]t miss(?: (?:it|this))?",
    "you (?:may|might) (?:also )?(?:like|be interested in)",
    "watch(?: (?:also|now|more|live|next|this|(?:the )?video))?",
    "listen(?: (?:now|live|to (?:this|the podcast)))?",
    "videos?",
    "in pictures",
    "(?:photo )?gallery",
    "podcast",
    "(?:lea|leer?|ver|vea|mir[ae]|escuch[ae]|descubre) (?:tambi[eé]n|m[aá]s|adem[aá]s|aqu[ií]|otras? noticias)",
    "(?:lea|lee|vea|mire)",
    "(?:te|le|les) pued(?:e|en) interesar",
    "(?:noticias?|notas?|art[ií]culos?|contenidos?) relacionad[oa]s?",
    "relacionad[oa]s?",
    "recomendad[oa]s?",
    "lo m[aá]s (?:le[ií]do|visto)",
    "no te (?:lo )?pierdas?",
    "(?:en )?v[ií]deos?",
    "m[aá]s (?:noticias|sobre este tema)",
)
"""What stands before a link to another article; followed by a colon or the like, or alone on its line."""

CALLS: Final = any_of(
    r"(?:please )?(?:sign up|subscribe) (?:now |here )?(?:for|to|here|today|and)\b",
    r"sign up\W*\Z",
    r"free (?:daily|weekly) newsletter",
    r"(?:follow|like|find|join) us\b",
    r"follow (?:@\w+|[^\n]{2,60}?) on (?:twitter|x\b|facebook|instagram|telegram|whatsapp|youtube|tiktok|threads)",
    r"follow [^\n]{1,40}['’]s? (?:coverage|reporting)",
    r"(?:click|tap) here\b",
    r"download (?:our|the) [^\n]{0,40}\bapp\b",
    r"(?:please |kindly )?share (?:this|on (?:twitter|facebook|whatsapp))\b",
    r"get (?:our|the (?:latest|best|day['’]s)) [^\n]{0,80}?(?:newsletter|inbox|app|alerts|e-?mail)",
    r"read more (?:about|at|on|from|here|stories|of)\b",
    r"read the (?:full|original|whole|rest of the) (?:story|article|report|piece)\b",
    r"(?:this story|story|article) continues below\b",
    "skip (?:ad|advert)",
    r"s[ií]g(?:uenos|anos|ue a [^\n]{2,40} en)\b",
    r"suscr[ií]b(?:e|a|ete|ase|irse)\b",
    r"[uú]n(?:ete|ase) a\b",
    r"descarg(?:a|ue) (?:nuestra|la) app\b",
    r"(?:haz|haga) clic\b",
    r"compart[ea] (?:esta?|en)\b",
    r"recib[ea] (?:nuestr[oa]s?|las? (?:[uú]ltimas? )?noticias|en tu correo)\b",
    r"visit[ae] nuestr[oa]s (?:portales|redes|p[aá]ginas)",
)
"""What asks the reader to do something."""

ALONE: Final = any_of(
    "advertise?ments?",
    "advertising",
    "publicidad",
    "anuncios?",
    "sponsored(?: content)?",
    "patrocinado",
    "continue reading",
    "share",
    "compartir",
    "print",
    "imprimir",
    "tweet",
    "comments?",
    "comentarios",
    "copy link",
    "save",
    "loading",
    "back to top",
    "acquire licensing rights",
)
"""What counts only alone on its line."""

_THIS: Final = "(?:this|the (?:original|above)) (?:article|story|content|report|post|piece|version)"
OWNERSHIP: Final = any_of(
    f"{_THIS} (?:is|was|has been|first|originally) (?:first |originally )?"
    "(?:owned|published|appeared|produced|republished|reprinted|syndicated|provided|copyright)",
    r"(?:first|originally) (?:published|appeared) (?:by|in|on|at)\b",
    r"(?:re-?published|reprinted) (?:from|with)\b",
    "est[ea] (?:art[ií]culo|contenido|texto|nota|reportaje) (?:fue|es|se) (?:publicad[oa]|propiedad|public[oó])",
    r"publicado originalmente\b",
    "©",
    r"\(c\) (?:\d{4}|agen\w+)",
    r"copyright\b\s*(?:©|\(c\)|\d{4}|by\b)",
    "all rights reserved",
    "(?:todos los )?derechos reservados",
)

SITE: Final = any_of(
    "(?:we|(?:this|our) (?:web)?site) uses? cookies",
    "(?:accept|manage|reject) (?:all )?cookies",
    r"by (?:continuing|using|clicking) [^\n]{0,80}\bcookies",
    "(?:utilizamos|usamos) cookies",
    "(?:este|nuestro) sitio(?: web)? (?:utiliza|usa) cookies",
    r"al continuar [^\n]{0,80}\bcookies",
    "(?:please )?enable javascript",
    "javascript is (?:disabled|required)",
    r"privacy notice\s?:",
    r"our standards\s?:",
    r"editor['’]s note\s?:",
    r"nota (?:del editor|de (?:la )?redacci[oó]n)\s?:",
    r"\((?:adds|updates|recasts|changes|corrects|clarifies|refiles|repeats|rewrites|releads)\b",
    r"\((?:actualiza|a[ñn]ade|agrega|ampl[ií]a|corrige|rehace|reitera)\b",
    r"(?:correction|clarification|correcci[oó]n|aclaraci[oó]n|fe de err(?:atas|ores))(?:,[^\n.:]{2,40})?\s?:",
    r"(?:an earlier|a previous|una) (?:version|versi[oó]n anterior) (?:of|de) (?:this|est[ea])\b",
    r"this (?:article|story|report|piece|version) (?:was|has been) (?:amended|corrected|updated)\b",
)
"""What the site says of itself, and notes of the desk."""

CREDITS: Final = any_of(
    "(?:additional )?reporting by",
    "(?:edited|editing) by",
    "writing by",
    "compiled by",
    "translated by",
    "with (?:reporting|files|information) (?:by|from)",
    "con informaci[oó]n de",
    "editad[oa] por",
    r"edici[oó]n(?:\s?:| de) ",
    "traducid[oa] por",
    r"traducci[oó]n(?:\s?:| de) ",
)

PICTURES: Final = any_of(
    "(?:file )?photo(?:s|graphs?|graphy)?",
    "image",
    "picture",
    "foto(?:graf[ií]a)?s?",
    "imagen(?:es)?",
    "caption",
    "pie de foto",
    "cr[eé]ditos?",
    "credit",
    "gr[aá]fico",
    "ilustraci[oó]n",
    "illustration",
)
"""What opens a caption, before a colon."""

PHOTO_AGENCIES: Final = any_of(
    "AFP",
    "AP",
    "Reuters",
    "REUTERS",
    "Getty(?: Images)?",
    "EPA(?:-EFE)?",
    "EFE",
    "Xinhua",
    "ANSA",
    "DPA",
    "dpa",
    "UPI",
    "API",
    "Bloomberg",
    "Shutterstock",
    "iStock(?:photo)?",
    "Alamy",
    "Anadolu(?: Agency)?",
    "NurPhoto",
    "LightRocket",
    "ZUMA",
    "Europa Press",
    "Redux",
    "Agencia Uno",
    "Pool",
)

EDITORS_NOTES: Final = any_of(
    r"(?:begin|end) [^\[\]]{0,60}(?:recording|text|excerpts?|quote|videotape)",
    r"(?:passage|words?|sentence|portion|paragraph|name|name\(s\))s? (?:omitted|indistinct|missing|unclear|as heard)",
    r"[^\[\]]{0,30}\bindistinct",
    "sic",
    "text",
    "excerpts?",
    "applause",
    "laughter",
    "continued",
    "as (?:heard|received|printed|published|broadcast)",
    r"video shows?[^\[\]]{0,200}",
    r"no closer reference[^\[\]]{0,30}",
    r"(?:editor|translator)['’]?s? note[^\[\]]{0,200}",
    r"nota del? (?:editor|redactor|la redacci[oó]n)[^\[\]]{0,200}",
)
"""What editors and transcribers put in brackets that is no part of a sentence (the forms of the FBIS among them)."""
