-- Joining the team of an open case needs a second person; leaving it is immediate (SOD-7).
CREATE TYPE "TeamRequestOutcome" AS ENUM ('TAKEN_IN', 'REFUSED', 'WITHDRAWN');
CREATE TABLE "InspectionTeamRequest" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "TeamRequestOutcome",
    "endedById" UUID,
    "endedBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endWords" TEXT,

    CONSTRAINT "InspectionTeamRequest_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "InspectionTeamRequest_committeeId_inspectionId_idx" ON "InspectionTeamRequest"("committeeId", "inspectionId");
CREATE INDEX "InspectionTeamRequest_committeeId_memberId_idx" ON "InspectionTeamRequest"("committeeId", "memberId");
ALTER TABLE "InspectionTeamRequest" ADD CONSTRAINT "InspectionTeamRequest_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InspectionTeamRequest" ADD CONSTRAINT "InspectionTeamRequest_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- When the case came into the register; its decision names those of the team who are written with it. Null for what is older.
ALTER TABLE "Inspection" ADD COLUMN "openedAt" TIMESTAMPTZ(6);

ALTER TABLE public."InspectionTeamRequest"
  ADD CONSTRAINT "InspectionTeamRequest_said" CHECK (btrim(words) <> '' AND btrim("endWords") <> ''),
  ADD CONSTRAINT "InspectionTeamRequest_ended_whole" CHECK (num_nonnulls(outcome, "endedById", "endedBy", "endedAt") IN (0, 4)),
  ADD CONSTRAINT "InspectionTeamRequest_refused_with_reason" CHECK (outcome <> 'REFUSED' OR "endWords" IS NOT NULL),
  ADD CONSTRAINT "InspectionTeamRequest_decided_by_another" CHECK ((outcome = 'WITHDRAWN') = ("endedById" = "askedById"));
CREATE UNIQUE INDEX "InspectionTeamRequest_asked_once" ON public."InspectionTeamRequest" ("committeeId", "inspectionId", "memberId")
  WHERE outcome IS NULL;

-- The database itself puts in who is taken in, and nobody else does.
GRANT SELECT, UPDATE ("memberId") ON public."InspectionTeamRequest" TO sodb_resolver;
GRANT INSERT ON public."InspectionTeamMember" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."InspectionTeamRequest" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."InspectionTeamRequest" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_takes_in ON public."InspectionTeamMember" FOR INSERT TO sodb_resolver WITH CHECK (true);
CREATE FUNCTION app.take_in_requested() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."InspectionSubject" s WHERE s."committeeId" = NEW."committeeId" AND s."inspectionId" = NEW."inspectionId"
      AND (s."memberId" = NEW."memberId" OR s."branchId" = ANY (app.own_branches_of(NEW."committeeId", NEW."memberId")))) THEN
    RAISE EXCEPTION 'InspectionTeamRequest_impartial: a subject, or the secretary of one, is not of the team'
      USING ERRCODE = '23514', CONSTRAINT = 'InspectionTeamRequest_impartial';
  END IF;
  INSERT INTO public."InspectionTeamMember" ("committeeId", "inspectionId", "memberId", role)
    VALUES (NEW."committeeId", NEW."inspectionId", NEW."memberId", 'MEMBER');
  RETURN NULL;
END $$;
CREATE TRIGGER take_in_requested AFTER UPDATE ON public."InspectionTeamRequest" FOR EACH ROW
  WHEN (OLD.outcome IS NULL AND NEW.outcome = 'TAKEN_IN') EXECUTE FUNCTION app.take_in_requested();
REVOKE ALL ON FUNCTION app.take_in_requested() FROM PUBLIC;
ALTER FUNCTION app.take_in_requested() OWNER TO sodb_resolver;

-- Otherwise the team is written with the case and not after: the moment a case was opened is told by the database, once.
CREATE FUNCTION public.tell_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."openedAt" := CASE TG_OP WHEN 'INSERT' THEN now() ELSE OLD."openedAt" END;
  RETURN NEW;
END $$;
CREATE TRIGGER tell_opening BEFORE INSERT OR UPDATE ON public."Inspection" FOR EACH ROW EXECUTE FUNCTION public.tell_opening();
CREATE POLICY team_of_the_opening ON public."InspectionTeamMember" AS RESTRICTIVE FOR INSERT TO sodb_app
  WITH CHECK (EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionTeamMember"."committeeId"
    AND i.id = "inspectionId" AND i."openedAt" = now()));
REVOKE UPDATE ON public."InspectionTeamMember" FROM sodb_app;
GRANT UPDATE (role) ON public."InspectionTeamMember" TO sodb_app;

