-- What shows that a task was done: photos, made anew and small, and papers. It is added until the task is closed, and taken away only
-- while nobody has said that the task is done: whoever accepts it sees what was there.
CREATE TYPE "EvidenceFormat" AS ENUM ('PDF', 'DOCX', 'XLSX', 'JPG');
CREATE TABLE public."TaskEvidence" (
  "committeeId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "taskId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "fileName" TEXT NOT NULL,
  "format" "EvidenceFormat" NOT NULL,
  "hash" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  "width" INTEGER,
  "height" INTEGER,
  "small" BYTEA,
  "recordedById" UUID,
  "recordedBy" TEXT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "TaskEvidence_pkey" PRIMARY KEY ("committeeId", "id")
);
-- Each file has a place of its own, so that there are never more than places.
CREATE UNIQUE INDEX "TaskEvidence_place" ON public."TaskEvidence" ("committeeId", "taskId", "position");
-- Nobody keeps the same file twice, however often it is sent.
CREATE UNIQUE INDEX "TaskEvidence_once" ON public."TaskEvidence" ("committeeId", "taskId", "hash");
ALTER TABLE public."TaskEvidence" ADD CONSTRAINT "TaskEvidence_committeeId_taskId_fkey"
  FOREIGN KEY ("committeeId", "taskId") REFERENCES public."Task"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."TaskEvidence"
  ADD CONSTRAINT "TaskEvidence_places" CHECK ("position" BETWEEN 1 AND 12),
  ADD CONSTRAINT "TaskEvidence_size" CHECK ("size" = octet_length("bytes")
    AND "size" BETWEEN 1 AND CASE "format" WHEN 'JPG' THEN 307200 ELSE 10485760 END),
  ADD CONSTRAINT "TaskEvidence_photo" CHECK (CASE "format" WHEN 'JPG' THEN num_nulls("width", "height", "small") = 0
    AND octet_length("small") BETWEEN 1 AND 30720 AND "width" BETWEEN 1 AND 2000 AND "height" BETWEEN 1 AND 2000
    ELSE num_nonnulls("width", "height", "small") = 0 END);

GRANT SELECT, INSERT, DELETE ON public."TaskEvidence" TO sodb_app;
GRANT SELECT ON public."TaskEvidence" TO sodb_backup;
ALTER TABLE public."TaskEvidence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."TaskEvidence" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."TaskEvidence" TO CURRENT_USER USING (true) WITH CHECK (true);

-- Evidence is read with its task, and kept by who may say that the task is done.
CREATE POLICY evidence_read ON public."TaskEvidence" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Task" t
    WHERE t."committeeId" = "TaskEvidence"."committeeId" AND t.id = "TaskEvidence"."taskId"));
CREATE POLICY evidence_insert ON public."TaskEvidence" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Task" t
      WHERE t."committeeId" = "TaskEvidence"."committeeId" AND t.id = "TaskEvidence"."taskId" AND t.state IN ('IN_HAND', 'REPORTED')
        AND ((SELECT app.has('[SO]')) OR t."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY evidence_delete ON public."TaskEvidence" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Task" t
    WHERE t."committeeId" = "TaskEvidence"."committeeId" AND t.id = "TaskEvidence"."taskId" AND t.state = 'IN_HAND'
      AND ((SELECT app.has('[SO]')) OR t."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
