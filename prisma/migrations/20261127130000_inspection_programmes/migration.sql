-- The yearly programme of inspection and supervision of a body or a branch, and what it plans for each month.
CREATE TYPE "ProgrammeState" AS ENUM ('DRAFT', 'ISSUED');
CREATE TABLE "InspectionProgramme" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "body" "InspectionBody",
    "branchId" UUID,
    "state" "ProgrammeState" NOT NULL DEFAULT 'DRAFT',
    "documentNumber" TEXT,
    "issuedOn" DATE,
    "issuedById" UUID,
    "issuedBy" TEXT,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InspectionProgramme_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "ProgrammeLine" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "mode" "InspectionMode" NOT NULL,
    "topic" "InspectionTopic" NOT NULL,
    "month" INTEGER NOT NULL,
    "team" TEXT,
    "remark" TEXT,
    "addedOn" DATE,
    "addedReason" TEXT,
    "droppedOn" DATE,
    "droppedReason" TEXT,
    "droppedBy" TEXT,
    "doneOn" DATE,
    "doneResult" TEXT,
    "doneBy" TEXT,
    "doneMeetingId" UUID,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProgrammeLine_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "ProgrammeSubject" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "branchId" UUID,
    "memberId" UUID,
    "memberName" TEXT,

    CONSTRAINT "ProgrammeSubject_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "InspectionProgramme_committeeId_branchId_idx" ON "InspectionProgramme"("committeeId", "branchId");
CREATE INDEX "ProgrammeLine_committeeId_programmeId_idx" ON "ProgrammeLine"("committeeId", "programmeId");
CREATE INDEX "ProgrammeLine_committeeId_doneMeetingId_idx" ON "ProgrammeLine"("committeeId", "doneMeetingId");
CREATE INDEX "ProgrammeSubject_committeeId_lineId_idx" ON "ProgrammeSubject"("committeeId", "lineId");
CREATE INDEX "ProgrammeSubject_committeeId_branchId_idx" ON "ProgrammeSubject"("committeeId", "branchId");
CREATE INDEX "ProgrammeSubject_committeeId_memberId_idx" ON "ProgrammeSubject"("committeeId", "memberId");
ALTER TABLE "InspectionProgramme" ADD CONSTRAINT "InspectionProgramme_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgrammeLine" ADD CONSTRAINT "ProgrammeLine_committeeId_programmeId_fkey" FOREIGN KEY ("committeeId", "programmeId") REFERENCES "InspectionProgramme"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgrammeLine" ADD CONSTRAINT "ProgrammeLine_committeeId_doneMeetingId_fkey" FOREIGN KEY ("committeeId", "doneMeetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgrammeSubject" ADD CONSTRAINT "ProgrammeSubject_committeeId_lineId_fkey" FOREIGN KEY ("committeeId", "lineId") REFERENCES "ProgrammeLine"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgrammeSubject" ADD CONSTRAINT "ProgrammeSubject_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProgrammeSubject" ADD CONSTRAINT "ProgrammeSubject_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."InspectionProgramme"
  ADD CONSTRAINT "InspectionProgramme_of_one_body" CHECK (num_nonnulls(body, "branchId") = 1),
  ADD CONSTRAINT "InspectionProgramme_issued" CHECK (num_nonnulls("documentNumber", "issuedOn", "issuedBy")
    = CASE state WHEN 'ISSUED' THEN 3 ELSE 0 END);
