-- What the conclusion of a case asks of a branch is given, followed and accepted by the inspectors of the case too, as long as they
-- are of its circle: tasks of the committee that name the case.
CREATE FUNCTION app.keeps_case(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT app.works_on_inspection(inspection) AND app.in_case_circle(inspection);
  END;
REVOKE ALL ON FUNCTION app.keeps_case(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keeps_case(uuid) TO sodb_app, sodb_resolver;
ALTER FUNCTION app.keeps_case(uuid) OWNER TO sodb_resolver;

DROP POLICY task_read ON public."Task";
CREATE POLICY task_read ON public."Task" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.read_branches())::uuid[]) OR "memberId" = (SELECT app.member())
    OR "inspectionId" IS NOT NULL AND (SELECT app.has('I')) AND app.keeps_case("inspectionId")));
DROP POLICY task_insert ON public."Task";
CREATE POLICY task_insert ON public."Task" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'IN_HAND'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND CASE giver WHEN 'COMMITTEE' THEN (SELECT app.has('[SOL]'))
        OR "inspectionId" IS NOT NULL AND app.keeps_case("inspectionId")
      ELSE (SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) END
    AND ("inspectionId" IS NULL OR EXISTS (SELECT 1 FROM public."Inspection" i
      WHERE i."committeeId" = "Task"."committeeId" AND i.id = "Task"."inspectionId" AND i.state = 'CONCLUDED'))
    AND ("documentId" IS NULL OR EXISTS (SELECT 1 FROM public."PartyDocument" d
      WHERE d."committeeId" = "Task"."committeeId" AND d.id = "Task"."documentId" AND d."annulledOn" IS NULL
        AND (d.audience = 'ALL_BRANCHES' OR EXISTS (SELECT 1 FROM public."PartyDocumentBranch" b WHERE b."committeeId" = d."committeeId"
          AND b."documentId" = d.id AND b."branchId" = "Task"."branchId")))));
DROP POLICY task_update ON public."Task";
CREATE POLICY task_update ON public."Task" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state IN ('IN_HAND', 'REPORTED')
    AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
      OR giver = 'COMMITTEE' AND "inspectionId" IS NOT NULL AND app.keeps_case("inspectionId")))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND CASE
    WHEN state = 'REPORTED' THEN "reportedById" IS NOT DISTINCT FROM (SELECT app.account())
      AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
    WHEN giver = 'BRANCH' THEN (SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    WHEN (SELECT app.has('[SOL]')) OR "inspectionId" IS NOT NULL AND app.keeps_case("inspectionId")
      THEN state <> 'DONE' OR "reportedById" IS NOT NULL AND "reportedById" IS DISTINCT FROM (SELECT app.account())
    ELSE state = 'IN_HAND' AND "branchId" = ANY ((SELECT app.own_branches())::uuid[]) END);

DROP POLICY step_insert ON public."TaskStep";
CREATE POLICY step_insert ON public."TaskStep" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Task" t WHERE t."committeeId" = "TaskStep"."committeeId" AND t.id = "TaskStep"."taskId"
      AND CASE WHEN t.giver = 'COMMITTEE' AND "TaskStep".kind NOT IN ('REPORTED_DONE', 'REPORTED_NOT_DONE')
        THEN (SELECT app.has('[SOL]'))
          OR t."inspectionId" IS NOT NULL AND app.keeps_case(t."inspectionId")
        ELSE (SELECT app.has('[SO]')) OR t."branchId" = ANY ((SELECT app.own_branches())::uuid[]) END));

CREATE OR REPLACE FUNCTION public.task_keeps_its_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.giver = 'COMMITTEE' AND NEW.state = 'DONE'
    AND (OLD.state NOT IN ('REPORTED', 'DONE') OR NEW."reportedById" IS DISTINCT FROM OLD."reportedById") THEN
    RAISE EXCEPTION 'a task of the committee is accepted as it was reported' USING ERRCODE = '42501';
  END IF;
  IF current_user = 'sodb_app' AND NEW.giver = 'COMMITTEE' AND NEW."deadlineOn" <> OLD."deadlineOn" AND NOT app.has('[SOL]')
    AND (NEW."inspectionId" IS NULL OR NOT app.keeps_case(NEW."inspectionId")) THEN
    RAISE EXCEPTION 'the deadline of a task of the committee is moved by who gives such tasks' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
