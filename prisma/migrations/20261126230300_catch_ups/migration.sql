CREATE TYPE "CatchUpWay" AS ENUM ('PAPER', 'TOLD', 'LATER_MEETING');

CREATE TABLE "CatchUp" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "memberName" TEXT NOT NULL,
    "way" "CatchUpWay" NOT NULL,
    "toldBy" TEXT,
    "caughtUpOn" DATE NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,

    CONSTRAINT "CatchUp_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "VillageTelling" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "villageId" UUID NOT NULL,
    "heldOn" DATE NOT NULL,
    "households" INTEGER NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,

    CONSTRAINT "VillageTelling_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE UNIQUE INDEX "CatchUp_once" ON "CatchUp"("committeeId", "documentId", "branchId", "memberId");
CREATE INDEX "CatchUp_committeeId_memberId_idx" ON "CatchUp"("committeeId", "memberId");
CREATE UNIQUE INDEX "VillageTelling_once_a_day" ON "VillageTelling"("committeeId", "documentId", "villageId", "heldOn");
ALTER TABLE "CatchUp" ADD CONSTRAINT "CatchUp_passing_fkey" FOREIGN KEY ("committeeId", "documentId", "branchId") REFERENCES "Dissemination"("committeeId", "documentId", "branchId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CatchUp" ADD CONSTRAINT "CatchUp_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VillageTelling" ADD CONSTRAINT "VillageTelling_committeeId_documentId_fkey" FOREIGN KEY ("committeeId", "documentId") REFERENCES "PartyDocument"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VillageTelling" ADD CONSTRAINT "VillageTelling_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VillageTelling" ADD CONSTRAINT "VillageTelling_committeeId_villageId_fkey" FOREIGN KEY ("committeeId", "villageId") REFERENCES "Village"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."CatchUp" ADD CONSTRAINT "CatchUp_told_by" CHECK (way <> 'TOLD' OR "toldBy" IS NOT NULL);
ALTER TABLE public."VillageTelling" ADD CONSTRAINT "VillageTelling_households" CHECK (households BETWEEN 1 AND 5000);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['CatchUp', 'VillageTelling'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    -- What was written down is not changed: it is taken back, by who may write it.
    EXECUTE format('CREATE POLICY passing_read ON public.%1$I FOR SELECT TO sodb_app USING ("committeeId" = (SELECT app.committee())
      AND ((SELECT app.has(''[SOL]'')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])))', t);
    EXECUTE format('CREATE POLICY passing_insert ON public.%1$I FOR INSERT TO sodb_app WITH CHECK ("committeeId" = (SELECT app.committee())
      AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
      AND ((SELECT app.has(''[SO]'')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
      AND EXISTS (SELECT 1 FROM public."PartyDocument" d WHERE d."committeeId" = %1$I."committeeId" AND d.id = %1$I."documentId"
        AND d."annulledOn" IS NULL AND d.audience <> ''NO_BRANCH''))', t);
    EXECUTE format('CREATE POLICY passing_delete ON public.%1$I FOR DELETE TO sodb_app USING ("committeeId" = (SELECT app.committee())
      AND ((SELECT app.has(''[SO]'')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))', t);
  END LOOP;
END $$;
-- A record that is named here is not archived.
GRANT SELECT ON public."CatchUp" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."CatchUp" FOR SELECT TO sodb_resolver USING (true);
