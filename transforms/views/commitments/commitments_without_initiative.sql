-- One row per commitment of an area, capacity building unless told otherwise, that stands on the
-- day and that no programme answers: no initiative that runs reaches those it is for, in its focus
-- area or a narrower one. A commitment that names nobody is answered by any initiative there.
-- key: commitment_id
-- parameters: day DATE, area VARCHAR := NULL, developing_as VARCHAR := NULL
--
-- instrument: Its title.
-- instrument_symbol: Its symbol.
-- paragraph: Paragraph.
-- actors: Who is committed.
-- beneficiary_ids: For whom; empty if the text names nobody.
-- beneficiary: For whom.
-- focus_area_ids: Its focus areas.
-- focus_areas: Their names.
-- elsewhere: Former name of initiatives_reaching_others; it goes with the next release.
-- initiatives_reaching_others: How many initiatives run in these areas that reach others only; 0 if
-- none runs there at all.
-- status: [assessment_status] Status of the commitment on the day.
-- due_on: Deadline.
-- due_state: How near the deadline is.
-- verification: What its wording rests on.

-- The same programmes answer all commitments of a pattern (offer_patterns): one stands for all.
WITH fields AS MATERIALIZED (
    SELECT
        offer_patterns.pattern_id,
        commitment_focus_areas.focus_area_id
    FROM offer_patterns
    JOIN commitment_focus_areas ON commitment_focus_areas.commitment_id = offer_patterns.id
    JOIN focus_area_ancestors
        ON focus_area_ancestors.focus_area_id = commitment_focus_areas.focus_area_id
    WHERE
        offer_patterns.origin = 'commitment'
        AND offer_patterns.id = offer_patterns.pattern_id
        AND (
            focus_area_ancestors.ancestor_id = coalesce(area, (SELECT root_area FROM tracker))
            -- A tracker without a root looks at every area.
            OR coalesce(area, (SELECT root_area FROM tracker)) IS NULL
        )
),

-- An initiative offers something in its own areas and in the broader ones.
programmes AS MATERIALIZED (
    SELECT DISTINCT
        running.initiative_id,
        focus_area_ancestors.ancestor_id AS focus_area_id
    FROM initiatives_running_on(day) AS running
    JOIN initiative_focus_areas
        ON initiative_focus_areas.initiative_id = running.initiative_id
    JOIN focus_area_ancestors
        ON focus_area_ancestors.focus_area_id = initiative_focus_areas.focus_area_id
    WHERE running.runs
),

directed AS MATERIALIZED (
    SELECT DISTINCT
        programmes.focus_area_id,
        initiative_reach.actor_id,
        actors.kind <> 'country_group' AS is_body
    FROM programmes
    JOIN initiative_reach ON initiative_reach.initiative_id = programmes.initiative_id
    JOIN actors ON actors.id = initiative_reach.actor_id
),

-- Groups are reached as in the gaps; a body, if it is named or if all countries are.
reached AS (
    SELECT
        places.focus_area_id,
        places.group_id AS actor_id
    FROM offer_places_on(day, developing_as := developing_as) AS places
    SEMI JOIN running_patterns_on(day) AS running USING (origin, pattern_id)
    WHERE places.origin = 'initiative'

    UNION

    SELECT
        focus_area_id,
        actor_id
    FROM directed
    WHERE NOT is_body
),

served AS (
    SELECT
        fields.pattern_id,
        fields.focus_area_id,
        commitment_beneficiaries.actor_id,
        bodies.kind <> 'country_group' AS is_body
    FROM fields
    JOIN commitment_beneficiaries
        ON commitment_beneficiaries.commitment_id = fields.pattern_id
    JOIN actors AS bodies ON bodies.id = commitment_beneficiaries.actor_id
),

answered AS (
    SELECT served.pattern_id
    FROM served
    JOIN reached USING (focus_area_id, actor_id)

    UNION

    SELECT pattern_id
    FROM served
    WHERE
        is_body
        AND focus_area_id IN (
            SELECT focus_area_id
            FROM directed
            WHERE actor_id = (SELECT all_countries FROM tracker)
        )

    UNION

    SELECT fields.pattern_id
    FROM fields
    ANTI JOIN commitment_beneficiaries
        ON commitment_beneficiaries.commitment_id = fields.pattern_id
    WHERE fields.focus_area_id IN (SELECT programmes.focus_area_id FROM programmes)
),

unanswered AS MATERIALIZED (
    SELECT
        fields.pattern_id,
        count(DISTINCT programmes.initiative_id) AS initiatives_reaching_others
    FROM fields
    LEFT JOIN programmes ON programmes.focus_area_id = fields.focus_area_id
    ANTI JOIN answered ON answered.pattern_id = fields.pattern_id
    GROUP BY fields.pattern_id
),

-- A pattern says whether bodies are named, not which: those that a programme names are looked up
-- commitment by commitment.
named AS (
    SELECT DISTINCT commitment_beneficiaries.commitment_id
    FROM directed
    JOIN commitment_beneficiaries ON commitment_beneficiaries.actor_id = directed.actor_id
    JOIN commitment_focus_areas USING (commitment_id, focus_area_id)
    WHERE
        directed.is_body
        AND directed.focus_area_id IN (SELECT focus_area_id FROM fields)
),

left_over AS MATERIALIZED (
    SELECT
        own.id AS commitment_id,
        unanswered.initiatives_reaching_others
    FROM offer_patterns AS own
    JOIN unanswered ON unanswered.pattern_id = own.pattern_id
    ANTI JOIN named ON named.commitment_id = own.id
    WHERE own.origin = 'commitment'
)

SELECT
    made.id AS commitment_id,
    made.instrument_id,
    made.instrument_{language},
    made.instrument_symbol,
    made.paragraph_{language},
    made.summary_{language},
    made.actors_{language},
    made.beneficiary_ids,
    made.beneficiary_{language},
    made.focus_area_ids,
    made.focus_areas_{language},
    left_over.initiatives_reaching_others AS elsewhere,
    left_over.initiatives_reaching_others,
    made.status,
    made.due_on{days},
    made.due_state,
    made.verification,
    made.source_id,
    made.source_title,
    made.source_language,
    made.source_url,
    made.locator
FROM commitments_on(day) AS made
JOIN left_over ON left_over.commitment_id = made.id
JOIN instruments_on(day) AS texts ON texts.instrument_id = made.instrument_id
WHERE texts.stands
ORDER BY made.instrument_id, made.id