-- A body has one programme a year.
CREATE UNIQUE INDEX "InspectionProgramme_one_of_a_body" ON public."InspectionProgramme" ("committeeId", year, body) WHERE body IS NOT NULL;
CREATE UNIQUE INDEX "InspectionProgramme_one_of_a_branch" ON public."InspectionProgramme" ("committeeId", year, "branchId") WHERE "branchId" IS NOT NULL;
ALTER TABLE public."ProgrammeLine"
  ADD CONSTRAINT "ProgrammeLine_month" CHECK (month BETWEEN 1 AND 12),
  -- What starts from a sign of violation, a denunciation or a complaint is not known in advance.
  ADD CONSTRAINT "ProgrammeLine_topic" CHECK (topic NOT IN ('SIGNS_OF_VIOLATION', 'DENUNCIATION', 'COMPLAINT')),
  ADD CONSTRAINT "ProgrammeLine_other_said" CHECK (topic <> 'OTHER' OR remark IS NOT NULL),
  ADD CONSTRAINT "ProgrammeLine_added" CHECK (num_nonnulls("addedOn", "addedReason") IN (0, 2)),
  ADD CONSTRAINT "ProgrammeLine_dropped" CHECK (num_nonnulls("droppedOn", "droppedReason", "droppedBy") IN (0, 3)),
  ADD CONSTRAINT "ProgrammeLine_done" CHECK (num_nonnulls("doneOn", "doneResult", "doneBy") IN (0, 3)
    AND ("doneMeetingId" IS NULL OR "doneOn" IS NOT NULL) AND num_nonnulls("doneOn", "droppedOn") < 2);
ALTER TABLE public."ProgrammeSubject"
  ADD CONSTRAINT "ProgrammeSubject_one" CHECK (num_nonnulls("branchId", "memberId") = 1 AND ("memberId" IS NULL) = ("memberName" IS NULL));
CREATE UNIQUE INDEX "ProgrammeSubject_branch_once" ON public."ProgrammeSubject" ("committeeId", "lineId", "branchId") WHERE "branchId" IS NOT NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InspectionProgramme', 'ProgrammeLine', 'ProgrammeSubject'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup, sodb_resolver', t);
  END LOOP;
END $$;
-- What a line plans is never changed: in a draft it is taken out, later it is dropped.
GRANT UPDATE (state, "documentNumber", "issuedOn", "issuedById", "issuedBy", version) ON public."InspectionProgramme" TO sodb_app;
GRANT UPDATE ("droppedOn", "droppedReason", "droppedBy", "doneOn", "doneResult", "doneBy", "doneMeetingId", version) ON public."ProgrammeLine" TO sodb_app;
GRANT DELETE ON public."ProgrammeLine", public."ProgrammeSubject" TO sodb_app;

-- The lines of issued programmes that name a branch of the person, for who leads the branch and reads no others.
CREATE FUNCTION app.planned_for_own() RETURNS TABLE (line uuid, programme uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT l.id, p.id FROM public."ProgrammeSubject" s
      JOIN public."ProgrammeLine" l ON l."committeeId" = s."committeeId" AND l.id = s."lineId"
      JOIN public."InspectionProgramme" p ON p."committeeId" = l."committeeId" AND p.id = l."programmeId"
      WHERE s."committeeId" = app.committee() AND s."branchId" = ANY (app.own_branches()) AND p.state = 'ISSUED';
  END;
REVOKE ALL ON FUNCTION app.planned_for_own() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.planned_for_own() TO sodb_app, sodb_resolver;
ALTER FUNCTION app.planned_for_own() OWNER TO sodb_resolver;

CREATE POLICY programme_read ON public."InspectionProgramme" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) OR id IN (SELECT x.programme FROM app.planned_for_own() x)));
-- The office keeps every programme, inspectors that of the commission, a branch its own plan; once issued it stays as it is.
CREATE POLICY programme_insert ON public."InspectionProgramme" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'DRAFT' AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
      OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY programme_update ON public."InspectionProgramme" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state = 'DRAFT'
    AND ((SELECT app.has('[SO]')) OR body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
      OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (state = 'DRAFT' OR "issuedById" IS NOT DISTINCT FROM (SELECT app.account())));

