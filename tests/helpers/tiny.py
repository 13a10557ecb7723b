"""A data folder with all tables and a handful of rows, for tests of the whole way.

It holds one organization with two members, one adopted text with one commitment, one proposal,
and one row or more of everything else.
"""

import re
from pathlib import Path

SOURCE = "web,Tiny Press,Tiny facts,en,https://example.org/facts,2024-05,press,full_text,high"
FACT = "web,p. 1"
SURE = f"{FACT},high"

TINY: dict[str, str] = {
    "sources": f"""\
id,publisher,title,language,url,published_on,kind,read_as,confidence
{SOURCE}
""",
    "actors": f"""\
id,kind,name_en,name_fr,acronym_en,acronym_fr,parent_id,founded_on,dissolved_on,\
seat_city_en,seat_city_fr,seat_country_id,website,note_en,note_fr,source_id,locator,confidence
NAM,state,Namibia,Namibie,,,,,,,,,,,,{SURE}
KEN,state,Kenya,Kenya,,,,,,,,,,,,{SURE}
all-countries,country_group,All countries,Tous les pays,,,,,,,,,,,,{SURE}
south,country_group,South,Sud,,,all-countries,,,,,,,,,{SURE}
club,organization,The Club,Le Club,TC,LC,,2020-01,,Nairobi,Nairobi,KEN,https://example.org,,,{SURE}
""",
    "actor_names": f"""\
actor_id,name,language,kind,ended_on,source_id,locator
club,Le Cercle,fr,former,2021,{FACT}
""",
    "actor_relations": f"""\
from_id,to_id,relation,on_date,source_id,locator,confidence
club,KEN,hosted_by,2020-01,{SURE}
""",
    "countries": f"""\
id,iso2,m49,region_en,region_fr,subregion_en,subregion_fr,ldc,lldc,sids,source_id,locator
NAM,NA,516,Africa,Afrique,Southern Africa,Afrique australe,false,false,false,{FACT}
KEN,KE,404,Africa,Afrique,Eastern Africa,Afrique orientale,false,false,false,{FACT}
""",
    "country_points": """\
country_id,longitude,latitude,small
NAM,17.2,-22.1,false
KEN,37.8,0.5,false
""",
    "instruments": f"""\
id,symbol,title_en,title_fr,short_title_en,short_title_fr,kind,legal_force,status,adopted_by_id,\
proposed_on,adopted_on,in_force_on,ended_on,part_of_id,original_language,url,note_en,note_fr,\
source_id,locator,confidence
pact,T/1,The Tiny Pact,Le Petit Pacte,Tiny Pact,Petit Pacte,compact,political,adopted,club,\
2023,2024-03-01,,,,en,https://example.org/pact,,,{SURE}
idea,T/2,A Tiny Idea,Une petite idée,Tiny Idea,Petite idée,statement,none,proposed,club,\
2025-01,,,,,en,,,,{SURE}
""",
    "instrument_names": f"""\
instrument_id,name,language,kind,source_id,locator
pact,Pacte miniature,fr,alias,{FACT}
""",
    "instrument_relations": f"""\
from_id,to_id,relation,source_id,locator,confidence
idea,pact,cites,{SURE}
""",
    "instrument_parts": f"""\
id,instrument_id,position,broader_id,name_en,name_fr,source_id,locator
pact-aims,pact,1,,Aims,Objectifs,{FACT}
pact-schools,pact,2,pact-aims,Schools,Écoles,{FACT}
""",
    "memberships": f"""\
id,member_id,organization_id,role,joined_on,left_on,expected_left_on,basis,note_en,note_fr,\
source_id,locator,confidence
nam-club,NAM,club,founding_member,2020-01,,2030,declared,,,{SURE}
ken-club,KEN,club,member,2022-06-01,2025-06-01,,declared,,,{SURE}
ken-south,KEN,south,member,[..2020-01-01],,,declared,,,{SURE}
""",
    "adherences": f"""\
id,actor_id,instrument_id,act,on_date,until_date,derivation,note_en,note_fr,source_id,locator,\
confidence
ken-pact,KEN,pact,signed,2024-04-02,,declared,,,{SURE}
""",
    "positions": f"""\
id,actor_id,position,instrument_id,body_id,initiative_id,on_date,note_en,note_fr,source_id,\
locator,confidence
nam-idea,NAM,voiced_support,idea,,,2025-02,,,{SURE}
""",
    "vote_tallies": f"""\
id,instrument_id,about_actor_id,body_id,held_on,votes_for,votes_against,abstentions,absences,\
note_en,note_fr,source_id,locator,confidence
pact-club,pact,,club,2024-03-01,1,0,1,0,,,{SURE}
""",
    "votes": f"""\
tally_id,actor_id,choice,source_id,locator,confidence
pact-club,KEN,abstain,{SURE}
""",
    "appointments": f"""\
id,person_name,organization_id,role,country_id,started_on,ended_on,source_id,locator,confidence
chair,Ada Tiny,club,co_chair,KEN,2023-01-01,,{SURE}
""",
    "reported_counts": f"""\
id,actor_id,instrument_id,initiative_id,as_of,count,what,qualifier,nature,scope_en,scope_fr,\
source_id,locator,confidence
club-2023,club,,,2023-01-01,2,members,exactly,actual,,,{SURE}
""",
    "actor_figures": f"""\
id,actor_id,as_of,value,unit_en,unit_fr,qualifier,nature,currency,scale,giver_id,source_id,locator,confidence
ken-online,KEN,2024,-1.5,change in per cent,variation en pour cent,about,actual,,,,{SURE}
""",
    "focus_areas": f"""\
id,name_en,name_fr,definition_en,definition_fr,broader_id,source_id,locator,confidence
skills,Skills,Compétences,What people can do.,Ce que l'on sait faire.,,{SURE}
schools,Schools,Écoles,Where it is taught.,Où on l'enseigne.,skills,{SURE}
""",
    "focus_area_names": f"""\
focus_area_id,name,language,kind,source_id,locator
schools,classrooms,en,alias,{FACT}
""",
    "commitments": f"""\
id,instrument_id,paragraph_en,paragraph_fr,summary_en,summary_fr,modality,addressee,\
beneficiary_en,beneficiary_fr,due_on,due_note_en,due_note_fr,target_en,target_fr,verification,\
source_id,locator,confidence
pact-1,pact,para. 1,par. 1,=Teach all of the South,Instruire tout le Sud,commits,member_states,\
the South,le Sud,2025,,,,,read,{SURE}
idea-1,idea,para. 1,par. 1,Teach more,Instruire plus,proposes,member_states,,,,,,,,read,{SURE}
""",
    "commitment_parts": """\
commitment_id,part_id
pact-1,pact-schools
""",
    "commitment_terms": """\
commitment_id,language,terms
pact-1,en,country every schools
""",
    "commitment_actors": """\
commitment_id,actor_id,role
pact-1,club,framework
""",
    "commitment_beneficiaries": """\
commitment_id,actor_id
pact-1,south
""",
    "commitment_focus_areas": """\
commitment_id,focus_area_id
pact-1,skills
""",
    "commitment_sdgs": """\
commitment_id,sdg,named_as
pact-1,4,named
""",
    "assessments": f"""\
id,commitment_id,as_of,status,polarity,confidence,method,assessed_by,\
rationale_en,rationale_fr,source_id,locator
pact-1-2025,pact-1,2025-06-30,limited,supports,high,reading,third_party,\
Half are taught.,La moitié l'est.,{FACT}
""",
    "initiatives": f"""\
id,name_en,name_fr,lead_id,started_on,ended_on,status,note_en,note_fr,source_id,locator,confidence
open-school,Open School,École ouverte,club,2024-09,,active,,,{SURE}
""",
    "initiative_partners": """\
initiative_id,actor_id
open-school,KEN
""",
    "initiative_focus_areas": """\
initiative_id,focus_area_id
open-school,schools
""",
    "initiative_reach": """\
initiative_id,actor_id
open-school,KEN
""",
    "initiative_figures": f"""\
id,initiative_id,as_of,value,unit_en,unit_fr,qualifier,nature,value_to,currency,scale,giver_id,\
source_id,locator,confidence
open-school-2025,open-school,2025,120,pupils,élèves,exactly,actual,,,,,{SURE}
open-school-2026,open-school,2026,1,USD million,million de dollars,exactly,pledged,2,USD,1000000,\
KEN,{SURE}
""",
    "needs": f"""\
id,actor_id,focus_area_id,statement_en,statement_fr,stated_on,source_id,locator,confidence
south-skills,south,skills,Teachers are lacking.,Il manque des enseignants.,2023,{SURE}
""",
    "milestones": f"""\
id,happened_on,ended_on,kind,status,title_en,title_fr,description_en,description_fr,actor_id,\
instrument_id,commitment_id,initiative_id,host_id,source_id,locator,confidence
club-founded,2020-01,,establishment,held,The Club is founded,Le Club est fondé,,,club,,,,KEN,{SURE}
""",
    "discrepancies": f"""\
id,table_name,row_id,column_name,claims_en,claims_fr,carried_en,carried_fr,reason_en,reason_fr,\
source_id,locator
club-size,reported_counts,club-2023,count,2 or 3.,2 ou 3.,2.,2.,The list says so.,\
La liste le dit.,{FACT}
""",
    "citations": """\
table_name,row_id,source_id,locator
commitments,pact-1,web,p. 2
""",
    "omissions": """\
id,table_name,subject_en,subject_fr,reason_en,reason_fr,source_id
rumour,milestones,A rumour,Une rumeur,Nobody read it.,Personne ne l'a lu.,
""",
}
"""The text of every file, by table."""
ROWS = sum(len(text.splitlines()) - 1 for text in TINY.values())
"""How many rows they hold."""

TINY_TRACKER = """\
languages = ["en", "fr"]
complete = ["en", "fr"]
name.en = "Tiny tracker"
name.fr = "Petit suivi"
slug = "tiny"
contact = "tiny@example.org"
licence = "CC0"
licence_url = "https://cc0.example"
all_countries = "all-countries"
"""
"""The text of its ``tracker.toml``."""


def write_tiny(folder: Path, **replaced: str) -> Path:
    """Write the tiny data to ``folder``, with the text of some tables replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (TINY | replaced).items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    (folder / "tracker.toml").write_text(TINY_TRACKER, "utf-8")
    return folder


def write_tiny_in(folder: Path, first: str, second: str, **replaced: str) -> Path:
    """Write the tiny data as that of a tracker in two other languages than English and French."""
    write_tiny(folder, **replaced)
    for path in folder.iterdir():
        text = path.read_text("utf-8")
        head = text if path.suffix == ".toml" else text.partition("\n")[0]
        named = head
        for old, new in (("en", first), ("fr", second)):
            named = re.sub(rf'(?<=[_."]){old}\b', new, named)
        path.write_text(text.replace(head, named, 1), "utf-8")
    return folder
