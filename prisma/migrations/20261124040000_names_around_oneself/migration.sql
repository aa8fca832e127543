-- Who may read an office may read whose it is: inspectors the names of all who hold one, a branch's readers the heads of
-- its villages, who may belong to another branch. Profiles and statuses stay closed.
CREATE FUNCTION app.officers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(x.id), '{}') FROM (
      SELECT o."memberId" AS id FROM public."BranchOffice" o WHERE o."committeeId" = app.committee() AND app.has('I')
      UNION SELECT o."memberId" FROM public."CommitteeOffice" o WHERE o."committeeId" = app.committee() AND app.has('I')
      UNION SELECT a."memberId" FROM public."Assignment" a WHERE a."committeeId" = app.committee() AND app.has('I')
      UNION SELECT o."memberId" FROM public."CivilOffice" o WHERE o."committeeId" = app.committee()
        AND (app.has('I') OR o."villageId" IN (SELECT v."villageId" FROM public."BranchVillage" v
          WHERE v."committeeId" = app.committee() AND v."branchId" = ANY (app.read_branches())))) x;
  END;
REVOKE ALL ON FUNCTION app.officers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.officers() TO sodb_app, sodb_resolver;
ALTER FUNCTION app.officers() OWNER TO sodb_resolver;

ALTER POLICY member_read ON public."Member"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR id = ANY ((SELECT app.named_members())::uuid[])
    OR (SELECT app.has('[IBC]')) AND id = ANY ((SELECT app.officers())::uuid[])));

-- A member without any right reads the own record, so what stands in it: the own civil offices, and the names of the
-- branches, villages, terms and rounds.
ALTER POLICY civil_office_read ON public."CivilOffice"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR "memberId" = (SELECT app.member())
    OR EXISTS (SELECT 1 FROM public."BranchVillage" v WHERE v."committeeId" = "CivilOffice"."committeeId"
      AND v."villageId" = "CivilOffice"."villageId" AND v."branchId" = ANY ((SELECT app.read_branches())::uuid[]))));
ALTER POLICY register_read ON public."Branch"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]'))
    OR id IN (SELECT m."branchId" FROM public."Membership" m WHERE m."memberId" = (SELECT app.member()))
    OR id IN (SELECT o."branchId" FROM public."BranchOffice" o WHERE o."memberId" = (SELECT app.member()))
    OR id IN (SELECT a."branchId" FROM public."Assignment" a WHERE a."memberId" = (SELECT app.member()))));
ALTER POLICY register_read ON public."Village"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]'))
    OR id IN (SELECT o."villageId" FROM public."CivilOffice" o WHERE o."memberId" = (SELECT app.member()))));
ALTER POLICY register_read ON public."Term"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]'))
    OR id IN (SELECT o."termId" FROM public."CommitteeOffice" o WHERE o."memberId" = (SELECT app.member()))));
ALTER POLICY register_read ON public."RatingRound"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]')) OR (SELECT app.member()) IS NOT NULL));
