CREATE TYPE "TaskGiver" AS ENUM ('COMMITTEE', 'BRANCH');
CREATE TYPE "TaskState" AS ENUM ('IN_HAND', 'REPORTED', 'DONE', 'CALLED_OFF');
CREATE TYPE "TaskStepKind" AS ENUM ('GIVEN', 'REPORTED_DONE', 'REPORTED_NOT_DONE', 'ACCEPTED', 'RETURNED', 'DEADLINE_MOVED', 'CALLED_OFF');

CREATE TABLE "Task" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "memberId" UUID,
    "memberName" TEXT,
    "giver" "TaskGiver" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "givenOn" DATE NOT NULL,
    "deadlineOn" DATE NOT NULL,
    "meetingId" UUID,
    "agendaItem" TEXT,
    "difficultyId" UUID,
    "inspectionId" UUID,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "state" "TaskState" NOT NULL DEFAULT 'IN_HAND',
    "doneOn" DATE,
    "closedOn" DATE,
    "reportedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE TABLE "TaskStep" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "kind" "TaskStepKind" NOT NULL,
    "takenOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "deadlineOn" DATE,
    "meetingId" UUID,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TaskStep_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE INDEX "Task_committeeId_branchId_givenOn_idx" ON "Task"("committeeId", "branchId", "givenOn");
CREATE INDEX "Task_committeeId_memberId_idx" ON "Task"("committeeId", "memberId");
CREATE INDEX "Task_committeeId_state_deadlineOn_idx" ON "Task"("committeeId", "state", "deadlineOn");
CREATE INDEX "Task_committeeId_meetingId_idx" ON "Task"("committeeId", "meetingId");
CREATE INDEX "Task_committeeId_difficultyId_idx" ON "Task"("committeeId", "difficultyId");
CREATE INDEX "Task_committeeId_inspectionId_idx" ON "Task"("committeeId", "inspectionId");
CREATE INDEX "TaskStep_committeeId_taskId_idx" ON "TaskStep"("committeeId", "taskId");
CREATE INDEX "TaskStep_committeeId_meetingId_idx" ON "TaskStep"("committeeId", "meetingId");

ALTER TABLE "Task" ADD CONSTRAINT "Task_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Task" ADD CONSTRAINT "Task_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Task" ADD CONSTRAINT "Task_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Task" ADD CONSTRAINT "Task_committeeId_difficultyId_fkey" FOREIGN KEY ("committeeId", "difficultyId") REFERENCES "Difficulty"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Task" ADD CONSTRAINT "Task_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TaskStep" ADD CONSTRAINT "TaskStep_committeeId_taskId_fkey" FOREIGN KEY ("committeeId", "taskId") REFERENCES "Task"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TaskStep" ADD CONSTRAINT "TaskStep_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Task"
  ADD CONSTRAINT "Task_doer" CHECK (("memberId" IS NULL) = ("memberName" IS NULL)),
  ADD CONSTRAINT "Task_one_source" CHECK (num_nonnulls("meetingId", "difficultyId", "inspectionId") <= 1
    AND ("agendaItem" IS NULL OR "meetingId" IS NOT NULL)),
  ADD CONSTRAINT "Task_of_a_meeting_is_the_branchs" CHECK ("meetingId" IS NULL OR giver = 'BRANCH'),
  ADD CONSTRAINT "Task_of_an_inspection_is_the_committees" CHECK ("inspectionId" IS NULL OR giver = 'COMMITTEE'),
  ADD CONSTRAINT "Task_days" CHECK ("deadlineOn" >= "givenOn" AND "doneOn" >= "givenOn" AND "closedOn" >= "givenOn"),
  ADD CONSTRAINT "Task_done" CHECK ((state IN ('REPORTED', 'DONE')) = ("doneOn" IS NOT NULL)),
  ADD CONSTRAINT "Task_closed" CHECK ((state IN ('DONE', 'CALLED_OFF')) = ("closedOn" IS NOT NULL));
ALTER TABLE public."TaskStep"
  ADD CONSTRAINT "TaskStep_deadline" CHECK ((kind IN ('GIVEN', 'DEADLINE_MOVED')) = ("deadlineOn" IS NOT NULL)),
  ADD CONSTRAINT "TaskStep_judged" CHECK ("meetingId" IS NULL OR kind IN ('REPORTED_DONE', 'REPORTED_NOT_DONE'));
-- A task is given once, closed once, and judged once in each meeting.
CREATE UNIQUE INDEX "TaskStep_once" ON public."TaskStep" ("committeeId", "taskId", kind) WHERE kind IN ('GIVEN', 'ACCEPTED', 'CALLED_OFF');
CREATE UNIQUE INDEX "TaskStep_once_per_meeting" ON public."TaskStep" ("committeeId", "taskId", "meetingId");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Task', 'TaskStep'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE (state, "deadlineOn", "doneOn", "closedOn", "reportedById", version) ON public."Task" TO sodb_app;

-- Whose the task is says who gives it and closes it; the branch does it and says so, whoever gave it.
CREATE POLICY task_read ON public."Task" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.read_branches())::uuid[]) OR "memberId" = (SELECT app.member())));
CREATE POLICY task_insert ON public."Task" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'IN_HAND'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND CASE giver WHEN 'COMMITTEE' THEN (SELECT app.has('[SOL]'))
      ELSE (SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) END
    AND ("inspectionId" IS NULL OR EXISTS (SELECT 1 FROM public."Inspection" i
      WHERE i."committeeId" = "Task"."committeeId" AND i.id = "Task"."inspectionId" AND i.state = 'CONCLUDED')));
CREATE POLICY task_update ON public."Task" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state IN ('IN_HAND', 'REPORTED')
    AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND CASE
    WHEN state = 'REPORTED' THEN "reportedById" IS NOT DISTINCT FROM (SELECT app.account())
      AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
    WHEN giver = 'BRANCH' THEN (SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    WHEN state = 'IN_HAND' THEN (SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    WHEN state = 'DONE' THEN (SELECT app.has('[SOL]')) AND "reportedById" IS NOT NULL
      AND "reportedById" IS DISTINCT FROM (SELECT app.account())
    ELSE (SELECT app.has('[SOL]')) END);

-- Steps are read with their task, and added in the hand of who takes them.
CREATE POLICY step_read ON public."TaskStep" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Task" t
    WHERE t."committeeId" = "TaskStep"."committeeId" AND t.id = "TaskStep"."taskId"));
CREATE POLICY step_insert ON public."TaskStep" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Task" t WHERE t."committeeId" = "TaskStep"."committeeId" AND t.id = "TaskStep"."taskId"
      AND CASE WHEN t.giver = 'COMMITTEE' AND "TaskStep".kind NOT IN ('REPORTED_DONE', 'REPORTED_NOT_DONE')
        THEN (SELECT app.has('[SOL]'))
        ELSE (SELECT app.has('[SO]')) OR t."branchId" = ANY ((SELECT app.own_branches())::uuid[]) END));

-- The functions of a member's file and of merges work on these rows too.
GRANT SELECT, UPDATE ("memberId") ON public."Task" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."Task" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."Task" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);

SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.member_records(of_member uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT of_member
    UNION SELECT r.id FROM public."Membership" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."MemberStatus" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."BranchOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CommitteeOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CivilOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Assignment" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Rating" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."PartyBadge" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Dossier" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Transfer" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CourseParticipant" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."PlannedPerson" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Task" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member;
  END;

CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson',
    'PlannedAssignment', 'Task'];
RESET ROLE;