-- What was asked and how it ended stays as it is, by whatever hand; a merge of two records moves the person alone.
CREATE FUNCTION public.team_request_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL AND to_jsonb(NEW) - 'memberId' <> to_jsonb(OLD) - 'memberId'
    OR to_jsonb(NEW) - ARRAY['memberId', 'outcome', 'endedById', 'endedBy', 'endedAt', 'endWords']
      <> to_jsonb(OLD) - ARRAY['memberId', 'outcome', 'endedById', 'endedBy', 'endedAt', 'endWords'] THEN
    RAISE EXCEPTION 'InspectionTeamRequest_stays: a request is never changed' USING ERRCODE = '23514', CONSTRAINT = 'InspectionTeamRequest_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER team_request_stays BEFORE UPDATE OR DELETE ON public."InspectionTeamRequest"
  FOR EACH ROW EXECUTE FUNCTION public.team_request_stays();

ALTER TABLE public."InspectionTeamRequest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."InspectionTeamRequest" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN EXECUTE format('CREATE POLICY owner_all ON public."InspectionTeamRequest" TO %I USING (true) WITH CHECK (true)', current_user); END $$;
GRANT SELECT, INSERT ("committeeId", id, "inspectionId", "memberId", person, words, "askedById", "askedBy", "askedAt"),
  UPDATE (outcome, "endedById", "endedBy", "endedAt", "endWords") ON public."InspectionTeamRequest" TO sodb_app;
GRANT SELECT ON public."InspectionTeamRequest" TO sodb_backup;
CREATE POLICY kept_from_subjects ON public."InspectionTeamRequest" AS RESTRICTIVE TO sodb_app
  USING ((SELECT app.has('S')) OR NOT app.kept_from_case("inspectionId"));
-- Read by those who work on the case and those who oversee it; asked for by the first, decided by one of the others who is neither the
-- hand nor the person asked for; withdrawn by the hand.
CREATE POLICY team_request_read ON public."InspectionTeamRequest" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.in_case_circle("inspectionId")
    AND ((SELECT app.has('[SPH]')) OR app.works_on_inspection("inspectionId")));
CREATE POLICY team_request_insert ON public."InspectionTeamRequest" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "askedById" = (SELECT app.account())
    AND app.in_case_circle("inspectionId") AND app.works_on_inspection("inspectionId") AND EXISTS (SELECT 1 FROM public."Inspection" i
      WHERE i."committeeId" = "InspectionTeamRequest"."committeeId" AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS'));
CREATE POLICY team_request_end ON public."InspectionTeamRequest" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.in_case_circle("inspectionId") AND outcome IS NULL
    AND ("askedById" = (SELECT app.account()) AND app.works_on_inspection("inspectionId")
      OR (SELECT app.has('[PH]')) AND "askedById" <> (SELECT app.account()) AND "memberId" IS DISTINCT FROM (SELECT app.member()))
    AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionTeamRequest"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS'))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "endedById" = (SELECT app.account())
    AND (outcome = 'WITHDRAWN') = ("askedById" = (SELECT app.account())));

-- A merge moves the requests of a case in progress with its subjects and its team; an archive is neither stopped nor told by them.
SET LOCAL ROLE sodb_resolver;
DO $$
DECLARE
  f regprocedure;
  known text := '(''InspectionRecusal'', ''id'')';
BEGIN
  FOREACH f IN ARRAY ARRAY['app.merge_members(uuid, text, jsonb)'::regprocedure, 'app.undo_merge(uuid)'::regprocedure] LOOP
    IF position(known IN pg_get_functiondef(f)) = 0 THEN RAISE EXCEPTION '% does not move the declarations of cases', f; END IF;
    EXECUTE replace(pg_get_functiondef(f), known, known || ', (''InspectionTeamRequest'', ''id'')');
  END LOOP;
  f := 'app.is_named_elsewhere(uuid)'::regprocedure;
  known := '''InspectionRecusal'']';
  IF position(known IN pg_get_functiondef(f)) = 0 THEN RAISE EXCEPTION '% does not pass over the declarations of cases', f; END IF;
  EXECUTE replace(replace(pg_get_functiondef(f), known, '''InspectionRecusal'', ''InspectionTeamRequest'']'),
    'OR EXISTS (SELECT 1 FROM public."InspectionRecusal" s', 'OR EXISTS (SELECT 1 FROM public."InspectionTeamRequest" s WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = member)
      OR EXISTS (SELECT 1 FROM public."InspectionRecusal" s');
END $$;
RESET ROLE;
