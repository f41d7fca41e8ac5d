"""Who did it, by the constructions in which news tells it, each beside one in which somebody else did."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en") -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return extract(article, find(text, language))


def doers(text: str, language: str = "en") -> set[str]:
    told = (claim for report in reports(text, language) for claim in report.claims)
    return {claim.value for claim in told if claim.field == "perpetrator"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Three gunmen, police said, attacked a bus in Loja.", {"gunmen"}),
        ("The rebels, the army said on Friday, killed two nurses in Loja.", {"rebels"}),
        ("Two nurses died in Loja, police said, when rebels attacked a bus.", {"rebels"}),
    ],
)
def test_who_says_it_between_commas_did_not_do_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Residents watched helplessly as masked men attacked a police station in Loja.", {"masked men"}),
        ("The crowd cheered as rioters burned two shops in Loja.", {"rioters"}),
        ("Men dressed as soldiers attacked a bus in Loja.", {"Men"}),
    ],
)
def test_who_looks_on_as_others_do_it_did_not_do_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bomb attack on a police station that killed two people was blamed on the rebels.", {"rebels"}),
        ("An ambush on an army convoy in Loja that killed four soldiers was blamed on rebels.", {"rebels"}),
        ("The murder of a man that killed two girls in May shocked Loja.", {"man"}),
        ("A gang that killed two judges fled to Loja.", {"gang"}),
        ("Blasts at banks in Trujillo, Peru, and Quito, Ecuador, killed two nurses.", set()),
        ("Men from Trujillo, Peru, and Quito, Ecuador, killed two nurses.", {"Men"}),
        ("The blasts at banks in Peru and Ecuador, which killed two nurses, shocked Loja.", set()),
        ("The bombing of two banks in Peru and Ecuador last year that killed two nurses shocked Loja.", set()),
        (
            "A judge of the gang, Ana Mora, and Luis Paz, killed two nurses.",
            {"Ana Mora", "Luis Paz"},
        ),
    ],
)
def test_the_attack_killed_not_what_was_attacked(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El atentado en Perú que mató a dos guardias conmocionó a la región.", set()),
        ("El atentado contra bancos en Perú y Chile, que mató a dos guardias, conmocionó a la región.", set()),
        ("El ataque contra un banco de Loja que mató a dos guardias sigue sin castigo.", set()),
        ("El asesinato de un hombre que mató a dos guardias sigue sin castigo.", {"hombre"}),
        ("El ataque de un grupo que mató a dos guardias sigue sin castigo.", {"grupo"}),
    ],
)
def test_in_spanish_too_the_attack_killed_and_not_its_place(text: str, who: set[str]) -> None:
    assert doers(text, "es") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A judge was stabbed to death in Loja by what police described as angry villagers.", {"angry villagers"}),
        ("Two men were killed by what appeared to be soldiers in Loja.", {"soldiers"}),
        ("Two nurses were kidnapped in Loja by what witnesses said were rebels.", {"rebels"}),
        ("The mayor was shocked by what happened to the judge, who was murdered in Loja.", set()),
        ("A judge was shot dead in Loja by men believed to be soldiers.", {"men", "soldiers"}),
        ("A judge was shot dead in Loja by men believed to be armed.", {"men"}),
    ],
)
def test_what_they_are_taken_for_tells_who_they_are(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The soldiers' murder of the bishop shocked Loja.", {"soldiers"}),
        ("The bishop's murder by soldiers shocked Loja.", {"soldiers"}),
        ("The bishop's murder shocked Loja.", set()),
    ],
)
def test_a_murder_of_somebody_is_its_owners(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police suspect the Crips of gunning down a farmer in Loja.", {"Crips"}),
        ("Masked youths are suspected of stabbing a farmer in Loja.", {"Masked youths"}),
        ("The rebels are said to have stabbed a teacher in Loja.", {"rebels"}),
        ("The drug gang claimed to have killed two judges in Loja.", {"drug gang"}),
        ("Rebels helped kill a judge in Loja.", {"Rebels"}),
        ("Witnesses saw two gunmen kill the judge in Loja.", {"gunmen"}),
        ("Residents said they saw soldiers shoot dead a judge in Loja.", {"soldiers"}),
        ("Two men were wounded in shooting at a bar in Loja.", set()),
        ("The police saw the attack on a bus in Loja.", set()),
    ],
)
def test_what_somebody_is_suspected_of_or_seen_to_do_was_done(text: str, who: set[str]) -> None:
    assert doers(text) == who


def test_what_somebody_wished_to_have_done_was_not_done() -> None:
    for text in (
        "Soldiers hoped to have killed the judge in Loja.",
        "Soldiers helped to plan to kill a judge in Loja.",
    ):
        assert {report.factuality for report in reports(text)} <= {"possible", "planned"}
    claimed = reports("Soldiers claimed to have killed a judge in Loja.")
    assert {report.factuality for report in claimed} == {"happened"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two nurses were killed without warning by an angry mob in Loja.", {"angry mob"}),
        ("A student was shot in cold blood by soldiers in Loja.", {"soldiers"}),
        ("A student was shot without warning in a bar guarded by soldiers in Loja.", set()),
    ],
)
def test_how_it_was_done_does_not_part_a_deed_from_its_doer(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("White supremacists attacked a church in Loja.", {"White supremacists"}),
        ("A judge was shot dead by remnants of the militia in Loja.", {"remnants of the militia"}),
        ("Two nurses were beaten by football fans in Loja.", {"football fans"}),
        ("Two remnants of a wall fell and killed a nurse in Loja.", set()),
    ],
)
def test_more_kinds_of_people_who_attack_are_known(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Suspected separatists shot and killed two nurses in Loja.", {"Suspected separatists"}),
        ("Having cut the phone lines, renegade troops tortured and killed a farmer in Loja.", {"renegade troops"}),
        ("The two nurses shot and wounded in Loja were taken to a hospital.", set()),
        ("Two men kidnapped and killed by the rebels were buried in Loja.", {"rebels"}),
    ],
)
def test_two_pasts_that_share_an_object_are_done_by_the_subject(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor told reporters that presumed members of a gang had robbed a bank.", {"presumed members of a gang"}),
        ("The mayor met the gang that killed two nurses in Loja.", {"gang"}),
        ("Police are hunting for four men in a van who stabbed a judge in Loja on Tuesday.", {"men"}),
    ],
)
def test_what_is_told_is_no_relative_clause_and_a_van_stabs_nobody(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two people were killed in a raid on a bus carried out by militants.", {"militants"}),
        ("A raid on a police station in which pirates took part left two dead.", {"pirates"}),
        ("A raid on a bus in Loja was the work of Luis Paz and Juan Vera.", {"Luis Paz", "Juan Vera"}),
        ("The rebels are suspected of having organized an attack on a judge in Loja.", {"rebels"}),
        ("Gunmen pleaded guilty to shooting at a crowd in Loja.", {"Gunmen"}),
        ("A judge was shot at in Loja on Tuesday. Police suspect a mob.", {"mob"}),
        ("Two people were killed in a raid on a bus built by engineers.", set()),
    ],
)
def test_whose_attack_it_was(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Herdsmen entered Loja on Tuesday. They killed a judge.", {"Herdsmen"}),
        ("The Crips entered Loja on Tuesday. They burned a church.", {"Crips"}),
        ("Two nurses were on holiday in Loja. They shot the judge.", set()),
        ("The family arrived in Loja on Tuesday. They were killed by rebels.", {"rebels"}),
    ],
)
def test_they_are_those_who_came_there(text: str, who: set[str]) -> None:
    told = {
        claim.value for report in reports(text) for claim in report.claims if claim.field in {"perpetrator", "actor1"}
    }
    assert told == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Members of Golden Dawn attacked two nurses in Loja.", {"Members of Golden Dawn"}),
        ("Two nurses were killed by a cell of the Red Dawn Front in Loja.", {"cell of the Red Dawn Front"}),
        ("Two nurses were killed in Loja at dawn by soldiers.", {"soldiers"}),
        ("Two nurses were kidnapped by the 7th Infantry Brigade in Loja.", {"7th Infantry Brigade"}),
        ("Two nurses were kidnapped near the 7th Infantry Brigade in Loja.", set()),
    ],
)
def test_a_body_may_be_called_by_a_time_of_day_or_by_where_it_serves(text: str, who: set[str]) -> None:
    assert doers(text) == who


def test_vandalism_is_told_of_those_who_did_it() -> None:
    assert doers("Rioters vandalized a church in Loja on Tuesday.") == {"Rioters"}
    assert reports("Rioters defaced an argument in Loja on Tuesday.") == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army attributed an attack on a judge to drug traffickers.", {"drug traffickers"}),
        ("Officials blamed an attack on a judge in Loja on drug traffickers.", {"drug traffickers"}),
        ("A judge was shot in Loja. Officials blamed the attack on drug traffickers.", {"drug traffickers"}),
        ("Responsibility for an attack on a church was claimed by Al-Shabaab.", {"Al-Shabaab"}),
        ("Responsibility for the judge was claimed by Al-Shabaab after the attack on a church.", set()),
        ("Guerrillas began an attack on a school at dawn on Tuesday.", {"Guerrillas"}),
        ("Three students were killed in Loja. Police identified the attackers as hooligans.", {"hooligans"}),
        ("Three students were killed in Loja. Police identified the attackers as tall.", set()),
    ],
)
def test_to_whom_an_attack_is_laid_is_not_whom_it_befell(text: str, who: set[str]) -> None:
    assert doers(text) == who


def test_who_keeps_others_from_a_deed_would_not_have_done_it() -> None:
    prevented = reports("Police prevented gunmen from stabbing two tourists in Loja.")
    told = [(claim.value, report.factuality) for report in prevented for claim in report.claims if claim.unit == "gang"]
    assert told == [("gunmen", "denied")]
    assert "Police" not in doers("Police prevented gunmen from stabbing two tourists in Loja.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels first opened fire on two nurses and then shot a judge in Loja.", {"Rebels"}),
        ("The first killed two nurses in Loja on Tuesday.", set()),
        ("Terrorists fighting the government gunned down a judge on Tuesday.", {"Terrorists"}),
        ("Two nurses were mowed down by the rebels in Loja.", {"rebels"}),
    ],
)
def test_ordinals_and_participles_do_not_part_the_doer_from_the_deed(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A judge was shot dead in Loja on Tuesday. The gunmen fled on a motorcycle.", {"gunmen"}),
        ("A judge was shot dead in Loja on Tuesday. Three hooded men fled the scene.", {"hooded men"}),
        ("Two men shot dead a judge in Loja on Tuesday. The assailants fled.", {"men"}),
        ("A blast killed two people in Loja on Tuesday. Residents fled.", set()),
        ("A camp was attacked in Loja on Monday. The guerrillas fled.", set()),
        ("A judge was shot dead in Loja on Tuesday. It rained all day. Three gunmen fled from a jail.", set()),
    ],
)
def test_gunmen_who_get_away_did_what_nobody_else_is_told_to_have_done(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A statement signed by the Eagle Front claimed an attack on a church in Loja.", {"Eagle Front"}),
        ("A statement read by the mayor claimed an attack on a church in Loja.", set()),
        ("A judge was shot dead in Loja on Tuesday. It was the work of the Eagle Front.", {"Eagle Front"}),
        ("A judge was shot dead in Loja on Tuesday. It was the work of days.", set()),
        ("A judge was shot dead in Loja on Tuesday. The mayor accused Ana Mora.", set()),
    ],
)
def test_who_signs_for_it_and_whose_work_it_is_said_to_be_did_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A monitor said that shelling by government forces killed three nurses in Loja.", {"government forces"}),
        ("Shelling by rebels killed two nurses in Loja on Monday.", {"rebels"}),
        ("Loja court attack: gunmen kill four", {"gunmen"}),
        ("A police attack on a farm in Loja killed four nurses.", {"police"}),
        ("Iran fired missiles at Haifa. Most of the missiles were shot down by the Arrow system.", {"Iran"}),
        ("Rebels shot down a helicopter in Loja on Monday.", {"Rebels"}),
        ("Artillery fire of the Malian army wounded six nurses in Ber on Monday.", {"Malian army"}),
        ("The army's shelling of Ber wounded six nurses on Monday.", {"army"}),
    ],
)
def test_who_speaks_is_struck_or_defends_did_not_do_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("After killing two nurses in Loja, the gunmen fled to Quito.", {"gunmen"}),
        ("Having killed two nurses who worked in Loja, police said, the men fled to Quito.", {"men"}),
        ("After killing two nurses in Loja, four men on a motorcycle fled to Quito.", {"men"}),
        ("After the killing of two nurses in Loja, the army closed the road to Quito.", set()),
        ("After two nurses were killed in Loja, soldiers closed the road to Quito.", set()),
    ],
)
def test_a_gerund_that_opens_a_sentence_tells_of_the_subject_behind_its_comma(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The men, their faces covered, shot dead a nurse in Loja.", {"men"}),
        ("The rebels, their faces covered and carrying rifles, killed a nurse in Loja.", {"rebels"}),
        ("The judge, his guards and two gunmen attacked a bus in Loja.", {"judge", "guards", "gunmen"}),
        ("Gunmen late at night on Monday in the town of Loja killed a nurse.", {"Gunmen"}),
    ],
)
def test_what_is_told_in_between_does_not_part_a_doer_from_the_deed(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police are hunting two men who killed a nurse in Loja.", {"men"}),
        ("The hunt for two men who killed a nurse in Loja goes on.", {"men"}),
        ("Witnesses saw rebels kill Ana Mora in Loja.", {"rebels"}),
        ("Witnesses saw a rebel attack helicopter in Loja.", set()),
        ("Ana Mora, whom members of the ELN killed in Loja, was a nurse.", {"members of the ELN"}),
        ("Ana Mora, who had left the house of her sister in May, was killed by rebels in Loja.", {"rebels"}),
    ],
)
def test_those_who_are_sought_or_seen_did_it_and_not_who_seeks_or_sees_them(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Four men on a motorcycle attacked a market in Loja. The attackers shot dead a nurse.", {"men"}),
        ("A man attacked a market in Loja. The attackers shot dead a nurse.", {"man", "attackers"}),
        ("The attackers, four men on a motorcycle, killed a nurse in Loja.", {"men"}),
        ("The soldiers, four men on a motorcycle, killed a nurse in Loja.", {"soldiers"}),
    ],
)
def test_the_attackers_are_those_told_to_have_attacked(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Mora's murder at the hands of soldiers in Loja shocked the country.", {"soldiers"}),
        ("Ana Mora's murder in the hands of time shocked the country.", set()),
        ("The soldier admitted to the murder of Ana Mora in Loja.", {"soldier"}),
        ("The soldier was admitted to hospital after the murder of Ana Mora in Loja.", set()),
        ("The murder of Ana Mora and Luis Paz in Loja was blamed on soldiers.", {"soldiers"}),
        ("Ana Mora and Luis Paz were blamed on Monday for the murder of a nurse in Loja.", {"Ana Mora", "Luis Paz"}),
        ("Rebels blamed for murder of Ana Mora in Loja", {"Rebels"}),
        ("Rebels fled Loja after murder of Ana Mora", set()),
        ("Fighters of the Dawn Brigade murdered Ana Mora in Loja.", {"Fighters of the Dawn Brigade"}),
    ],
)
def test_those_on_whom_a_deed_is_laid_are_named_and_nobody_else(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Mora was shot dead on the way to work in Loja on Monday by a gunman.", {"gunman"}),
        ("Ana Mora was shot dead as she left home in Loja on Monday by a gunman.", {"gunman"}),
        ("Ana Mora was killed returning from a wedding in Loja by rebels.", {"rebels"}),
        ("Ana Mora was shot dead as she walked by soldiers in Loja.", set()),
        ("Ana Mora was shot dead when she visited a clinic run by nurses in Loja.", set()),
    ],
)
def test_by_whom_is_told_behind_where_somebody_was_going(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police prevented soldiers and guards from killing two nurses in Loja.", {"denied"}),
        ("Police accused soldiers and guards of killing two nurses in Loja.", {"happened"}),
    ],
)
def test_what_several_were_prevented_from_did_not_happen(text: str, told: set[str]) -> None:
    assert {report.factuality for report in reports(text)} == told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Red Front, an offshoot of the ELN, which killed two nurses in Loja, fled.", {"Red Front"}),
        ("Police hunted the Red Front, a rival of the ELN, who killed two nurses in Loja.", {"Red Front"}),
        ("Police hunted members of the ELN, who killed two nurses in Loja.", {"members of the ELN"}),
        ("Police raided a camp of the ELN, which killed two nurses in Loja.", {"ELN"}),
    ],
)
def test_what_a_body_is_to_another_does_not_make_that_the_doer(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Soldiers foiled an attempt by the rebels to kidnap a judge in Loja.", "en", {"rebels"}),
        ("Police uncovered a plot by Luis Paz and Juan Vera to kill a judge in Loja.", "en", {"Luis Paz", "Juan Vera"}),
        ("The rebels failed in their attempt to kidnap a judge in Loja.", "en", {"rebels"}),
        ("The gunmen made an attempt to kidnap a judge in Loja.", "en", {"gunmen"}),
        ("La Policía frustró un intento de la banda Los Lobos de secuestrar a un juez.", "es", {"banda Los Lobos"}),
        ("El Ejército denunció un plan de la guerrilla para asesinar a un juez.", "es", {"guerrilla"}),
        # Nobody's: neither who tells of it nor whom another deed befell.
        ("Police uncovered a plot to kill a judge in Loja.", "en", set()),
        ("La Policía frustró un intento de secuestrar a un juez en Loja.", "es", set()),
        ("Un juez fue asesinado en un intento de robar su auto en Loja.", "es", set()),
        ("A judge was wounded in an attempt to rob his car in Loja.", "en", set()),
    ],
)
def test_an_attempt_or_a_plan_is_of_those_whose_it_is_said_to_be(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("Police arrested Luis Paz on Tuesday. He was charged with the murder.", {"Luis Paz"}),
        ("Police arrested two soldiers on Tuesday. They are accused of the murder.", {"soldiers"}),
        ("Police jailed Luis Paz and Juan Vera on Tuesday. They are accused of the murder.", {"Luis Paz", "Juan Vera"}),
        ("Police questioned Luis Paz on Tuesday. He was told of the murder.", set()),
        ("Police questioned Luis Paz on Tuesday. He did not rule out that the murder was planned.", set()),
    ],
)
def test_who_is_charged_with_a_deed_by_a_pronoun_did_it(behind: str, who: set[str]) -> None:
    assert doers(f"Ana Mora was murdered in Loja on Monday. {behind}") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La policía detuvo a Luis Paz. Fue acusado del asesinato de Ana Mora.", {"Luis Paz"}),
        ("La policía detuvo a Luis Paz y Juan Vera. Fueron acusados de matar a Ana Mora.", {"Luis Paz", "Juan Vera"}),
        ("La policía detuvo a Luis Paz. La Fiscalía lo acusa de matar a Ana Mora.", {"Luis Paz"}),
        ("La policía detuvo a Luis Paz. Ahora se le acusa del asesinato de Ana Mora.", {"Luis Paz"}),
        # It takes as many as the verb tells of, and a charge.
        ("La policía detuvo a Luis Paz. Fueron acusados de matar a Ana Mora.", set()),
        ("La policía detuvo a Luis Paz. Fue informado del asesinato de Ana Mora.", set()),
        ("La policía detuvo a Luis Paz. La Fiscalía lo acusa de encubrir a quien mató a Ana Mora.", set()),
    ],
)
def test_a_charge_names_who_was_caught_though_no_noun_stands_for_them(text: str, who: set[str]) -> None:
    assert doers(text, "es") == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Neither the rebels nor any other group has claimed the murder of Ana Mora in Loja.", "en", set()),
        ("Ni los rebeldes ni otro grupo se atribuyeron el asesinato de Ana Mora en Loja.", "es", set()),
        (
            "The rebels and another group have claimed the murder of Ana Mora in Loja.",
            "en",
            {"rebels", "group"},
        ),
    ],
)
def test_nobody_claims_what_neither_one_nor_the_other_does(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


def test_who_attacked_in_a_clause_of_time_was_not_attacked() -> None:
    assert doers("The mayor was at home when the guerrillas attacked in Loja on Friday.") == {"guerrillas"}
    assert doers("The mayor said that two guerrillas killed in Loja on Friday were buried.") == set()


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The gang that operates in Loja and Zamora killed two farmers on Friday.", "en", {"gang"}),
        ("The gang operating in Loja and Zamora killed two farmers on Friday.", "en", {"gang"}),
        (
            "Tres miembros de la banda que opera en Loja y Zamora mataron a dos campesinos.",
            "es",
            {"miembros de la banda"},
        ),
        ("The guards who had slept in Loja fled and soldiers killed two farmers on Friday.", "en", {"soldiers"}),
    ],
)
def test_the_places_of_a_relative_clause_do_nothing(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


def test_ranks_that_are_told_by_a_second_are_counted() -> None:
    text = "A colonel, one second lieutenant and two second sergeants took part in the massacre of six monks in Loja."
    assert doers(text) == {"colonel", "lieutenant", "sergeants"}


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Luis Paz, que fue sacado herido por sus primos en una moto, falleció en Loja.", "es", set()),
        ("Luis Paz, que fue herido por sus primos en una pelea, falleció en Loja.", "es", {"primos"}),
    ],
)
def test_who_took_somebody_out_hurt_did_not_hurt_him(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


def test_they_who_shot_them_are_not_those_who_were_shot() -> None:
    told = reports("Soldiers blindfolded those they accused of feeding the rebels and shot them in Loja.")
    assert {claim.value for report in told for claim in report.claims if claim.field == "victim"} == set()
    told = reports("Soldiers took two men from a bus and shot them in Loja.")
    assert {claim.value for report in told for claim in report.claims if claim.field == "victim"} == {"men"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Rebels took the town of Loja after clashes with the army and a militia, residents and a clerk said.",
            {"Rebels", "army", "militia"},
        ),
        ("Rebels took the town of Loja after clashes with the army, a militia and the police.", {"Rebels", "army"}),
    ],
)
def test_several_who_tell_of_it_behind_a_list_took_no_part(text: str, who: set[str]) -> None:
    told = {claim.value for report in reports(text) for claim in report.claims if claim.field in ("actor1", "actor2")}
    assert who <= told
    assert not {"residents", "clerk"} & told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The president ruled out that rebels were responsible for the murder of Ana Mora in Loja.", set()),
        ("The president did not rule out that rebels were responsible for the murder of Ana Mora in Loja.", set()),
        ("The court ruled that rebels were responsible for the murder of Ana Mora in Loja.", {"rebels"}),
    ],
)
def test_nobody_did_what_is_ruled_out_or_not_ruled_out(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The rebels stepped up their attacks on the power grid in Loja on Friday.", "en", {"rebels"}),
        ("The Liberal Front continued its attacks on police posts in Loja on Friday.", "en", {"Liberal Front"}),
        ("La guerrilla intensificó sus ataques contra el oleoducto en Loja el viernes.", "es", {"guerrilla"}),
        ("Police repelled their attack on a bank in Loja on Friday.", "en", set()),
    ],
)
def test_who_goes_on_with_attacks_makes_them(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels kidnapped for two hours the mayor of Loja on Monday.", {"Rebels"}),
        ("Police blamed rebels for Monday's attack on the mayor of Loja.", {"rebels"}),
    ],
)
def test_how_long_it_took_parts_no_verb_from_its_object(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        # Whose vehicle it was did not kill its crew.
        ("An army truck overturned in Loja, killing three soldiers.", "en", set()),
        ("A military helicopter crashed near Loja, killing three soldiers.", "en", set()),
        ("A police van struck an IED near Loja, killing two officers.", "en", set()),
        ("An army truck ran over a mine near Loja, killing three soldiers and wounding two.", "en", set()),
        ("Un vehículo militar pisó una mina en Loja, matando a tres soldados.", "es", set()),
        ("An army helicopter fired on a village near Loja, killing three nurses.", "en", {"army"}),
        # A state that says of itself what it did, did it; a capital speaks for one.
        ("India said it had struck nine camps in Murree.", "en", {"India"}),
        ("Kyiv said it had struck an oil depot in Bryansk.", "en", {"Ukraine"}),
        ("Israel dijo que había atacado una escuela en Rafah.", "es", {"Israel"}),
    ],
)
def test_a_crew_whose_vehicle_crashed_killed_nobody_and_a_state_did_what_it_says_it_did(
    text: str, language: str, who: set[str]
) -> None:
    assert doers(text, language) == who
