-- One row per organization or text, day and act: how many joined, signed, ratified, endorsed,
-- adhered or left. Declared ones only; groups of countries and the United Nations' own members are
-- left out. What a milestone of the same body and date already tells is not told twice.
-- key: actor_id, instrument_id, act, happened_on
--
-- origin: [participation_origin] 'membership' or 'adherence'.
-- act: [act, participation_change] 'founded', 'joined' or 'left' for a body, else the act towards
-- the text.
-- kind: What kind of event it is.
-- actor_id: The organization.
-- instrument_id: The text.
-- row_ids: Keys of the memberships or acts.
-- n: How many did so.
-- happened_on: When.

WITH words AS (
    SELECT
        'founded' AS act,
        'accession' AS kind,
        _('founding member') AS one_{language},
        _('{n} founding members') AS many_{language},

    UNION ALL

    SELECT
        'joined',
        'accession',
        _('new member'),
        _('{n} new members'),

    UNION ALL

    SELECT
        'left',
        'withdrawal',
        _('departure'),
        _('{n} departures'),

    UNION ALL

    SELECT
        'signed',
        'signature',
        _('signature'),
        _('{n} signatures'),

    UNION ALL

    SELECT
        'ratified',
        'ratification',
        _('ratification'),
        _('{n} ratifications'),

    UNION ALL

    SELECT
        'endorsed',
        'endorsement',
        _('endorsement'),
        _('{n} endorsements'),

    UNION ALL

    SELECT
        'adhered',
        'accession',
        _('adherence'),
        _('{n} adherences'),

    UNION ALL

    SELECT
        'withdrew',
        'withdrawal',
        _('withdrawal'),
        _('{n} withdrawals'),
),

acts AS (
    SELECT
        organization_id AS actor_id,
        instrument_id,
        row_id,
        body_{language},
        member_{language},
        source_id,
        locator,
        confidence,
        unnest([
            {
                'act': CASE
                    WHEN organization_id IS NULL THEN role
                    WHEN role = 'founding_member' THEN 'founded'
                    ELSE 'joined'
                END,
                'edtf': joined_on,
                'earliest': joined_on_earliest,
                'latest': joined_on_latest
            },
            {
                'act': CASE WHEN organization_id IS NULL THEN NULL ELSE 'left' END,
                'edtf': left_on,
                'earliest': left_on_earliest,
                'latest': left_on_latest
            }
        ]) AS event
    FROM participations
    WHERE
        (counted OR role = 'withdrew')
        AND derivation = 'declared'
        AND body_kind <> 'country_group'
        AND organization_id IS DISTINCT FROM (SELECT universal_organization FROM tracker)
),

events AS (
    SELECT
        acts.actor_id,
        acts.instrument_id,
        acts.event,
        coalesce(bodies.acronym_{language}, any_value(acts.body_{language})) AS body_{language},
        list(acts.row_id ORDER BY acts.row_id) AS row_ids,
        count(*) AS n,
        string_agg(acts.member_{language}, ', ' ORDER BY acts.member_{language}) AS members_{language},
        min(acts.source_id) AS source_id,
        min(acts.locator) AS locator,
        arg_max(acts.confidence, code_position('confidence', acts.confidence)) AS confidence
    FROM acts
    LEFT JOIN actors AS bodies ON bodies.id = acts.actor_id
    WHERE
        acts.event.act IS NOT NULL
        AND acts.event.edtf IS NOT NULL
        -- The end of a body is not a departure of its members.
        AND (acts.event.act <> 'left' OR acts.event.edtf IS DISTINCT FROM bodies.dissolved_on)
    GROUP BY
        acts.actor_id,
        acts.instrument_id,
        acts.event,
        bodies.acronym_{language},
),

worded AS (
    SELECT
        events.*,
        words.act,
        words.kind,
        words.one_{language} || ' (' || events.members_{language} || ')' AS named_{language},
        replace(words.many_{language}, '{n}', events.n::VARCHAR) AS counted_{language},
    FROM events
    JOIN words ON words.act = events.event.act
),

held AS (
    SELECT
        happened_on,
        unnest([actor_id, instrument_id]) AS subject_id,
        kind
    FROM milestones
    WHERE status = 'held'
)

SELECT
    CASE WHEN worded.actor_id IS NULL THEN 'adherence' ELSE 'membership' END AS origin,
    worded.act,
    worded.kind,
    worded.actor_id,
    worded.instrument_id,
    worded.row_ids,
    worded.n,
    worded.event.edtf AS happened_on,
    worded.event.earliest AS happened_on_earliest,
    worded.event.latest AS happened_on_latest,
    body_{language} || _(': ') || CASE WHEN n = 1 THEN named_{language} ELSE counted_{language} END AS title_{language},
    CASE WHEN worded.n > 1 THEN worded.members_{language} END AS description_{language},
    worded.source_id,
    CASE WHEN worded.n = 1 THEN worded.locator END AS locator,
    worded.confidence
FROM worded
ANTI JOIN held
    ON held.happened_on = worded.event.edtf
    AND held.subject_id = coalesce(worded.actor_id, worded.instrument_id)
    AND held.kind IN (worded.kind, 'decision')
ORDER BY happened_on_latest, worded.actor_id, worded.instrument_id, worded.act, happened_on
