-- What kind of change it is when something stands otherwise on a later day than on an earlier one.
-- parameters: aspect VARCHAR, was VARCHAR, is_now VARCHAR, was_certainty VARCHAR, now_certainty
-- VARCHAR, was_value VARCHAR
-- returns: VARCHAR

CASE
    WHEN aspect = 'commitment' AND is_now = 'made' THEN 'commitment_made'
    WHEN aspect = 'commitment' AND is_now = 'proposed' THEN 'commitment_proposed'
    WHEN aspect = 'commitment' THEN 'proposal_dropped'

    WHEN aspect = 'status' AND is_now = 'complete' THEN 'became_complete'
    WHEN aspect = 'status' AND was = 'not_assessed' THEN 'first_assessed'
    WHEN aspect = 'status' THEN 'status_moved'

    WHEN aspect = 'deadline' AND is_now = 'met' AND was IS NULL THEN 'fell_due_met'
    WHEN aspect = 'deadline' AND is_now = 'met' THEN 'met_late'
    WHEN aspect = 'deadline' AND was IS NULL THEN 'fell_due'
    WHEN aspect = 'deadline' THEN 'deadline_changed'

    WHEN aspect = 'membership' AND now_certainty IS NULL AND was_certainty = 'possible' THEN 'no_longer_possible'
    WHEN aspect = 'membership' AND now_certainty IS NULL THEN 'left'
    WHEN aspect = 'membership' AND now_certainty = was_certainty THEN 'role_changed'
    WHEN aspect = 'membership' AND now_certainty = 'certain' THEN 'joined'
    WHEN aspect = 'membership' AND was_certainty IS NULL THEN 'may_have_joined'
    WHEN aspect = 'membership' THEN 'may_have_left'

    WHEN aspect = 'act' AND now_certainty IS NULL THEN 'act_ended'
    WHEN aspect = 'act' AND now_certainty = was_certainty THEN 'further_act'
    WHEN aspect = 'act' AND now_certainty = 'certain' THEN 'act_done'
    WHEN aspect = 'act' AND was_certainty IS NULL THEN 'act_possible'
    WHEN aspect = 'act' THEN 'act_doubtful'

    WHEN aspect = 'appointment' AND (now_certainty IS NULL OR was_certainty = 'certain') THEN 'term_ended'
    WHEN aspect = 'appointment' THEN 'appointed'

    WHEN aspect = 'position' THEN 'position_taken'

    WHEN aspect = 'text' AND is_now IN ('proposed', 'issued') THEN 'text_proposed'
    WHEN aspect = 'text' AND is_now IN ('superseded', 'withdrawn') THEN 'text_ended'
    WHEN aspect = 'text' AND was = 'adopted' THEN 'text_in_force'
    WHEN aspect = 'text' THEN 'text_adopted'

    WHEN aspect = 'milestone' AND is_now = 'held' THEN 'milestone_held'
    WHEN aspect = 'milestone' AND is_now IN ('cancelled', 'postponed') THEN 'milestone_called_off'
    WHEN aspect = 'milestone' THEN 'milestone_planned'

    WHEN aspect = 'organization' AND is_now IS NULL THEN 'dissolved'
    WHEN aspect = 'organization' THEN 'founded'

    WHEN aspect = 'programme' AND is_now = 'running' THEN 'programme_started'
    WHEN aspect = 'programme' AND was = 'running' THEN 'programme_ended'
    WHEN aspect = 'programme' THEN 'programme_announced'

    WHEN aspect = 'need' AND was IS NULL THEN 'need_stated'
    WHEN aspect = 'need' THEN 'need_answered'

    WHEN was_value IS NULL THEN 'number_stated'
    ELSE 'number_changed'
END
