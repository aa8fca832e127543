CREATE TYPE "AssignmentPlanState" AS ENUM ('DRAFT', 'SUBMITTED', 'ISSUED', 'DISCARDED');

CREATE TABLE "AssignmentPlan" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "state" "AssignmentPlanState" NOT NULL DEFAULT 'DRAFT',
    "decisionNumber" TEXT,
    "decidedOn" DATE,
    "submittedById" UUID,
    "submittedBy" TEXT,
    "submittedOn" DATE,
    "comparedWith" TEXT[],
    "closedById" UUID,
    "closedBy" TEXT,
    "closedOn" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AssignmentPlan_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "PlannedAssignment" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" "AssignmentRole" NOT NULL,

    CONSTRAINT "PlannedAssignment_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "AssignmentPlan_committeeId_startsOn_idx" ON "AssignmentPlan"("committeeId", "startsOn");
CREATE INDEX "PlannedAssignment_committeeId_memberId_idx" ON "PlannedAssignment"("committeeId", "memberId");
CREATE UNIQUE INDEX "PlannedAssignment_committeeId_planId_branchId_memberId_key" ON "PlannedAssignment"("committeeId", "planId", "branchId", "memberId");
ALTER TABLE "PlannedAssignment" ADD CONSTRAINT "PlannedAssignment_committeeId_planId_fkey" FOREIGN KEY ("committeeId", "planId") REFERENCES "AssignmentPlan"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PlannedAssignment" ADD CONSTRAINT "PlannedAssignment_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PlannedAssignment" ADD CONSTRAINT "PlannedAssignment_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."AssignmentPlan"
  ADD CONSTRAINT "AssignmentPlan_period" CHECK ("startsOn" < "endsOn"),
  ADD CONSTRAINT "AssignmentPlan_submitted" CHECK (num_nonnulls("submittedById", "submittedBy", "submittedOn") = CASE WHEN state IN ('SUBMITTED', 'ISSUED') THEN 3 ELSE 0 END),
  ADD CONSTRAINT "AssignmentPlan_decision" CHECK (state NOT IN ('SUBMITTED', 'ISSUED') OR num_nonnulls("decisionNumber", "decidedOn") = 2),
  ADD CONSTRAINT "AssignmentPlan_closed" CHECK (num_nonnulls("closedById", "closedBy", "closedOn") = CASE WHEN state IN ('ISSUED', 'DISCARDED') THEN 3 ELSE 0 END),
  ADD CONSTRAINT "AssignmentPlan_discarded_says_why" CHECK (state <> 'DISCARDED' OR note IS NOT NULL),
  ADD CONSTRAINT "AssignmentPlan_issued_by_another" CHECK (state <> 'ISSUED' OR "closedById" <> "submittedById");
-- One plan at a time is being made for a day.
ALTER TABLE public."AssignmentPlan" ADD CONSTRAINT "AssignmentPlan_one_open"
  EXCLUDE USING gist ("committeeId" WITH =, daterange("startsOn", "endsOn") WITH &&) WHERE (state IN ('DRAFT', 'SUBMITTED'));
CREATE UNIQUE INDEX "PlannedAssignment_one_main" ON public."PlannedAssignment" ("committeeId", "planId", "branchId") WHERE role = 'MAIN';

-- A plan is written and submitted by the office, sent back or issued by a leader; what is issued or given up stays.
CREATE FUNCTION public.assignment_plan_in_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('DRAFT', 'SUBMITTED') THEN
    RAISE EXCEPTION 'AssignmentPlan_final' USING ERRCODE = '23514', CONSTRAINT = 'AssignmentPlan_final';
  END IF;
  IF (OLD.state || '>' || NEW.state) NOT IN ('DRAFT>DRAFT', 'DRAFT>SUBMITTED', 'DRAFT>DISCARDED', 'SUBMITTED>DRAFT', 'SUBMITTED>ISSUED') THEN
    RAISE EXCEPTION 'a plan of assignments goes from draft to submitted to issued' USING ERRCODE = '42501';
  END IF;
  IF current_user = 'sodb_app' AND (NEW.state = 'SUBMITTED' AND NEW."submittedById" IS DISTINCT FROM app.account()
    OR NEW.state IN ('ISSUED', 'DISCARDED') AND NEW."closedById" IS DISTINCT FROM app.account()) THEN
    RAISE EXCEPTION 'a step of a plan is signed by who takes it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_plan_in_own_hand BEFORE UPDATE ON public."AssignmentPlan"
  FOR EACH ROW EXECUTE FUNCTION public.assignment_plan_in_own_hand();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['AssignmentPlan', 'PlannedAssignment'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup, sodb_resolver', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
  END LOOP;
END $$;
GRANT UPDATE (state, "decisionNumber", "decidedOn", "submittedById", "submittedBy", "submittedOn", "comparedWith", "closedById",
  "closedBy", "closedOn", note, version) ON public."AssignmentPlan" TO sodb_app;
GRANT DELETE ON public."PlannedAssignment" TO sodb_app;

-- Nobody but the office and leaders knows of a plan. What is planned changes only while it is a draft.
CREATE POLICY plan_read ON public."AssignmentPlan" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY plan_insert ON public."AssignmentPlan" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND state = 'DRAFT');
CREATE POLICY plan_update ON public."AssignmentPlan" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('O')) AND state IN ('DRAFT', 'SUBMITTED') OR (SELECT app.has('L')) AND state = 'SUBMITTED'))
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('O')) AND state IN ('DRAFT', 'SUBMITTED', 'DISCARDED') OR (SELECT app.has('L')) AND state IN ('DRAFT', 'ISSUED')));
CREATE POLICY planned_read ON public."PlannedAssignment" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY planned_insert ON public."PlannedAssignment" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND EXISTS (SELECT 1 FROM public."AssignmentPlan" p
    WHERE p."committeeId" = "PlannedAssignment"."committeeId" AND p.id = "planId" AND p.state = 'DRAFT'));
CREATE POLICY planned_delete ON public."PlannedAssignment" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND EXISTS (SELECT 1 FROM public."AssignmentPlan" p
    WHERE p."committeeId" = "PlannedAssignment"."committeeId" AND p.id = "planId" AND p.state = 'DRAFT'));

-- Where two records become one, the kept one has the places that were planned for the other.
GRANT UPDATE ("memberId") ON public."PlannedAssignment" TO sodb_resolver;
CREATE POLICY resolver_moves ON public."PlannedAssignment" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson',
    'PlannedAssignment'];
RESET ROLE;
