-- The pages of the tracker itself: what newcomers ask for.
SELECT
    'overview' AS id,
    _('Overview') AS title_{language},
    _('overview; home; about; help; news; latest news; updates; recent changes; state of things; introduction; summary') AS words_{language},
    _('what is this; what is this site; what is it; what is that; who are you; who made this; who runs this; about this; how does this work; how does it work; where do i start; how do i start; what is new; what changed; what has changed; what changed today; what changed this week; what changed this month; what changed lately; what has changed lately; how to use') || '; ' AS questions_{language},

UNION ALL BY NAME

SELECT
    'data?part=method' AS id,
    0.98 AS factor,
    _('How things are judged') AS title_{language},
    _('method; methodology; methods; about; criteria; how things are judged; meaning of statuses') AS words_{language},
    _('is it judged; is this judged; are they judged; are commitments judged; is delivery judged; is progress judged; is it assessed; are commitments assessed; are they assessed; is it measured; is progress measured; is it decided; do you judge; do you know; who judges; who decides; who assesses; does overdue mean; what does overdue; does not assessed mean; what does not assessed; can i trust; is it reliable') AS questions_{language},

UNION ALL BY NAME

SELECT
    'data?part=method#corrections' AS id,
    _('Suggest a correction') AS title_{language},
    _('correction; corrections; suggest a correction; report an error; report a mistake; errors; mistakes; feedback; contact; contribute') AS words_{language},
    _('this is wrong; is wrong; contact us; contact you; who do i contact') AS questions_{language},

UNION ALL BY NAME

SELECT
    'data?part=downloads' AS id,
    _('Downloads and licence') AS title_{language},
    _('downloads; download the data; download commitments; commitments csv; commitments excel; raw data; dataset; data file; export; csv; excel; xlsx; spreadsheet; json; parquet; duckdb; api; openapi; addresses for programs; licence; license; how to cite; citation; calendar feed; calendar subscription; subscribe; rss; newsletter') AS words_{language},
    _('can i download; do i download; can i use; can i cite; do i cite; may i use; get the data; get data') AS questions_{language},

UNION ALL BY NAME

SELECT
    id,
    id AS page,
    id <> 'countries#not_in' AS needs_filter,
    'members' AS instead_of,
    CASE WHEN id = 'countries#not_in' THEN _('Who is not in: on the page of each country') ELSE _('States that are not in') END AS title_{language},
    _('non-members; non-signatories; countries states members that did not sign signed join joined ratify ratified') AS words_{language},
    _('not sign; not signed; not ratify; not ratified; not join; not joined; is not in; are not in; not a member; not members; not a party; not parties; non members; non signatories; never signed; never joined; refused to sign; refuse to sign') AS questions_{language},
FROM (VALUES ('countries#not_in'), ('organizations?section=absent'), ('texts?section=absent')) AS lists (id)

UNION ALL BY NAME

SELECT
    'data?part=coverage' AS id,
    _('Coverage: what was read, and what was left out') AS title_{language},
    _('coverage; completeness; limitations; omissions; left out; not looked at') AS words_{language},
    _('what is missing; what is left out; is it complete; how complete; what is covered') AS questions_{language},

UNION ALL BY NAME

SELECT
    'data?part=dictionary' AS id,
    _('Dictionary') AS title_{language},
    _('dictionary; codebook; glossary; columns; variables; data dictionary') AS words_{language},

UNION ALL BY NAME

SELECT
    'sql' AS id,
    _('SQL') AS title_{language},
    _('SQL; query; queries; database; own query; ask the database') AS words_{language},

UNION ALL BY NAME

SELECT
    'capacity#topics' AS id,
    0.98 AS factor,
    _('Topics, the worst off first') AS title_{language},
    _('topics; worst off; topics the worst off; topics behind; least served') AS words_{language},
    _('topics are worst off; topics are the worst off; topics are most behind; topics are behind; topics lag; topics have no programme; topics have no programmes; topics without programmes; topics without a programme; which topics; what topics; worst topics; least progress') AS questions_{language},

UNION ALL BY NAME

SELECT
    'topics' AS id,
    _('Topics') AS title_{language},
    _('topics; themes; subjects; focus areas; all topics') AS words_{language},

UNION ALL BY NAME

SELECT
    'capacity#money' AS id,
    _('The way of money') AS title_{language},
    _('money promised pledged paid; payments; sums; pledges; way of money') AS words_{language},
    _('who pays; who paid; who is paying; who has paid; who gives money; who gave money; who promised money; who pledged money; money for AI; who funds; how much money; how much was paid; how much has been paid; how much is paid') AS questions_{language},

UNION ALL BY NAME

SELECT
    'organizations' AS id,
    _('Organizations') AS title_{language},
    _('organizations; bodies; institutions; agencies') AS words_{language},

UNION ALL BY NAME

SELECT
    'texts' AS id,
    _('Texts') AS title_{language},
    _('texts; documents; resolutions; treaties; agreements; declarations') AS words_{language},

UNION ALL BY NAME

SELECT
    'sources' AS id,
    _('Sources') AS title_{language},
    _('sources; references; all sources') AS words_{language},

UNION ALL BY NAME

SELECT
    'people' AS id,
    _('People') AS title_{language},
    _('people; persons; officials; office holders') AS words_{language},
    _('who is who; who leads; who is in charge') AS questions_{language},
