-- While a discipline decision has effect its member is not transferred, given a post or a badge (QĐ 69-QĐ/TW, 2): on the day on which that
-- would take effect. Looks beside the wall, since who proposes may not see every decision, and tells nothing but the refusal.
CREATE FUNCTION app.discipline_in_effect() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE day date := (to_jsonb(NEW) ->> TG_ARGV[0])::date;
BEGIN
  IF EXISTS (SELECT 1 FROM public."Discipline" d
      JOIN public."RuleSet" s ON s."committeeId" = d."committeeId" AND s.id = d."ruleSetId"
      WHERE d."committeeId" = NEW."committeeId" AND d."memberId" = NEW."memberId" AND d.state = 'CONFIRMED' AND d."announcedOn" <= day
        AND (d.form = 'EXPULSION' OR day < (d."announcedOn" + make_interval(months => (s.parameters -> 'effectMonths' ->> 'value')::int))::date)
        AND NOT EXISTS (SELECT 1 FROM public."Discipline" c WHERE c."committeeId" = d."committeeId" AND c."correctsId" = d.id
          AND c.state = 'CONFIRMED')) THEN
    RAISE EXCEPTION 'Discipline_in_effect: the member is under discipline' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_in_effect';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.discipline_in_effect() FROM PUBLIC;
CREATE TRIGGER discipline_in_effect BEFORE INSERT ON public."Transfer"
  FOR EACH ROW WHEN (NEW.direction <> 'IN') EXECUTE FUNCTION app.discipline_in_effect('effectiveOn');
CREATE TRIGGER discipline_in_effect BEFORE INSERT ON public."BranchOffice"
  FOR EACH ROW EXECUTE FUNCTION app.discipline_in_effect('startsOn');
CREATE TRIGGER discipline_in_effect BEFORE INSERT ON public."CommitteeOffice"
  FOR EACH ROW EXECUTE FUNCTION app.discipline_in_effect('startsOn');
CREATE TRIGGER discipline_in_effect BEFORE INSERT ON public."PartyBadge"
  FOR EACH ROW EXECUTE FUNCTION app.discipline_in_effect('awardOn');
ALTER FUNCTION app.discipline_in_effect() OWNER TO sodb_resolver;
