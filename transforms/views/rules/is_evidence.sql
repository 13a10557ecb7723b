-- en: Whether a judgement can be the one that counts while there is another: it supports or
-- contradicts, or says that events have overtaken the commitment. A search that found nothing, or
-- too little to judge, counts only where no evidence does, and context never.
-- fr: Si un jugement peut être celui qui compte quand il y en a d'autres : il va dans un sens ou dans
-- l'autre, ou dit que les événements ont dépassé l'engagement. Une recherche qui n'a rien trouvé, ou
-- trop peu pour juger, ne compte qu'en l'absence de tout élément, et le contexte jamais.
-- parameters: status VARCHAR, polarity VARCHAR
-- returns: BOOLEAN

polarity IN ('supports', 'contradicts') OR (polarity = 'neither' AND status = 'overtaken')
