-- One row per dated thing, past or planned: milestones, deadlines of commitments, joins and acts,
-- and steps of texts and actors that no milestone tells; with the days from which it was known.
-- key: id
-- stored: happened_on_latest, happened_on_earliest, id
--
-- id: Key of the event: its origin and its row.
-- origin: [event_origin] 'milestone', 'commitment_deadline', 'membership', 'adherence',
-- 'instrument' or 'actor'.
-- row_id: Key of the row it is made of; empty if there are several.
-- row_ids: Keys of all rows it is made of.
-- n: How many rows it is made of.
-- lane_id: The organization, state or forum on whose lane it is drawn; empty where no body is
-- known.
-- body_id: -> actors The body on that lane whose event it is: the same, or one below it.
-- body: Name of that body.
-- kind: [milestone_kind] What kind of event it is.
-- status: [milestone_status] Planned, held, postponed or cancelled; the deadline of a commitment is
-- always 'planned', whatever was delivered.
-- happened_on: When.
-- ended_on: Last day, if it took more than one.
-- title: What, in one line.
-- actor_id: The actor it happened to or in.
-- instrument_id: The text it is about.
-- commitment_id: The commitment it is about.
-- source_published_on: First day that the publication of the source of a milestone can mean.
-- known_on: Since when it was known: of a milestone, since a source that is cited for it was out;
-- of a deadline, since its text was adopted; of other things, since their source was out.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_url: Address of the source.
-- confidence: How well the fact is attested; of several, the least.

WITH events AS (
    SELECT
        'milestone' AS origin,
        id AS key,
        [id] AS row_ids,
        1 AS n,
        kind,
        status,
        happened_on{days},
        ended_on{days},
        title_{language},
        description_{language},
        actor_id,
        instrument_id,
        commitment_id,
        initiative_id,
        source_id,
        locator,
        confidence
    FROM milestones

    UNION ALL BY NAME

    SELECT
        'commitment_deadline' AS origin,
        instrument_id || ':' || due.happened_on AS key,
        'deadline' AS kind,
        'planned' AS status,
        due.*
    FROM commitment_deadlines AS due

    UNION ALL BY NAME

    SELECT
        coalesce(actor_id, instrument_id) || ':' || act || ':' || happened_on AS key,
        'held' AS status,
        joins.* EXCLUDE (act)
    FROM participation_events AS joins

    UNION ALL BY NAME

    SELECT
        'instrument' AS origin,
        instrument_id || ':' || kind AS key,
        [instrument_id] AS row_ids,
        1 AS n,
        'held' AS status,
        steps.*
    FROM instrument_events AS steps

    UNION ALL BY NAME

    SELECT
        'actor' AS origin,
        actor_id || ':' || kind AS key,
        [actor_id] AS row_ids,
        1 AS n,
        'held' AS status,
        steps.*
    FROM actor_events AS steps
),

-- Whose event it is: the actor named, else the body of the text, else the lead of the initiative.
placed AS (
    SELECT
        events.*,
        coalesce(
            events.actor_id,
            texts.adopted_by_id,
            wholes.adopted_by_id,
            initiatives.lead_id
        ) AS body_id
    FROM events
    LEFT JOIN commitments ON commitments.id = events.commitment_id
    LEFT JOIN instruments AS texts
        ON texts.id = coalesce(events.instrument_id, commitments.instrument_id)
    LEFT JOIN instruments AS wholes ON wholes.id = texts.part_of_id
    LEFT JOIN initiatives ON initiatives.id = events.initiative_id
)

SELECT
    placed.origin || ':' || placed.key AS id,
    placed.origin,
    CASE WHEN placed.n = 1 THEN placed.row_ids[1] END AS row_id,
    placed.row_ids,
    placed.n,
    actor_lanes.lane_id,
    actor_lanes.lane_{language},
    placed.body_id,
    bodies.name_{language} AS body_{language},
    placed.kind,
    placed.status,
    placed.happened_on{days},
    placed.ended_on{days},
    placed.title_{language},
    placed.description_{language},
    placed.actor_id,
    placed.instrument_id,
    placed.commitment_id,
    placed.initiative_id,
    placed.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url,
    placed.locator,
    placed.confidence,
    publications.source_published_on,
    publications.told_on,
    CASE placed.origin
        -- A deadline is known from the text that sets it.
        WHEN 'milestone' THEN least(
            publications.known_on,
            CASE WHEN placed.kind = 'deadline' THEN texts.adopted_on_latest END
        )
        WHEN 'commitment_deadline' THEN texts.adopted_on_latest
        ELSE sources.published_on_earliest
    END AS known_on
FROM placed
LEFT JOIN commitments ON commitments.id = placed.commitment_id
LEFT JOIN instruments AS texts
    ON texts.id = coalesce(placed.instrument_id, commitments.instrument_id)
LEFT JOIN publications
    ON placed.origin = 'milestone'
    AND publications.row_table = 'milestones'
    AND publications.row_id = placed.row_ids[1]
LEFT JOIN actor_lanes ON actor_lanes.actor_id = placed.body_id
LEFT JOIN actors AS bodies ON bodies.id = placed.body_id
LEFT JOIN sources ON sources.id = placed.source_id
ORDER BY placed.happened_on_latest, placed.happened_on_earliest, id
