-- The date that the status of a text rests on: of `texts`, in its `standing`.
CASE
    WHEN standing.status IN ('superseded', 'withdrawn') THEN {{ dated("texts.ended_on") }}
    WHEN standing.status = 'in_force' AND texts.in_force_on IS NOT NULL THEN {{ dated("texts.in_force_on") }}
    WHEN standing.status = 'proposed' THEN {{ dated("texts.proposed_on") }}
    ELSE {{ dated("texts.adopted_on") }}
END
