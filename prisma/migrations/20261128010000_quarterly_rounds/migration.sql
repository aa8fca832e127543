-- A round may be about a quarter (QĐ 366-QĐ/TW). Who is rated in one is a parameter of the rules: one source has leaders alone.
ALTER TYPE "NotRatedReason" ADD VALUE 'NOT_OF_QUARTER' BEFORE 'OTHER';
UPDATE public."RuleSet" SET parameters = parameters
    || '{"quarterlyFor":{"value":"LEADERS","citation":null,"certainty":"SINGLE_SOURCE"}}'::jsonb
  WHERE kind = 'RATING' AND NOT parameters ? 'quarterlyFor';
ALTER TABLE public."RuleRevision" DISABLE TRIGGER rule_revision_in_own_hand;
UPDATE public."RuleRevision" r SET parameters = r.parameters || jsonb_build_object('quarterlyFor', s.parameters->'quarterlyFor')
  FROM public."RuleSet" s WHERE s."committeeId" = r."committeeId" AND s.id = r."ruleSetId" AND s.kind = 'RATING' AND NOT r.parameters ? 'quarterlyFor';
ALTER TABLE public."RuleRevision" ENABLE TRIGGER rule_revision_in_own_hand;

-- Who leads on a day: seats of the committee and of its inspection commission, and offices of branches. The seats are not for every
-- reader, so that this answers for the members whom the reader may read, and for nobody else.
CREATE FUNCTION app.leading_members(on_day date) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT DISTINCT l.member FROM (
      SELECT o."memberId" AS member FROM public."CommitteeOffice" o WHERE o."committeeId" = app.committee()
        AND o."startsOn" <= on_day AND (o."endsOn" IS NULL OR o."endsOn" > on_day)
      UNION ALL
      SELECT o."memberId" FROM public."BranchOffice" o WHERE o."committeeId" = app.committee()
        AND o."startsOn" <= on_day AND (o."endsOn" IS NULL OR o."endsOn" > on_day)) l
    WHERE app.has('[SOLI]') OR l.member = app.member() OR EXISTS (SELECT 1 FROM public."Membership" h
      WHERE h."committeeId" = app.committee() AND h."memberId" = l.member AND h."branchId" = ANY (app.read_branches()::uuid[])
        AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day));
  END;
REVOKE ALL ON FUNCTION app.leading_members(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.leading_members(date) TO sodb_app, sodb_resolver;
ALTER FUNCTION app.leading_members(date) OWNER TO sodb_resolver;
