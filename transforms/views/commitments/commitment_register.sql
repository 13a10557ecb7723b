-- One row per commitment, made or only proposed; with the names a reader needs. A proposal is
-- listed here and never counted as made.
-- key: id
-- stored: id
-- indexed: id
--
-- id: -> commitments Key of the commitment.
-- instrument_id: The text.
-- instrument: Short title of the text.
-- instrument_symbol: Official symbol of the text.
-- instrument_kind: [instrument_kind] What kind of text it is.
-- legal_force: What force the text has.
-- instrument_status: [instrument_status] Where the text stands today.
-- standing: [standing] 'made' if the text was adopted, even if it was superseded or withdrawn
-- since; 'proposed' if it was only proposed, or issued by its author alone.
-- made_on: When the text was adopted or issued; empty for what was only proposed.
-- actor_ids: -> actors The actors that the commitment binds or addresses.
-- actors: Their names, sorted, joined by semicolons.
-- focus_area_ids: -> focus_areas The focus areas it works on.
-- focus_areas: Names of the focus areas.
-- beneficiary: Whom it should serve, as the text says.
-- beneficiary_ids: -> actors Groups of countries among them.
-- sdgs: Sustainable Development Goals that the text itself names beside it.
-- due_note: How the text sets the date.
-- verification: Whether the text's own wording was read.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_url: Address of the source.
-- folded: Everything a search looks through: lower case, no accents, œ as oe, plain apostrophes.

WITH committed_actors AS (
    SELECT
        commitment_id,
        list(DISTINCT actor_id ORDER BY actor_id) AS actor_ids
    FROM commitment_actors
    GROUP BY ALL
),

-- Many commitments have the same actors, and topics: each different list is named once.
named_actors AS (
    SELECT
        lists.actor_ids,
        string_agg(actors.name_{language}, _('; ') ORDER BY actors.name_{language}) AS actors_{language},
        string_agg(actor_words.folded, ' ' ORDER BY actors.id) AS folded
    FROM (SELECT DISTINCT actor_ids FROM committed_actors) AS lists
    CROSS JOIN unnest(lists.actor_ids) AS listed (actor_id)
    JOIN actors ON actors.id = listed.actor_id
    JOIN actor_words ON actor_words.actor_id = listed.actor_id
    GROUP BY ALL
),

areas AS (
    SELECT
        commitment_id,
        list(focus_area_id ORDER BY focus_area_id) AS focus_area_ids
    FROM commitment_focus_areas
    GROUP BY ALL
),

named_areas AS (
    SELECT
        lists.focus_area_ids,
        string_agg(focus_areas.name_{language}, _('; ') ORDER BY focus_areas.name_{language}) AS focus_areas_{language},
    FROM (SELECT DISTINCT focus_area_ids FROM areas) AS lists
    CROSS JOIN unnest(lists.focus_area_ids) AS listed (focus_area_id)
    JOIN focus_areas ON focus_areas.id = listed.focus_area_id
    GROUP BY ALL
),

served AS (
    SELECT
        commitment_id,
        list(actor_id ORDER BY actor_id) AS beneficiary_ids
    FROM commitment_beneficiaries
    GROUP BY ALL
),

goals AS (
    SELECT
        commitment_id,
        list(sdg::INTEGER ORDER BY sdg) AS sdgs
    FROM commitment_sdgs
    GROUP BY ALL
)

SELECT
    commitments.id,
    commitments.instrument_id,
    instruments.short_title_{language} AS instrument_{language},
    instruments.symbol AS instrument_symbol,
    instruments.kind AS instrument_kind,
    instruments.legal_force,
    instruments.status AS instrument_status,
    -- What is withdrawn without ever having been adopted was never made.
    CASE
        WHEN is_made(instruments.status, instruments.adopted_on_latest, DATE 'infinity') THEN 'made'
        ELSE 'proposed'
    END AS standing,
    instruments.adopted_on{days} AS made_on{days},
    commitments.paragraph_{language},
    commitments.summary_{language},
    commitments.modality,
    commitments.addressee,
    coalesce(committed_actors.actor_ids, []) AS actor_ids,
    named_actors.actors_{language},
    coalesce(areas.focus_area_ids, []) AS focus_area_ids,
    named_areas.focus_areas_{language},
    commitments.beneficiary_{language},
    coalesce(served.beneficiary_ids, []) AS beneficiary_ids,
    coalesce(goals.sdgs, []) AS sdgs,
    commitments.due_on{days},
    commitments.due_note_{language},
    commitments.target_{language},
    commitments.verification,
    commitments.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url,
    commitments.locator,
    commitments.confidence,
    concat_ws(
        ' ',
        instrument_words.folded,
        search_text(concat_ws(
            ' ',
            commitments.paragraph_{language},
            commitments.summary_{language},
            commitments.beneficiary_{language},
            commitments.id
        )),
        named_actors.folded
    ) AS folded
FROM commitments
JOIN instruments ON instruments.id = commitments.instrument_id
JOIN instrument_words ON instrument_words.instrument_id = commitments.instrument_id
LEFT JOIN committed_actors ON committed_actors.commitment_id = commitments.id
LEFT JOIN named_actors ON named_actors.actor_ids = committed_actors.actor_ids
LEFT JOIN areas ON areas.commitment_id = commitments.id
LEFT JOIN named_areas ON named_areas.focus_area_ids = areas.focus_area_ids
LEFT JOIN served ON served.commitment_id = commitments.id
LEFT JOIN goals ON goals.commitment_id = commitments.id
LEFT JOIN sources ON sources.id = commitments.source_id
ORDER BY commitments.id
