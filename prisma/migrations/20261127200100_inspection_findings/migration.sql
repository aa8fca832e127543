-- What a case found of each subject, written while it is open and published with the conclusion; later there are only addenda.
CREATE TYPE "ViolationLevel" AS ENUM ('NO_VIOLATION', 'LESS_SERIOUS', 'SERIOUS', 'VERY_SERIOUS', 'ESPECIALLY_SERIOUS');
ALTER TABLE "InspectionSubject" ADD COLUMN "strengths" TEXT,
ADD COLUMN "violation" "ViolationLevel",
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE TABLE "InspectionAddendum" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InspectionAddendum_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE UNIQUE INDEX "InspectionAddendum_committeeId_inspectionId_number_key" ON "InspectionAddendum"("committeeId", "inspectionId", "number");
ALTER TABLE "InspectionAddendum" ADD CONSTRAINT "InspectionAddendum_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."InspectionAddendum"
  ADD CONSTRAINT "InspectionAddendum_said" CHECK (btrim(text) <> '' AND btrim(reason) <> '' AND number >= 1);

ALTER TABLE public."InspectionAddendum" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."InspectionAddendum" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN EXECUTE format('CREATE POLICY owner_all ON public."InspectionAddendum" TO %I USING (true) WITH CHECK (true)', current_user); END $$;
GRANT SELECT, INSERT ON public."InspectionAddendum" TO sodb_app;
GRANT SELECT ON public."InspectionAddendum" TO sodb_backup;
-- Read with the conclusion that it adds to; added by who works on the case, signed, and to a concluded case only.
CREATE POLICY case_read ON public."InspectionAddendum" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.sees_inspection("inspectionId"));
CREATE POLICY case_insert ON public."InspectionAddendum" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND app.in_case_circle("inspectionId") AND app.works_on_inspection("inspectionId")
    AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionAddendum"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'CONCLUDED'));
CREATE TRIGGER added_is_final BEFORE UPDATE OR DELETE ON public."InspectionAddendum"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_added();
