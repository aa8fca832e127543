CREATE TABLE "Dissemination" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Dissemination_pkey" PRIMARY KEY ("committeeId","id")
);
-- A branch passes a paper on once; who was absent catches up.
CREATE UNIQUE INDEX "Dissemination_once" ON "Dissemination"("committeeId", "documentId", "branchId");
CREATE INDEX "Dissemination_committeeId_meetingId_idx" ON "Dissemination"("committeeId", "meetingId");
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_committeeId_documentId_fkey" FOREIGN KEY ("committeeId", "documentId") REFERENCES "PartyDocument"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Dissemination" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Dissemination" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."Dissemination" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
GRANT SELECT, INSERT ON public."Dissemination" TO sodb_app;
GRANT UPDATE ("meetingId", "recordedById", "recordedBy", "recordedAt", version) ON public."Dissemination" TO sodb_app;
GRANT SELECT ON public."Dissemination" TO sodb_backup;

CREATE POLICY dissemination_read ON public."Dissemination" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
-- A branch, or the office for it, says at which of its own meetings it passed on a paper that is for it.
CREATE POLICY dissemination_insert ON public."Dissemination" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
    AND EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = "Dissemination"."committeeId"
      AND m.id = "Dissemination"."meetingId" AND m."branchId" = "Dissemination"."branchId")
    AND EXISTS (SELECT 1 FROM public."PartyDocument" d WHERE d."committeeId" = "Dissemination"."committeeId"
      AND d.id = "Dissemination"."documentId" AND d."annulledOn" IS NULL AND d.audience <> 'NO_BRANCH'));
CREATE POLICY dissemination_update ON public."Dissemination" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
    AND EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = "Dissemination"."committeeId"
      AND m.id = "Dissemination"."meetingId" AND m."branchId" = "Dissemination"."branchId"));
