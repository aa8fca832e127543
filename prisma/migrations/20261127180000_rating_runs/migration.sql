-- After how many years of one level in a row something follows: registers that hold the rules of rating already, and next versions
-- that are being written, get the values of every version.
UPDATE public."RuleSet" SET parameters = parameters || '{"excellentYears":{"value":5,"citation":null,"certainty":"SINGLE_SOURCE"},"failedYears":{"value":2,"citation":null,"certainty":"UNCONFIRMED"}}'::jsonb
  WHERE kind = 'RATING' AND NOT parameters ? 'excellentYears';
ALTER TABLE public."RuleRevision" DISABLE TRIGGER rule_revision_in_own_hand;
UPDATE public."RuleRevision" r SET parameters = r.parameters || jsonb_build_object('excellentYears', s.parameters->'excellentYears', 'failedYears', s.parameters->'failedYears')
  FROM public."RuleSet" s WHERE s."committeeId" = r."committeeId" AND s.id = r."ruleSetId" AND s.kind = 'RATING' AND NOT r.parameters ? 'excellentYears';
ALTER TABLE public."RuleRevision" ENABLE TRIGGER rule_revision_in_own_hand;
