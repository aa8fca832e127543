-- The working regulations of a branch as versions: each in force from a day until the day before that of the next one.
CREATE TABLE "WorkingRegulation" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "adoptedOn" DATE NOT NULL,
    "meetingId" UUID,
    "startsOn" DATE NOT NULL,
    "numberAndSign" TEXT,
    "changes" TEXT,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "annulledOn" DATE,
    "annulledBy" TEXT,
    "annulledReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WorkingRegulation_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "WorkingRegulationFile" (
    "committeeId" UUID NOT NULL,
    "regulationId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" "AttachmentFormat" NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkingRegulationFile_pkey" PRIMARY KEY ("committeeId","regulationId")
);
CREATE INDEX "WorkingRegulation_committeeId_branchId_idx" ON "WorkingRegulation"("committeeId", "branchId");
ALTER TABLE "WorkingRegulation" ADD CONSTRAINT "WorkingRegulation_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WorkingRegulation" ADD CONSTRAINT "WorkingRegulation_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WorkingRegulationFile" ADD CONSTRAINT "WorkingRegulationFile_committeeId_regulationId_fkey" FOREIGN KEY ("committeeId", "regulationId") REFERENCES "WorkingRegulation"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."WorkingRegulation"
  ADD CONSTRAINT "WorkingRegulation_days" CHECK ("adoptedOn" <= "startsOn"),
  ADD CONSTRAINT "WorkingRegulation_annulled" CHECK (num_nonnulls("annulledOn", "annulledBy", "annulledReason") IN (0, 3));
-- One version begins on a day; where each ends follows from the next one, so that there is never more than one in force.
CREATE UNIQUE INDEX "WorkingRegulation_one_a_day" ON public."WorkingRegulation" ("committeeId", "branchId", "startsOn") WHERE "annulledOn" IS NULL;
ALTER TABLE public."WorkingRegulationFile"
  ADD CONSTRAINT "WorkingRegulationFile_format" CHECK (format IN ('PDF', 'DOCX')),
  ADD CONSTRAINT "WorkingRegulationFile_size" CHECK (size = octet_length(bytes) AND size BETWEEN 1 AND 10485760);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['WorkingRegulation', 'WorkingRegulationFile'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
-- What was recorded stays; it is only annulled.
GRANT UPDATE ("annulledOn", "annulledBy", "annulledReason", version) ON public."WorkingRegulation" TO sodb_app;

CREATE POLICY regulation_read ON public."WorkingRegulation" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
-- A branch, or the office for it, adopts it at a meeting of its own.
CREATE POLICY regulation_insert ON public."WorkingRegulation" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "annulledOn" IS NULL
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
    AND ("meetingId" IS NULL OR EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = "WorkingRegulation"."committeeId"
      AND m.id = "WorkingRegulation"."meetingId" AND m."branchId" = "WorkingRegulation"."branchId"
      AND m."heldOn" = "WorkingRegulation"."adoptedOn")));
CREATE POLICY regulation_update ON public."WorkingRegulation" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "annulledOn" IS NULL
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));

-- A file is read with its version, and kept by who keeps that.
CREATE POLICY regulation_file_read ON public."WorkingRegulationFile" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."WorkingRegulation" w
    WHERE w."committeeId" = "WorkingRegulationFile"."committeeId" AND w.id = "WorkingRegulationFile"."regulationId"));
CREATE POLICY regulation_file_insert ON public."WorkingRegulationFile" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."WorkingRegulation" w WHERE w."committeeId" = "WorkingRegulationFile"."committeeId"
      AND w.id = "WorkingRegulationFile"."regulationId" AND w."annulledOn" IS NULL
      AND ((SELECT app.has('[SO]')) OR w."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
