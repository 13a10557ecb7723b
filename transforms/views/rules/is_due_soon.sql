-- en: Whether a deadline of this state falls due within 90 days.
-- fr: Si une échéance de cet état arrive d'ici 90 jours.
-- parameters: state VARCHAR
-- returns: BOOLEAN

state IN ('due_now', 'within_90_days')
