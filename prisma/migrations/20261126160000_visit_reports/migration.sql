CREATE TABLE "VisitReport" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "visitorName" TEXT NOT NULL,
    "visitedOn" DATE NOT NULL,
    "meetingId" UUID,
    "situation" TEXT NOT NULL,
    "meetingOpinion" TEXT,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "writtenOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "VisitReport_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE INDEX "VisitReport_committeeId_branchId_visitedOn_idx" ON "VisitReport"("committeeId", "branchId", "visitedOn");
CREATE INDEX "VisitReport_committeeId_assignmentId_idx" ON "VisitReport"("committeeId", "assignmentId");
CREATE INDEX "VisitReport_committeeId_meetingId_idx" ON "VisitReport"("committeeId", "meetingId");

ALTER TABLE "VisitReport" ADD CONSTRAINT "VisitReport_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitReport" ADD CONSTRAINT "VisitReport_committeeId_assignmentId_fkey" FOREIGN KEY ("committeeId", "assignmentId") REFERENCES "Assignment"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VisitReport" ADD CONSTRAINT "VisitReport_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."VisitReport" ADD CONSTRAINT "VisitReport_visited" CHECK ("visitedOn" <= "writtenOn");
-- One report of a person on a meeting; what came up later goes into that one.
CREATE UNIQUE INDEX "VisitReport_one_per_meeting" ON public."VisitReport" ("committeeId", "assignmentId", "meetingId");

ALTER TABLE public."VisitReport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."VisitReport" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."VisitReport" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
GRANT SELECT, INSERT ON public."VisitReport" TO sodb_app;
GRANT UPDATE ("assignmentId", "visitedOn", "meetingId", situation, "meetingOpinion", version) ON public."VisitReport" TO sodb_app;
GRANT SELECT ON public."VisitReport" TO sodb_backup;

CREATE POLICY visit_read ON public."VisitReport" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
-- A person writes of visits under an own assignment while it runs; the office on behalf of whose assignment it was.
CREATE POLICY visit_insert ON public."VisitReport" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND "writtenOn" = (SELECT app.today())
    AND EXISTS (SELECT 1 FROM public."Assignment" a WHERE a."committeeId" = "VisitReport"."committeeId"
      AND a.id = "VisitReport"."assignmentId" AND a."branchId" = "VisitReport"."branchId"
      AND ((SELECT app.has('[SO]'))
        OR a."memberId" = (SELECT app.member()) AND a."branchId" = ANY ((SELECT app.assigned_branches())::uuid[]))));
-- Whoever wrote it puts it right, for 30 days.
CREATE POLICY visit_update ON public."VisitReport" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND (SELECT app.today()) <= "writtenOn" + 30
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[])));
