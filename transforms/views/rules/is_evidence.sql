-- Whether a judgement can be the one that counts while there is another: it supports or
-- contradicts, or says that events have overtaken the commitment. A search that found nothing, or
-- too little to judge, counts only where no evidence does, and context never.
-- parameters: status VARCHAR, polarity VARCHAR
-- returns: BOOLEAN

polarity IN ('supports', 'contradicts') OR (polarity = 'neither' AND status = 'overtaken')
