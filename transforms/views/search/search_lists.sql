-- One row per list that a page can show, by itself or with a filter: what it lists, and what else it
-- is found by.
-- key: id
-- stored: id
--
-- id: Its address from the root of the site: the page, the state as the page takes it, and the heading
-- to open at; %Y stands for a year that is asked for.
-- page: The page, where a filter can narrow it.
-- within: The list that it is a part of, whose words are its own too.
-- needs_filter: Whether it is a list only with a filter.
-- factor: What its score is multiplied by.
-- heading: Heading to open at where a filter narrows it; empty for the top.
-- instead_of: The list that its questions do not mean, as they ask for the opposite.
-- title: What it lists.
-- words: What it is found by: names that stand by themselves after a semicolon.
-- questions: Questions without such a word that mean it, each after a semicolon.

SELECT
    'commitments' AS id,
    'commitments' AS page,
    false AS needs_filter,
    1.0::DOUBLE AS factor,
    NULL::VARCHAR AS instead_of,
    _('Commitments') AS title_{language},
    _('commitments promises; progress; going') AS words_{language},
    _('what binds; what commits; what must; what is binding on; what did promise; how is; how are; how far; status of; what became of; what has become of') AS questions_{language},

UNION ALL BY NAME

SELECT
    'commitments?due_state=' || code AS id,
    'commitments' AS page,
    -- Who asks for a deadline means the next.
    CASE WHEN code = 'later' THEN 0.9 ELSE 1 END AS factor,
    _('Commitments') || _(': ') || label_{language} AS title_{language},
    -- "No" is no word to search by: what has no deadline is asked for with the whole question.
    CASE WHEN code <> 'none' THEN concat_ws(' ', label_{language}, CASE WHEN code IN ('due_now', 'within_90_days') THEN _('next deadline soon') WHEN code = 'later' THEN _('next; deadline; deadlines') WHEN code = 'overdue' THEN _('; late; delayed; missed; broken') END) END AS words_{language},
    CASE WHEN code = 'none' THEN _('no deadline; no deadlines; no due date; without deadline; without deadlines; without a deadline; without due date; without a due date') WHEN code IN ('due_now', 'within_90_days') THEN _('due today; due this week; due this month; due next month; due soon') END AS questions_{language},
FROM vocabularies
WHERE vocabulary = 'due_state' AND code <> 'passed'

UNION ALL BY NAME

SELECT
    'commitments?due_year=%Y' AS id,
    'commitments' AS page,
    _('Commitments') || _(': due') AS title_{language},
    _('due deadline; deadlines') AS words_{language},

UNION ALL BY NAME

SELECT
    'commitments?status=' || code AS id,
    'commitments' AS page,
    _('Commitments') || _(': ') || label_{language} AS title_{language},
    concat_ws(' ', label_{language}, CASE WHEN code = 'complete' THEN _('fully met kept done') END) AS words_{language},
    CASE WHEN code = 'not_assessed' THEN _('nobody assessed; nobody has assessed; never assessed; not yet assessed; not been assessed') END AS questions_{language},
FROM vocabularies
WHERE vocabulary = 'assessment_status'

UNION ALL BY NAME

SELECT
    'commitments?standing=proposed' AS id,
    'commitments' AS page,
    _('Commitments') || _(': ') || label_{language} AS title_{language},
    concat_ws(' ', label_{language}, _('proposals drafts')) AS words_{language},
FROM vocabularies
WHERE vocabulary = 'standing' AND code = 'proposed'

UNION ALL BY NAME

SELECT
    'commitments?modality=' || code AS id,
    'commitments' AS page,
    -- Who types "commitments" means all of them, not those whose verb is "commits".
    0.7 AS factor,
    _('Commitments') || _(': ') || label_{language} AS title_{language},
    label_{language} AS words_{language},
FROM vocabularies
WHERE vocabulary = 'modality' AND code IN (SELECT modality FROM commitments)

UNION ALL BY NAME

SELECT
    'commitments?part=' || parts.id AS id,
    -- It is narrowed enough: no filter of the page is offered with it.
    'commitments?part=' || parts.id AS page,
    'commitments' AS within,
    -- A part of a text is meant less often than the text or the topic that it is called after.
    0.8 AS factor,
    instruments.short_title_{language} || _(': ') || parts.name_{language} AS title_{language},
    concat_ws(' ', parts.name_{language}, instruments.short_title_{language}, called.names) AS words_{language},
FROM instrument_parts AS parts
JOIN instruments ON instruments.id = parts.instrument_id
LEFT JOIN (
    SELECT
        instrument_id,
        string_agg(name, ' ' ORDER BY name) AS names
    FROM instrument_names
    WHERE kind = 'acronym'
    GROUP BY instrument_id
) AS called ON called.instrument_id = parts.instrument_id

