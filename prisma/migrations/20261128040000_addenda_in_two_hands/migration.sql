-- What is added to an issued conclusion is entered by one person and confirmed by a second who oversees the case (SOD-5); it gets its
-- number then, and is read with the conclusion from then on. What is older stands as it was entered.
CREATE TYPE "AddendumState" AS ENUM ('TO_CONFIRM', 'CONFIRMED', 'REFUSED');
ALTER TABLE public."InspectionAddendum"
  ALTER COLUMN number DROP NOT NULL,
  ADD COLUMN state "AddendumState" NOT NULL DEFAULT 'CONFIRMED',
  ADD COLUMN "decidedById" UUID,
  ADD COLUMN "decidedBy" TEXT,
  ADD COLUMN "decidedAt" TIMESTAMPTZ(3),
  ADD COLUMN refusal TEXT;
ALTER TABLE public."InspectionAddendum" ALTER COLUMN state SET DEFAULT 'TO_CONFIRM';
ALTER TABLE public."InspectionAddendum"
  ADD CONSTRAINT "InspectionAddendum_numbered" CHECK ((state = 'CONFIRMED') = (number IS NOT NULL)),
  ADD CONSTRAINT "InspectionAddendum_decided_whole" CHECK (num_nonnulls("decidedById", "decidedBy", "decidedAt")
    IN (CASE state WHEN 'TO_CONFIRM' THEN 0 ELSE 3 END, CASE state WHEN 'REFUSED' THEN 3 ELSE 0 END)),
  ADD CONSTRAINT "InspectionAddendum_refused_with_reason" CHECK ((state = 'REFUSED') = (refusal IS NOT NULL) AND btrim(refusal) <> ''),
  ADD CONSTRAINT "InspectionAddendum_decided_by_another" CHECK ("decidedById" IS DISTINCT FROM "recordedById" OR "decidedById" IS NULL);

-- Until it is confirmed, the circle of the case knows of it and nobody else.
DROP POLICY case_read ON public."InspectionAddendum";
CREATE POLICY case_read ON public."InspectionAddendum" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (state = 'CONFIRMED' AND app.sees_inspection("inspectionId")
    OR app.in_case_circle("inspectionId") AND ((SELECT app.has('[SPH]')) OR app.works_on_inspection("inspectionId"))));
DROP POLICY case_insert ON public."InspectionAddendum";
CREATE POLICY case_insert ON public."InspectionAddendum" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'TO_CONFIRM' AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND app.in_case_circle("inspectionId") AND app.works_on_inspection("inspectionId")
    AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionAddendum"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'CONCLUDED'));
CREATE POLICY case_decide ON public."InspectionAddendum" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state = 'TO_CONFIRM' AND (SELECT app.has('[PH]'))
    AND app.in_case_circle("inspectionId") AND "recordedById" IS DISTINCT FROM (SELECT app.account()))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state <> 'TO_CONFIRM' AND "decidedById" = (SELECT app.account()));
GRANT UPDATE (state, number, "decidedById", "decidedBy", "decidedAt", refusal) ON public."InspectionAddendum" TO sodb_app;

-- What was added is never changed but for that decision, by whatever hand.
DROP TRIGGER added_is_final ON public."InspectionAddendum";
CREATE FUNCTION public.addendum_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE decision text[] := ARRAY['state', 'number', 'decidedById', 'decidedBy', 'decidedAt', 'refusal'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'TO_CONFIRM' OR to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision THEN
    RAISE EXCEPTION 'what has been added to a case is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Inspection_added_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER addendum_stays BEFORE UPDATE OR DELETE ON public."InspectionAddendum"
  FOR EACH ROW EXECUTE FUNCTION public.addendum_stays();
