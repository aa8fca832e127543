CREATE TYPE "DifficultyState" AS ENUM ('RAISED', 'ACCEPTED', 'BEING_SOLVED', 'SOLVED', 'DECLINED');
CREATE TYPE "DifficultyStepKind" AS ENUM ('RAISED', 'ACCEPTED', 'PROGRESS', 'DEADLINE_MOVED', 'SOLVED', 'DECLINED');

CREATE TABLE "Difficulty" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "visitReportId" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raisedOn" DATE NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "state" "DifficultyState" NOT NULL DEFAULT 'RAISED',
    "ownerSeatId" UUID,
    "ownerName" TEXT,
    "deadlineOn" DATE,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Difficulty_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE TABLE "DifficultyStep" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "difficultyId" UUID NOT NULL,
    "kind" "DifficultyStepKind" NOT NULL,
    "takenOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "ownerName" TEXT,
    "deadlineOn" DATE,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DifficultyStep_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE INDEX "Difficulty_committeeId_branchId_raisedOn_idx" ON "Difficulty"("committeeId", "branchId", "raisedOn");
CREATE INDEX "Difficulty_committeeId_state_deadlineOn_idx" ON "Difficulty"("committeeId", "state", "deadlineOn");
CREATE INDEX "Difficulty_committeeId_visitReportId_idx" ON "Difficulty"("committeeId", "visitReportId");
CREATE INDEX "Difficulty_committeeId_ownerSeatId_idx" ON "Difficulty"("committeeId", "ownerSeatId");
CREATE INDEX "DifficultyStep_committeeId_difficultyId_idx" ON "DifficultyStep"("committeeId", "difficultyId");

ALTER TABLE "Difficulty" ADD CONSTRAINT "Difficulty_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Difficulty" ADD CONSTRAINT "Difficulty_committeeId_visitReportId_fkey" FOREIGN KEY ("committeeId", "visitReportId") REFERENCES "VisitReport"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Difficulty" ADD CONSTRAINT "Difficulty_committeeId_ownerSeatId_fkey" FOREIGN KEY ("committeeId", "ownerSeatId") REFERENCES "CommitteeOffice"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DifficultyStep" ADD CONSTRAINT "DifficultyStep_committeeId_difficultyId_fkey" FOREIGN KEY ("committeeId", "difficultyId") REFERENCES "Difficulty"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Difficulty"
  ADD CONSTRAINT "Difficulty_accepted" CHECK (state IN ('RAISED', 'DECLINED') OR "deadlineOn" IS NOT NULL),
  ADD CONSTRAINT "Difficulty_closed" CHECK ((state IN ('SOLVED', 'DECLINED')) = ("closedOn" IS NOT NULL) AND "closedOn" >= "raisedOn"),
  ADD CONSTRAINT "Difficulty_owner" CHECK ("ownerSeatId" IS NULL OR "ownerName" IS NOT NULL);
ALTER TABLE public."DifficultyStep"
  ADD CONSTRAINT "DifficultyStep_deadline" CHECK ((kind IN ('ACCEPTED', 'DEADLINE_MOVED')) = ("deadlineOn" IS NOT NULL));
-- A difficulty is raised once, accepted once and closed once.
CREATE UNIQUE INDEX "DifficultyStep_once" ON public."DifficultyStep" ("committeeId", "difficultyId", kind)
  WHERE kind NOT IN ('PROGRESS', 'DEADLINE_MOVED');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Difficulty', 'DifficultyStep'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE (state, "ownerSeatId", "ownerName", "deadlineOn", "closedOn", version) ON public."Difficulty" TO sodb_app;

-- The seats of the committee that the person holds today.
CREATE FUNCTION app.own_seats() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN (SELECT coalesce(array_agg(o.id), '{}') FROM public."CommitteeOffice" o WHERE o."committeeId" = app.committee()
    AND o."memberId" = app.member() AND o."startsOn" <= app.today() AND (o."endsOn" IS NULL OR o."endsOn" > app.today()));
REVOKE ALL ON FUNCTION app.own_seats() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_seats() TO sodb_app;

CREATE POLICY difficulty_read ON public."Difficulty" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.read_branches())::uuid[]) OR "ownerSeatId" = ANY ((SELECT app.own_seats())::uuid[])));
CREATE POLICY difficulty_insert ON public."Difficulty" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'RAISED'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
-- What becomes of it says who may write: the committee's office and leadership accept, the owner or the office solve, and
-- only leadership answers that it cannot be done.
CREATE POLICY difficulty_update ON public."Difficulty" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state NOT IN ('SOLVED', 'DECLINED')
    AND ((SELECT app.has('[SOL]')) OR "ownerSeatId" = ANY ((SELECT app.own_seats())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND CASE state
    WHEN 'ACCEPTED' THEN (SELECT app.has('[SOL]'))
    WHEN 'BEING_SOLVED' THEN (SELECT app.has('[SOL]')) OR "ownerSeatId" = ANY ((SELECT app.own_seats())::uuid[])
    WHEN 'SOLVED' THEN (SELECT app.has('[SO]')) OR "ownerSeatId" = ANY ((SELECT app.own_seats())::uuid[])
    WHEN 'DECLINED' THEN (SELECT app.has('[SL]'))
    ELSE false END);

-- Steps are read with their difficulty, and added in the hand of who takes them.
CREATE POLICY step_read ON public."DifficultyStep" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Difficulty" d
    WHERE d."committeeId" = "DifficultyStep"."committeeId" AND d.id = "DifficultyStep"."difficultyId"));
CREATE POLICY step_insert ON public."DifficultyStep" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Difficulty" d
      WHERE d."committeeId" = "DifficultyStep"."committeeId" AND d.id = "DifficultyStep"."difficultyId"
        AND CASE "DifficultyStep".kind
          WHEN 'RAISED' THEN (SELECT app.has('[SO]')) OR d."branchId" = ANY ((SELECT app.read_branches())::uuid[])
          WHEN 'DECLINED' THEN (SELECT app.has('[SL]'))
          WHEN 'PROGRESS' THEN (SELECT app.has('[SO]')) OR d."ownerSeatId" = ANY ((SELECT app.own_seats())::uuid[])
          WHEN 'SOLVED' THEN (SELECT app.has('[SO]')) OR d."ownerSeatId" = ANY ((SELECT app.own_seats())::uuid[])
          ELSE (SELECT app.has('[SOL]')) END));