CREATE POLICY line_read ON public."ProgrammeLine" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR id IN (SELECT x.line FROM app.planned_for_own() x)
    OR EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId"
      AND p.id = "programmeId" AND p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY line_insert ON public."ProgrammeLine" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND num_nonnulls("droppedOn", "doneOn") = 0
    AND EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId"
      AND (p.state = 'ISSUED') = ("addedOn" IS NOT NULL)
      AND ((SELECT app.has('[SO]')) OR p.body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
        OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY line_update ON public."ProgrammeLine" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "droppedOn" IS NULL
    AND EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId"
      AND p.state = 'ISSUED' AND ((SELECT app.has('[SO]')) OR p.body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
        OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))))
  -- Only a branch says of its plan what is done; the meeting it names is its own.
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ("doneOn" IS NULL OR EXISTS (SELECT 1 FROM public."InspectionProgramme" p
      WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId" AND p."branchId" IS NOT NULL
        AND ("doneMeetingId" IS NULL OR EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = p."committeeId"
          AND m.id = "doneMeetingId" AND m."branchId" = p."branchId")))));
CREATE POLICY line_delete ON public."ProgrammeLine" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId"
      AND p.state = 'DRAFT' AND ((SELECT app.has('[SO]')) OR p.body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
        OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));

-- Nobody says what was found about himself.
CREATE FUNCTION public.nobody_judges_himself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."ProgrammeSubject" s WHERE s."committeeId" = NEW."committeeId" AND s."lineId" = NEW.id
      AND s."memberId" = app.member()) THEN
    RAISE EXCEPTION 'nobody says what was found about himself' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nobody_judges_himself BEFORE UPDATE OF "doneOn", "doneResult" ON public."ProgrammeLine"
  FOR EACH ROW WHEN (NEW."doneOn" IS NOT NULL) EXECUTE FUNCTION public.nobody_judges_himself();

-- Of a line that names several, a branch reads its own name.
CREATE POLICY subject_read ON public."ProgrammeSubject" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND "lineId" IN (SELECT x.line FROM app.planned_for_own() x)
    OR EXISTS (SELECT 1 FROM public."ProgrammeLine" l JOIN public."InspectionProgramme" p
      ON p."committeeId" = l."committeeId" AND p.id = l."programmeId" WHERE l."committeeId" = "ProgrammeSubject"."committeeId"
        AND l.id = "lineId" AND p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
-- A line is written with its subjects, and nobody plans to inspect himself or the branch he leads. A plan of a branch names its members only.
CREATE POLICY subject_insert ON public."ProgrammeSubject" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND coalesce("memberId" <> (SELECT app.member()), true) AND NOT coalesce("branchId" = ANY ((SELECT app.own_branches())::uuid[]), false)
    AND EXISTS (SELECT 1 FROM public."ProgrammeLine" l JOIN public."InspectionProgramme" p
      ON p."committeeId" = l."committeeId" AND p.id = l."programmeId" WHERE l."committeeId" = "ProgrammeSubject"."committeeId"
        AND l.id = "lineId" AND (p.state = 'DRAFT' OR l.xmin = pg_current_xact_id()::xid)
        AND ("ProgrammeSubject"."branchId" IS NULL OR p."branchId" IS NULL)
        AND ((SELECT app.has('[SO]')) OR p.body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
          OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY subject_delete ON public."ProgrammeSubject" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND EXISTS (SELECT 1 FROM public."ProgrammeLine" l JOIN public."InspectionProgramme" p
      ON p."committeeId" = l."committeeId" AND p.id = l."programmeId" WHERE l."committeeId" = "ProgrammeSubject"."committeeId"
        AND l.id = "lineId" AND p.state = 'DRAFT'
        AND ((SELECT app.has('[SO]')) OR p.body = 'INSPECTION_COMMISSION' AND (SELECT app.has('I'))
          OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));

-- Where two records become one, the kept one stands where the other was planned; an archive knows of every name.
GRANT UPDATE ("memberId") ON public."ProgrammeSubject" TO sodb_resolver;
CREATE POLICY resolver_moves ON public."ProgrammeSubject" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson',
    'PlannedAssignment', 'Task', 'SelfReview', 'ProgrammeSubject'];
RESET ROLE;
