"""What the packages that the gazetteer is built of (see ``build``) lack, or call otherwise than the news does.

Countries stand by their codes. A name here must be one that the data have: ``build`` stops at a region whose division
is missing; any other entry that fits nothing is passed over.
"""

from typing import Final

DIVISIONS: Final = {
    ("BO", "03"): "Beni",
    ("CL", "02"): "Aysén",
    ("CL", "06"): "Biobío",
    ("CL", "12"): "Región Metropolitana de Santiago",
    ("CL", "15"): "Tarapacá",
    ("CL", "17"): "Los Ríos",
    ("CL", "18"): "Ñuble",
    ("CO", "25"): "San Andrés y Providencia",
    ("CO", "34"): "Bogotá D.C.",
    ("AR", "07"): "Ciudad de Buenos Aires",
    ("GT", "20"): "Suchitepéquez",
    ("HN", "11"): "Islas de la Bahía",
    ("NI", "17"): "Costa Caribe Norte",
    ("NI", "18"): "Costa Caribe Sur",
    ("PE", "07"): "Callao",
    ("PE", "LMA"): "Lima",
    ("MX", "09"): "Ciudad de México",
    ("MX", "15"): "Estado de México",
    ("US", "DC"): "District of Columbia",
    ("CD", "04"): "Kasai-Oriental", ("CD", "08"): "Kongo Central", ("CD", "13"): "Bas-Uele",
    ("CD", "14"): "Haut-Katanga", ("CD", "15"): "Haut-Lomami", ("CD", "16"): "Haut-Uele", ("CD", "17"): "Ituri",
    ("CD", "18"): "Kasai", ("CD", "19"): "Kwango", ("CD", "20"): "Kwilu", ("CD", "21"): "Lomami",
    ("CD", "22"): "Lualaba", ("CD", "23"): "Kasai-Central", ("CD", "24"): "Mai-Ndombe", ("CD", "25"): "Mongala",
    ("CD", "26"): "Nord-Ubangi", ("CD", "27"): "Sankuru", ("CD", "28"): "Sud-Ubangi", ("CD", "29"): "Tanganyika",
    ("CD", "30"): "Tshopo", ("CD", "31"): "Tshuapa",
    ("ET", "47"): "Benishangul-Gumuz", ("ET", "51"): "Oromia", ("ET", "55"): "Central Ethiopia",
    ("ET", "56"): "South Ethiopia", ("ET", "SI"): "Sidama", ("ET", "SW"): "South West Ethiopia",
    ("ML", "12070575"): "Taoudénit", ("ML", "12070577"): "Ménaka",
    ("SD", "38"): "Gezira", ("SD", "39"): "Gedaref", ("SD", "56"): "Northern Kordofan",
    ("SD", "58"): "Sennar", ("SD", "62"): "Western Kordofan",
    ("SO", "05"): "Galgaduud", ("SO", "07"): "Hiraan", ("SO", "13"): "Middle Shabelle",
    ("SO", "14"): "Lower Shabelle", ("SO", "18"): "Nugaal",
    ("SS", "05"): "Northern Bahr el Ghazal", ("SS", "09"): "Western Bahr el Ghazal",
    ("TD", "02"): "Wadi Fira", ("TD", "25"): "Sila",
}  # fmt: skip
"""First-level divisions by GeoNames' codes: those founded or renamed since, and short forms.

Checked by eye for Latin America and the wars of Africa.
"""
SEATS_OF_GOVERNMENT: Final = {("BO", "la paz"), ("NL", "the hague"), ("ZA", "pretoria")}
"""What the news calls the capital where another town is it by law."""
FURTHER_NAMES: Final = {
    "Costa Caribe Norte": ("Región Autónoma del Atlántico Norte", "Atlántico Norte", "RAAN", "Zelaya Norte"),
    "Costa Caribe Sur": ("Región Autónoma del Atlántico Sur", "Atlántico Sur", "RAAS", "Zelaya Sur"),
    "Región Metropolitana de Santiago": ("Santiago Metropolitan", "Metropolitana de Santiago"),
    "Ciudad de México": ("Distrito Federal", "Mexico City"),
    "Islas de la Bahía": ("Bay Islands",),
    "Aysén": ("Aisén",),
    "Biobío": ("Bío Bío",),
    "Valle del Cauca": ("Valle",),
    "Muhafazat Shamal Sina'": ("North Sinai", "Norte del Sinaí", "Sinaí del Norte"),
    "Gaza Strip": ("Gaza", "Franja de Gaza"),
    "West Bank": ("Cisjordania",),
    "Northern Bahr el Ghazal": ("Northern Bahr al Ghazal",),
    "Western Bahr el Ghazal": ("Western Bahr al Ghazal",),
    "Benishangul-Gumuz": ("Benishangul Gumuz",),
    "Galgaduud": ("Galguduud", "Galgadud"),
    "Gedaref": ("Al Qadarif", "Al-Gadarif", "El Gedaref"),
    "Gezira": ("Al Jazirah", "Al Jazira", "Al-Gezira", "El Gezira", "Al Gazira"),
    "Haut-Katanga": ("Katanga", "Upper Katanga"),
    "Hiraan": ("Hiiraan", "Hiran"),
    "Kongo Central": ("Bas-Congo",),
    "Lower Shabelle": ("Lower Shabeelle", "Lower Shabele"),
    "Middle Shabelle": ("Middle Shabeelle", "Middle Shabele"),
    "North-West Province": ("Northwest", "North-West"),
    "Northern Kordofan": ("Shamal Kurdufan",),
    "Nugaal": ("Nugal",),
    "Oromia": ("Oromiya", "Oromiyaa"),
    "Sennar": ("Sinnar",),
    "South-West Province": ("Southwest", "South-West"),
    "Taoudénit": ("Taoudénni", "Taoudenni"),
    "District of Columbia": ("D.C.",),
    "Arizona": ("Ariz.",),
    "California": ("Calif.",),
    "Colorado": ("Colo.",),
    "Connecticut": ("Conn.",),
    "Florida": ("Fla.",),
    "Michigan": ("Mich.",),
    "Minnesota": ("Minn.",),
    "New Jersey": ("N.J.",),
    "New Mexico": ("N.M.",),
    "New York": ("N.Y.",),
    "North Carolina": ("N.C.",),
    "Oklahoma": ("Okla.",),
    "South Carolina": ("S.C.",),
    "Tennessee": ("Tenn.",),
}
"""What a division is called besides its name, in whichever country one of that name is."""
ADDED: Final = (
    ("El Alto", "BO", "La Paz", -16.505, -68.163, 943_558),
    ("San Juan de Lurigancho", "PE", "Lima", -11.983, -77.005, 1_038_495),
    ("Villa El Salvador", "PE", "Lima", -12.213, -76.937, 393_254),
)
"""Cities the packages lack: name, country, division, latitude, longitude and people."""
REGIONS: Final = {
    ("SD", "Darfur"): ("Northern Darfur", "Southern Darfur", "Western Darfur", "Central Darfur", "Eastern Darfur"),
    ("SD", "Kordofan"): ("Northern Kordofan", "Southern Kordofan", "Western Kordofan"),
    ("SS", "Bahr el Ghazal"): ("Northern Bahr el Ghazal", "Western Bahr el Ghazal", "Warrap", "Lakes"),
    ("SS", "Equatoria"): ("Central Equatoria", "Eastern Equatoria", "Western Equatoria"),
    ("SO", "Jubaland"): ("Lower Juba", "Middle Juba", "Gedo"),
    ("SO", "Puntland"): ("Bari", "Nugaal", "Mudug"),
    ("SO", "Somaliland"): ("Awdal", "Woqooyi Galbeed", "Togdheer", "Sanaag"),
}
"""What the news names of a country that is larger than a division: the divisions it is made of, the most part."""
CALLED: Final = {("EC", "Guayas", "Eloy Alfaro"): "Durán"}
"""What everybody calls a town that GeoNames has by its official name."""
NOT_CALLED: Final = {("KE", "Mombasa"): {"Mambasa"}}
"""Old spellings of great cities that are the names of other towns today."""
