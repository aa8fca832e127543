-- Who was of the circle of a case goes on seeing it once it is concluded: its team, who opened it and who oversees it.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.sees_inspection(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = app.committee() AND i.id = inspection
        AND i.state = 'CONCLUDED' AND (app.has('[OLI]') OR EXISTS (SELECT 1 FROM public."InspectionSubject" s
          WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
            AND (s."branchId" = ANY (app.own_branches()) OR s."memberId" = app.member()))))
      OR app.in_case_circle(inspection);
  END;
CREATE OR REPLACE FUNCTION app.case_subjects() RETURNS TABLE (member_id uuid, branch_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT s."memberId", s."branchId" FROM public."InspectionSubject" s
      WHERE s."committeeId" = app.committee() AND app.sees_inspection(s."inspectionId")
        AND (app.has('[SOLI]') OR app.in_case_circle(s."inspectionId"));
  END;
RESET ROLE;
ALTER POLICY case_read ON public."InspectionSubject"
  USING ("committeeId" = (SELECT app.committee()) AND app.sees_inspection("inspectionId") AND ((SELECT app.has('[SOLI]'))
    OR "memberId" = (SELECT app.member()) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    OR app.in_case_circle("inspectionId")));
