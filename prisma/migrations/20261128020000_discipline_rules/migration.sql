-- The forms of discipline, what a branch decides, the votes needed and what never lapses are rules with a date: registers that hold the
-- rules on discipline already, and next versions that are being written, get the values that held until now.
UPDATE public."RuleSet" SET parameters = parameters || '{
  "officialForms":{"value":["REPRIMAND","WARNING","DISMISSAL","EXPULSION"],"citation":null,"certainty":"CONFIRMED"},
  "probationaryForms":{"value":["REPRIMAND","WARNING"],"citation":null,"certainty":"CONFIRMED"},
  "organizationForms":{"value":["REPRIMAND","WARNING","DISSOLUTION"],"citation":null,"certainty":"CONFIRMED"},
  "branchForms":{"value":["REPRIMAND","WARNING"],"citation":"QĐ 296-QĐ/TW, 10","certainty":"CONFIRMED"},
  "branchDisciplineVote":{"value":{"comparison":"MORE_THAN","numerator":1,"denominator":2},"citation":null,"certainty":"SINGLE_SOURCE"},
  "bodyDisciplineVote":{"value":{"comparison":"MORE_THAN","numerator":1,"denominator":2},"citation":null,"certainty":"UNCONFIRMED"},
  "falseDiplomaNeverLapses":{"value":true,"citation":"QĐ 69-QĐ/TW, 4","certainty":"SINGLE_SOURCE"},
  "internalPoliticsNeverLapses":{"value":true,"citation":"QĐ 69-QĐ/TW, 4","certainty":"UNCONFIRMED"}}'::jsonb
  WHERE kind = 'DISCIPLINE' AND NOT parameters ? 'officialForms';
ALTER TABLE public."RuleRevision" DISABLE TRIGGER rule_revision_in_own_hand;
UPDATE public."RuleRevision" r SET parameters = r.parameters || (SELECT jsonb_object_agg(key, value) FROM jsonb_each(s.parameters)
    WHERE key IN ('officialForms', 'probationaryForms', 'organizationForms', 'branchForms', 'branchDisciplineVote', 'bodyDisciplineVote',
      'falseDiplomaNeverLapses', 'internalPoliticsNeverLapses'))
  FROM public."RuleSet" s WHERE s."committeeId" = r."committeeId" AND s.id = r."ruleSetId" AND s.kind = 'DISCIPLINE' AND NOT r.parameters ? 'officialForms';
ALTER TABLE public."RuleRevision" ENABLE TRIGGER rule_revision_in_own_hand;

-- The database asks the rules that a decision was recorded under; what no rule can change stays fixed: a member is not dissolved, a
-- branch is neither dismissed nor expelled and does not discipline itself.
ALTER TABLE public."Discipline"
  DROP CONSTRAINT "Discipline_form",
  DROP CONSTRAINT "Discipline_branch_decides",
  DROP CONSTRAINT "Discipline_majority",
  ADD CONSTRAINT "Discipline_form" CHECK (CASE subject WHEN 'ORGANIZATION' THEN form NOT IN ('DISMISSAL', 'EXPULSION') ELSE form <> 'DISSOLUTION' END),
  ADD CONSTRAINT "Discipline_branch_decides" CHECK (body <> 'BRANCH' OR subject <> 'ORGANIZATION');
CREATE OR REPLACE FUNCTION public.discipline_by_the_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rules jsonb := (SELECT s.parameters FROM public."RuleSet" s WHERE s."committeeId" = NEW."committeeId" AND s.id = NEW."ruleSetId");
  vote jsonb := rules -> CASE NEW.body WHEN 'BRANCH' THEN 'branchDisciplineVote' ELSE 'bodyDisciplineVote' END -> 'value';
  yes int := NEW."votesFor" * (vote ->> 'denominator')::int;
  part int := NEW."bodyMembers" * (vote ->> 'numerator')::int;
  never boolean := COALESCE((rules -> CASE NEW."breachKind" WHEN 'FALSE_DIPLOMA' THEN 'falseDiplomaNeverLapses'
    WHEN 'INTERNAL_POLITICS' THEN 'internalPoliticsNeverLapses' END ->> 'value')::boolean, false);
  months int := (rules -> CASE NEW.subject WHEN 'ORGANIZATION' THEN 'organizationLimitationMonths' ELSE 'memberLimitationMonths' END
    -> 'value' ->> lower(NEW.form::text))::int;
BEGIN
  IF NOT (rules -> CASE NEW.subject WHEN 'OFFICIAL' THEN 'officialForms' WHEN 'PROBATIONARY' THEN 'probationaryForms' ELSE 'organizationForms' END
      -> 'value' ? NEW.form::text) THEN
    RAISE EXCEPTION 'Discipline_form: the form is not for the subject' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_form';
  END IF;
  IF NEW.body = 'BRANCH' AND NOT (rules -> 'branchForms' -> 'value' ? NEW.form::text) THEN
    RAISE EXCEPTION 'Discipline_branch_decides: the form is not for a branch to decide' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_branch_decides';
  END IF;
  IF NOT (CASE vote ->> 'comparison' WHEN 'AT_LEAST' THEN yes >= part ELSE yes > part END) THEN
    RAISE EXCEPTION 'Discipline_majority: too few voted for it' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_majority';
  END IF;
  IF NOT never AND months IS NOT NULL AND (NEW."breachOn" + make_interval(months => months))::date < NEW."concludedOn" THEN
    RAISE EXCEPTION 'the breach has lapsed' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_limitation';
  END IF;
  IF NEW."correctsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public."Discipline" d WHERE d."committeeId" = NEW."committeeId"
      AND d.id = NEW."correctsId" AND d.state = 'CONFIRMED' AND d."memberId" IS NOT DISTINCT FROM NEW."memberId"
      AND d."branchId" = NEW."branchId") THEN
    RAISE EXCEPTION 'a correction names a confirmed decision on the same subject' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_corrects';
  END IF;
  RETURN NEW;
END $$;
