-- What a page's filter looks through, in one language: one row per text of a record.
SELECT
    id,
    search_text(concat_ws(' ', first, second, third)) AS words
FROM (
    SELECT id, concat_ws(' ', instrument_{language}, instrument_symbol, paragraph_{language}), summary_{language}, concat_ws(' ', actors_{language}, beneficiary_{language}, focus_areas_{language})
    FROM commitment_register
    UNION ALL
    SELECT id, title_{language}, description_{language}, concat_ws(' ', happened_on, lane_{language}) FROM timeline
    UNION ALL
    SELECT need_id, group_{language}, statement_{language}, focus_area_{language} FROM needs_on(DATE '2026-11-29')
    UNION ALL
    SELECT assessment_id, rationale_{language}, source_title, NULL FROM assessment_history
    UNION ALL
    SELECT actors.id, concat_ws(' ', actors.name_{language}, actors.acronym_{language}), concat_ws(' ', actors.note_{language}, actors.founded_on), concat_ws(' ', parents.name_{language}, vocabularies.label_{language})
    FROM actors LEFT JOIN actors AS parents ON parents.id = actors.parent_id JOIN vocabularies ON vocabulary = 'actor_kind' AND code = actors.kind
    UNION ALL
    SELECT instruments.id, concat_ws(' ', title_{language}, short_title_{language}, symbol), concat_ws(' ', instruments.note_{language}, adopted_on, proposed_on), concat_ws(' ', actors.name_{language}, vocabularies.label_{language})
    FROM instruments LEFT JOIN actors ON actors.id = adopted_by_id JOIN vocabularies ON vocabulary = 'instrument_status' AND code = instruments.status
    UNION ALL
    SELECT id, name_{language}, concat_ws(' ', note_{language}, focus_areas_{language}), concat_ws(' ', lead_{language}, label_{language}) FROM initiative_overview JOIN vocabularies ON vocabulary = 'initiative_status' AND code = status
    UNION ALL
    SELECT id, name_{language}, definition_{language}, NULL FROM focus_areas
    UNION ALL
    SELECT reported_counts.id, concat_ws(' ', actors.name_{language}, acronym_{language}), concat_ws(' ', count, label_{language}, scope_{language}), as_of FROM reported_counts JOIN actors ON actors.id = actor_id JOIN vocabularies ON vocabulary = 'count_subject' AND code = what
    UNION ALL
    SELECT concat_ws(' ', instrument_id, relation, other_id), concat_ws(' ', instrument_{language}, instrument_symbol), label_{language}, concat_ws(' ', other_{language}, other_symbol)
    FROM instrument_descent JOIN vocabularies ON vocabulary = 'instrument_relation' AND code = relation
    UNION ALL
    SELECT concat_ws(' ', actor_id, relation, other_id), actor_{language}, label_{language}, concat_ws(' ', other_{language}, on_date)
    FROM actor_descent JOIN vocabularies ON vocabulary = 'actor_relation' AND code = relation
) AS texts (id, first, second, third)