UNION ALL BY NAME

SELECT
    'members' AS id,
    'members' AS page,
    _('Members') AS title_{language},
    _('members roster signatories signed ratified joined parties countries states; new members') AS words_{language},
    _('who is in; who belongs to; who takes part in') AS questions_{language},

UNION ALL BY NAME

SELECT
    'capacity' AS id,
    'capacity' AS page,
    _('Needs and offers') AS title_{language},
    _('needs offers gaps lacks lacking shortages matrix programmes support money donors; unmet needs; unanswered needs; needs without programmes') AS words_{language},
    'needs' AS heading,

UNION ALL BY NAME

SELECT
    -- As the page opens: it has these commitments below needs and offers.
    'capacity?stated=true' AS id,
    'capacity?stated=true' AS page,
    _('Commitments without a programme') AS title_{language},
    _('commitments without programmes; promises without programmes') AS words_{language},

UNION ALL BY NAME

SELECT
    'topics?section=programmes' AS id,
    'topics' AS page,
    true AS needs_filter,
    _('Programmes') AS title_{language},
    _('programmes offers initiatives money donors') AS words_{language},
    _('who pays; who paid; who is paying; who has paid; who funds; who gives money; who gave money; who promised money; who pledged money') AS questions_{language},

UNION ALL BY NAME

SELECT
    'organizations?section=programmes' AS id,
    'organizations?section=programmes' AS page,
    true AS needs_filter,
    -- Its words mean the offers to a group of countries rather: "programmes for Africa".
    0.5 AS factor,
    _('Programmes') AS title_{language},
    _('programmes initiatives') AS words_{language},

UNION ALL BY NAME

SELECT
    'organizations?section=appointments' AS id,
    'organizations?section=appointments' AS page,
    true AS needs_filter,
    -- Members are states rather, where there are some: "UN members".
    0.7 AS factor,
    _('People') AS title_{language},
    _('people; members; experts; chairs; co-chairs; leadership') AS words_{language},
    _('who is in; who is on; who sits on; who chairs; who leads; who heads') AS questions_{language},

UNION ALL BY NAME

SELECT
    'organizations?section=texts' AS id,
    'organizations?section=texts' AS page,
    true AS needs_filter,
    _('Texts') AS title_{language},
    _('texts; documents; resolutions; declarations; decisions; adopted') AS words_{language},

UNION ALL BY NAME

SELECT
    'programmes' AS id,
    'programmes' AS page,
    _('Programmes') AS title_{language},
    _('programmes initiatives; donors; funders') AS words_{language},

UNION ALL BY NAME

SELECT
    'countries' AS id,
    'countries' AS page,
    _('Countries') AS title_{language},
    _('countries; countries side by side compared') AS words_{language},

UNION ALL BY NAME

SELECT
    'timeline' AS id,
    'timeline' AS page,
    _('Timeline') AS title_{language},
    _('timeline events calendar') AS words_{language},

UNION ALL BY NAME

SELECT
    'timeline?from=%Y&to=%Y' AS id,
    'timeline' AS page,
    _('Timeline') AS title_{language},
    _('events meetings dates') AS words_{language},
    _('what happened') AS questions_{language},

UNION ALL BY NAME

SELECT
    'timeline?when=ahead' AS id,
    'timeline' AS page,
    _('Events ahead') AS title_{language},
    _('events ahead next meetings planned upcoming calendar; deadlines') AS words_{language},

UNION ALL BY NAME

SELECT
    'timeline?when=past' AS id,
    'timeline' AS page,
    _('Past events') AS title_{language},
    _('past events latest last recent meetings') AS words_{language},

UNION ALL BY NAME

SELECT
    'texts?section=votes' AS id,
    'texts' AS page,
    true AS needs_filter,
    _('Votes') AS title_{language},
    _('votes voted voting against abstained abstentions') AS words_{language},

UNION ALL BY NAME

SELECT
    'countries?section=votes' AS id,
    'countries?section=votes' AS page,
    true AS needs_filter,
    _('Votes') AS title_{language},
    _('votes voted voting against abstained abstentions') AS words_{language},

UNION ALL BY NAME

SELECT
    'data?part=discrepancies' AS id,
    'data' AS page,
    _('Where sources disagree') AS title_{language},
    _('where sources disagree; disagreements between sources; discrepancies; contradictions') AS words_{language},

UNION ALL BY NAME

{% include "search/parts/own_pages.sql" %}

ORDER BY id
