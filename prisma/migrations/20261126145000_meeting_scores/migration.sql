-- How good a meeting was: the branch scores it by the form of its day and proposes a grade, the committee decides one.
ALTER TYPE "RuleKind" ADD VALUE 'MEETING';
CREATE TYPE "MeetingGrade" AS ENUM ('MEETING_GOOD', 'MEETING_FAIR', 'MEETING_AVERAGE', 'MEETING_POOR');
CREATE TYPE "MeetingCriterion" AS ENUM ('TIME', 'ATTENDANCE', 'PREPARATION', 'STEPS', 'CONTENT', 'CHAIRING', 'PRINCIPLES', 'RESULTS', 'CLOSING');

CREATE TABLE public."MeetingScore" (
  "committeeId" UUID NOT NULL,
  "meetingId" UUID NOT NULL,
  "ruleSetId" UUID NOT NULL,
  "total" INTEGER NOT NULL,
  "proposedGrade" "MeetingGrade" NOT NULL,
  "weaknesses" TEXT,
  "scoredById" UUID,
  "scoredBy" TEXT NOT NULL,
  "scoredOn" DATE NOT NULL,
  "decidedGrade" "MeetingGrade",
  "decidedReason" TEXT,
  "confirmedById" UUID,
  "confirmedBy" TEXT,
  "confirmedOn" DATE,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "MeetingScore_pkey" PRIMARY KEY ("committeeId", "meetingId")
);
CREATE TABLE public."MeetingPoint" (
  "committeeId" UUID NOT NULL,
  "meetingId" UUID NOT NULL,
  "criterion" "MeetingCriterion" NOT NULL,
  "points" INTEGER NOT NULL,
  CONSTRAINT "MeetingPoint_pkey" PRIMARY KEY ("committeeId", "meetingId", "criterion")
);
ALTER TABLE public."MeetingScore" ADD CONSTRAINT "MeetingScore_committeeId_meetingId_fkey"
  FOREIGN KEY ("committeeId", "meetingId") REFERENCES public."Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."MeetingScore" ADD CONSTRAINT "MeetingScore_committeeId_ruleSetId_fkey"
  FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES public."RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."MeetingPoint" ADD CONSTRAINT "MeetingPoint_committeeId_meetingId_fkey"
  FOREIGN KEY ("committeeId", "meetingId") REFERENCES public."MeetingScore"("committeeId", "meetingId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."MeetingScore"
  ADD CONSTRAINT "MeetingScore_total" CHECK ("total" BETWEEN 0 AND 100),
  ADD CONSTRAINT "MeetingScore_decided" CHECK (num_nulls("decidedGrade", "confirmedBy", "confirmedOn") IN (0, 3)),
  ADD CONSTRAINT "MeetingScore_decided_by_another" CHECK ("confirmedById" <> "scoredById"),
  ADD CONSTRAINT "MeetingScore_reason" CHECK ("decidedGrade" IS NULL OR "decidedGrade" = "proposedGrade" OR "decidedReason" IS NOT NULL);
ALTER TABLE public."MeetingPoint" ADD CONSTRAINT "MeetingPoint_points" CHECK ("points" BETWEEN 0 AND 100);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MeetingScore', 'MeetingPoint'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    EXECUTE format($f$CREATE POLICY part_read ON public.%1$I FOR SELECT TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
        WHERE m."committeeId" = %1$I."committeeId" AND m.id = %1$I."meetingId"))$f$, t);
  END LOOP;
END $$;
GRANT UPDATE ("ruleSetId", "total", "proposedGrade", "weaknesses", "scoredById", "scoredBy", "scoredOn", "decidedGrade", "decidedReason",
  "confirmedById", "confirmedBy", "confirmedOn", "version") ON public."MeetingScore" TO sodb_app;
GRANT DELETE ON public."MeetingPoint" TO sodb_app;

-- Who keeps the minutes scores until there is a decision; a decision is in the hand of who decides.
CREATE POLICY score_insert ON public."MeetingScore" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "decidedGrade" IS NULL AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingScore"."committeeId" AND m.id = "MeetingScore"."meetingId"
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY score_update ON public."MeetingScore" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "decidedGrade" IS NULL AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingScore"."committeeId" AND m.id = "MeetingScore"."meetingId"
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "decidedGrade" IS NULL AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingScore"."committeeId" AND m.id = "MeetingScore"."meetingId"
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY score_decide ON public."MeetingScore" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SL]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SL]')) AND "decidedGrade" IS NOT NULL
    AND "confirmedById" IS NOT DISTINCT FROM (SELECT app.account()));
CREATE POLICY point_insert ON public."MeetingPoint" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."MeetingScore" s
    JOIN public."Meeting" m ON m."committeeId" = s."committeeId" AND m.id = s."meetingId"
    WHERE s."committeeId" = "MeetingPoint"."committeeId" AND s."meetingId" = "MeetingPoint"."meetingId" AND s."decidedGrade" IS NULL
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY point_delete ON public."MeetingPoint" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."MeetingScore" s
    JOIN public."Meeting" m ON m."committeeId" = s."committeeId" AND m.id = s."meetingId"
    WHERE s."committeeId" = "MeetingPoint"."committeeId" AND s."meetingId" = "MeetingPoint"."meetingId" AND s."decidedGrade" IS NULL
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
