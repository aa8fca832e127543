ALTER TABLE "Assignment" ADD COLUMN "planId" UUID, ADD COLUMN "endedByPlanId" UUID;
CREATE INDEX "Assignment_committeeId_planId_idx" ON "Assignment"("committeeId", "planId");
CREATE INDEX "Assignment_committeeId_endedByPlanId_idx" ON "Assignment"("committeeId", "endedByPlanId");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_committeeId_planId_fkey" FOREIGN KEY ("committeeId", "planId") REFERENCES "AssignmentPlan"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_committeeId_endedByPlanId_fkey" FOREIGN KEY ("committeeId", "endedByPlanId") REFERENCES "AssignmentPlan"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The plans that the caller issues in this very transaction: by them, and only by them, a leader ends and begins assignments.
CREATE FUNCTION app.issued_plans() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(p.id), '{}') FROM public."AssignmentPlan" p
      WHERE p."committeeId" = app.committee() AND p.state = 'ISSUED' AND p."closedById" = app.account()
        AND p.xmin = pg_current_xact_id()::xid;
  END;
REVOKE ALL ON FUNCTION app.issued_plans() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.issued_plans() TO sodb_app, sodb_resolver;
ALTER FUNCTION app.issued_plans() OWNER TO sodb_resolver;
CREATE POLICY issued_insert ON public."Assignment" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND "planId" = ANY ((SELECT app.issued_plans())::uuid[]));
CREATE POLICY issued_update ON public."Assignment" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND cardinality((SELECT app.issued_plans())::uuid[]) > 0)
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND "endedByPlanId" = ANY ((SELECT app.issued_plans())::uuid[]));

-- An assignment that ended before it was to end says by whom and why.
CREATE TYPE "AssignmentEnd" AS ENUM ('ENDED', 'CHANGED', 'REORGANIZED', 'REPLACED');
ALTER TABLE "Assignment" ADD COLUMN "endCause" "AssignmentEnd", ADD COLUMN "endedBy" TEXT, ADD COLUMN "endReason" TEXT;
ALTER TABLE public."Assignment"
  ADD CONSTRAINT "Assignment_end_says_why" CHECK (("endCause" IS NULL) = ("endedBy" IS NULL) AND ("endCause" IS NULL OR "endsOn" IS NOT NULL)),
  ADD CONSTRAINT "Assignment_ended_for_a_reason" CHECK (("endReason" IS NOT NULL) = ("endCause" IS NOT DISTINCT FROM 'ENDED')),
  ADD CONSTRAINT "Assignment_replaced_by_a_plan" CHECK (("endedByPlanId" IS NOT NULL) = ("endCause" IS NOT DISTINCT FROM 'REPLACED'));
