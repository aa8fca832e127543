-- How far a case has come: the steps taken, the time added, and the diary of its team.
ALTER TYPE "RuleKind" ADD VALUE 'INSPECTION';
CREATE TYPE "CaseStep" AS ENUM ('DECISION_AND_PLAN', 'ANNOUNCING', 'WORKING', 'VERIFYING', 'REPORTING', 'CONCLUSION_NOTICE', 'FILE_HANDOVER');
CREATE TABLE "InspectionStep" (
    "committeeId" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "step" "CaseStep" NOT NULL,
    "doneOn" DATE NOT NULL,
    "remark" TEXT,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InspectionStep_pkey" PRIMARY KEY ("committeeId","inspectionId","step")
);
CREATE TABLE "InspectionExtension" (
    "committeeId" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "grantedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,

    CONSTRAINT "InspectionExtension_pkey" PRIMARY KEY ("committeeId","inspectionId")
);
CREATE TABLE "InspectionDiaryEntry" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "happenedOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InspectionDiaryEntry_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "InspectionDiaryEntry_committeeId_inspectionId_idx" ON "InspectionDiaryEntry"("committeeId", "inspectionId");
ALTER TABLE "InspectionStep" ADD CONSTRAINT "InspectionStep_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InspectionExtension" ADD CONSTRAINT "InspectionExtension_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InspectionDiaryEntry" ADD CONSTRAINT "InspectionDiaryEntry_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."InspectionExtension"
  ADD CONSTRAINT "InspectionExtension_days" CHECK (days BETWEEN 1 AND 1200),
  ADD CONSTRAINT "InspectionExtension_reason" CHECK (btrim(reason) <> '');
ALTER TABLE public."InspectionDiaryEntry" ADD CONSTRAINT "InspectionDiaryEntry_text" CHECK (btrim(text) <> '');

-- Whether the case is about the person or a branch that the person leads; whoever else the case must not meet is added here.
CREATE FUNCTION app.kept_from_case(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."InspectionSubject" s WHERE s."committeeId" = app.committee() AND s."inspectionId" = inspection
      AND (s."memberId" = app.member() OR s."branchId" = ANY (app.own_branches())));
  END;
-- Whether the person is of the circle of the case: as long as it is open the same as who knows of it, and the same once it is concluded.
CREATE FUNCTION app.in_case_circle(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = app.committee() AND i.id = inspection AND (app.has('S')
      OR (app.has('[PH]') OR app.has('I') AND i."openedById" = app.account()
        OR EXISTS (SELECT 1 FROM public."InspectionTeamMember" t
          WHERE t."committeeId" = i."committeeId" AND t."inspectionId" = i.id AND t."memberId" = app.member()))
      AND NOT app.kept_from_case(i.id)));
  END;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('kept_from_case', 'in_case_circle') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_app, sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InspectionStep', 'InspectionExtension', 'InspectionDiaryEntry'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    -- No policy to come can open what is kept from those whom the case is about.
    EXECUTE format($f$CREATE POLICY kept_from_subjects ON public.%I AS RESTRICTIVE TO sodb_app
      USING ((SELECT app.has('S')) OR NOT app.kept_from_case("inspectionId"))$f$, t);
    EXECUTE format($f$CREATE POLICY case_insert ON public.%1$I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
        AND app.in_case_circle("inspectionId") AND app.works_on_inspection("inspectionId")
        AND (%2$L OR EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = %1$I."committeeId"
          AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS')))$f$, t, t = 'InspectionStep');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['InspectionStep', 'InspectionExtension'] LOOP
    -- Of a concluded case the readers of the register see how it went; of an open one, its circle.
    EXECUTE format($f$CREATE POLICY case_read ON public.%1$I FOR SELECT TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (app.in_case_circle("inspectionId")
        OR (SELECT app.has('[OLI]')) AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = %1$I."committeeId"
          AND i.id = "inspectionId" AND i.state = 'CONCLUDED')))$f$, t);
  END LOOP;
END $$;
CREATE POLICY case_read ON public."InspectionDiaryEntry" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.in_case_circle("inspectionId"));
GRANT UPDATE ("doneOn", remark, "recordedById", "recordedBy", version), DELETE ON public."InspectionStep" TO sodb_app;
CREATE POLICY case_update ON public."InspectionStep" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.in_case_circle("inspectionId") AND app.works_on_inspection("inspectionId")
    AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionStep"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS'))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account()));
CREATE POLICY case_delete ON public."InspectionStep" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.in_case_circle("inspectionId") AND app.works_on_inspection("inspectionId")
    AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionStep"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS'));

-- The days of the steps are in the order of the steps; one case is written by one hand at a time. Of a concluded case a step is final.
CREATE FUNCTION public.keep_steps_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public."Inspection" i WHERE i."committeeId" = NEW."committeeId" AND i.id = NEW."inspectionId" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM public."InspectionStep" s WHERE s."committeeId" = NEW."committeeId" AND s."inspectionId" = NEW."inspectionId"
      AND (s.step < NEW.step AND s."doneOn" > NEW."doneOn" OR s.step > NEW.step AND s."doneOn" < NEW."doneOn")) THEN
    RAISE EXCEPTION 'the steps of a case are taken in their order' USING ERRCODE = '23514', CONSTRAINT = 'InspectionStep_in_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER steps_in_order BEFORE INSERT OR UPDATE ON public."InspectionStep"
  FOR EACH ROW EXECUTE FUNCTION public.keep_steps_in_order();
CREATE TRIGGER concluded_case_is_final BEFORE UPDATE OR DELETE ON public."InspectionStep"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_concluded_case();

-- What is added is never changed or taken away, by whatever hand.
CREATE FUNCTION public.refuse_change_of_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what has been added to a case is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Inspection_added_is_final';
END $$;
CREATE TRIGGER added_is_final BEFORE UPDATE OR DELETE ON public."InspectionExtension"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_added();
CREATE TRIGGER added_is_final BEFORE UPDATE OR DELETE ON public."InspectionDiaryEntry"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_added();
