-- A task may come from a paper of the register that stands and is for the branch.
ALTER TABLE "Task" ADD COLUMN "documentId" UUID;
CREATE INDEX "Task_committeeId_documentId_idx" ON "Task"("committeeId", "documentId");
ALTER TABLE "Task" ADD CONSTRAINT "Task_committeeId_documentId_fkey" FOREIGN KEY ("committeeId", "documentId") REFERENCES "PartyDocument"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."Task" DROP CONSTRAINT "Task_one_source";
ALTER TABLE public."Task" ADD CONSTRAINT "Task_one_source" CHECK (num_nonnulls("meetingId", "difficultyId", "inspectionId", "documentId") <= 1
  AND ("agendaItem" IS NULL OR "meetingId" IS NOT NULL));

DROP POLICY task_insert ON public."Task";
CREATE POLICY task_insert ON public."Task" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'IN_HAND'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND CASE giver WHEN 'COMMITTEE' THEN (SELECT app.has('[SOL]'))
      ELSE (SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) END
    AND ("inspectionId" IS NULL OR EXISTS (SELECT 1 FROM public."Inspection" i
      WHERE i."committeeId" = "Task"."committeeId" AND i.id = "Task"."inspectionId" AND i.state = 'CONCLUDED'))
    AND ("documentId" IS NULL OR EXISTS (SELECT 1 FROM public."PartyDocument" d
      WHERE d."committeeId" = "Task"."committeeId" AND d.id = "Task"."documentId" AND d."annulledOn" IS NULL
        AND (d.audience = 'ALL_BRANCHES' OR EXISTS (SELECT 1 FROM public."PartyDocumentBranch" b WHERE b."committeeId" = d."committeeId"
          AND b."documentId" = d.id AND b."branchId" = "Task"."branchId")))));
