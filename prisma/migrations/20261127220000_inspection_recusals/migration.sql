-- Who has declared a conflict in a case keeps out of it from then on, as a subject does (SOD-4). Lifted by a second person only.
CREATE TYPE "RecusalGround" AS ENUM ('FAMILY', 'OTHER');
CREATE TABLE "InspectionRecusal" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "ground" "RecusalGround" NOT NULL,
    "words" TEXT NOT NULL,
    "declaredById" UUID NOT NULL,
    "declaredBy" TEXT NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedById" UUID,
    "liftedBy" TEXT,
    "liftedAt" TIMESTAMPTZ(3),
    "liftReason" TEXT,

    CONSTRAINT "InspectionRecusal_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "InspectionRecusal_committeeId_inspectionId_idx" ON "InspectionRecusal"("committeeId", "inspectionId");
CREATE INDEX "InspectionRecusal_committeeId_memberId_idx" ON "InspectionRecusal"("committeeId", "memberId");
ALTER TABLE "InspectionRecusal" ADD CONSTRAINT "InspectionRecusal_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InspectionRecusal" ADD CONSTRAINT "InspectionRecusal_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Who is kept out of the case, for the words of a query: the declarations themselves are read by those who oversee the case alone.
ALTER TABLE "Inspection" ADD COLUMN "recusedIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

ALTER TABLE public."InspectionRecusal"
  ADD CONSTRAINT "InspectionRecusal_said" CHECK (btrim(words) <> '' AND btrim("liftReason") <> ''),
  ADD CONSTRAINT "InspectionRecusal_lifted_whole" CHECK (num_nonnulls("liftedById", "liftedBy", "liftedAt", "liftReason") IN (0, 4)),
  ADD CONSTRAINT "InspectionRecusal_lifted_by_another" CHECK ("liftedById" <> "declaredById");
CREATE UNIQUE INDEX "InspectionRecusal_declared_once" ON public."InspectionRecusal" ("committeeId", "inspectionId", "memberId")
  WHERE "liftedAt" IS NULL;

-- What looks beside the wall to keep a recused person out.
GRANT SELECT, UPDATE ("memberId") ON public."InspectionRecusal" TO sodb_resolver;
GRANT UPDATE ("recusedIds") ON public."Inspection" TO sodb_resolver;
GRANT DELETE ON public."InspectionTeamMember" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."InspectionRecusal" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."InspectionRecusal" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_names_recused ON public."Inspection" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_takes_out ON public."InspectionTeamMember" FOR DELETE TO sodb_resolver USING (true);

-- The column says what the declarations say, whoever writes the case.
CREATE FUNCTION app.name_recused() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW."recusedIds" := (SELECT coalesce(array_agg(r."memberId" ORDER BY r."memberId"), '{}') FROM public."InspectionRecusal" r
    WHERE r."committeeId" = NEW."committeeId" AND r."inspectionId" = NEW.id AND r."liftedAt" IS NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER name_recused BEFORE INSERT OR UPDATE ON public."Inspection" FOR EACH ROW EXECUTE FUNCTION app.name_recused();

-- A declaration takes its person out of the case and out of its team. Where that person oversees the case or opened it, somebody else
-- who can sign in and is no subject must be left to oversee it.
CREATE FUNCTION app.take_out_recused() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found public."Inspection";
BEGIN
  UPDATE public."Inspection" SET "recusedIds" = "recusedIds" WHERE "committeeId" = NEW."committeeId" AND id = NEW."inspectionId"
    AND (state = 'IN_PROGRESS' OR TG_OP = 'INSERT') RETURNING * INTO found;
  IF TG_OP = 'UPDATE' THEN RETURN NULL; END IF;
  DELETE FROM public."InspectionTeamMember" t
    WHERE t."committeeId" = NEW."committeeId" AND t."inspectionId" = NEW."inspectionId" AND t."memberId" = NEW."memberId";
  IF (found."openedById" = NEW."declaredById" OR EXISTS (SELECT 1 FROM public."CommitteeOffice" o WHERE o."committeeId" = NEW."committeeId"
      AND o."memberId" = NEW."memberId" AND o.kind IN ('SECRETARY', 'INSPECTION_HEAD')
      AND o."startsOn" <= app.today() AND (o."endsOn" IS NULL OR o."endsOn" > app.today())))
    AND NOT EXISTS (SELECT 1 FROM public."CommitteeOffice" o
      JOIN public."AccountMember" l ON l."committeeId" = o."committeeId" AND l."memberId" = o."memberId" AND l."confirmedAt" IS NOT NULL
      JOIN public."Account" a ON a.id = l."accountId" AND a."disabledAt" IS NULL
      WHERE o."committeeId" = NEW."committeeId" AND o.kind IN ('SECRETARY', 'INSPECTION_HEAD')
        AND o."startsOn" <= app.today() AND (o."endsOn" IS NULL OR o."endsOn" > app.today())
        AND o."memberId" <> ALL (found."recusedIds")
        AND NOT EXISTS (SELECT 1 FROM public."InspectionSubject" s WHERE s."committeeId" = o."committeeId" AND s."inspectionId" = found.id
          AND (s."memberId" = o."memberId" OR s."branchId" = ANY (app.own_branches_of(o."committeeId", o."memberId"))))) THEN
    RAISE EXCEPTION 'InspectionRecusal_someone_oversees: nobody would be left to oversee the case'
      USING ERRCODE = '23514', CONSTRAINT = 'InspectionRecusal_someone_oversees';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER take_out_recused AFTER INSERT OR UPDATE ON public."InspectionRecusal"
  FOR EACH ROW EXECUTE FUNCTION app.take_out_recused();

-- Nobody puts a recused person into the team; told after the wall has answered, so that a hidden case stays hidden.
CREATE FUNCTION app.keep_recused_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."InspectionRecusal" r WHERE r."committeeId" = NEW."committeeId"
      AND r."inspectionId" = NEW."inspectionId" AND r."memberId" = NEW."memberId" AND r."liftedAt" IS NULL) THEN
    RAISE EXCEPTION 'InspectionRecusal_keeps_out: a recused person is not of the team'
      USING ERRCODE = '23514', CONSTRAINT = 'InspectionRecusal_keeps_out';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_recused_out AFTER INSERT ON public."InspectionTeamMember" FOR EACH ROW EXECUTE FUNCTION app.keep_recused_out();

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('name_recused', 'take_out_recused', 'keep_recused_out') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;

-- What was declared and what was lifted stays as it is, by whatever hand; a merge of two records moves the name alone.
CREATE FUNCTION public.recusal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."liftedAt" IS NOT NULL AND to_jsonb(NEW) - 'memberId' <> to_jsonb(OLD) - 'memberId'
    OR to_jsonb(NEW) - ARRAY['memberId', 'liftedById', 'liftedBy', 'liftedAt', 'liftReason']
      <> to_jsonb(OLD) - ARRAY['memberId', 'liftedById', 'liftedBy', 'liftedAt', 'liftReason'] THEN
    RAISE EXCEPTION 'InspectionRecusal_stays: a declaration is never changed' USING ERRCODE = '23514', CONSTRAINT = 'InspectionRecusal_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recusal_stays BEFORE UPDATE OR DELETE ON public."InspectionRecusal"
  FOR EACH ROW EXECUTE FUNCTION public.recusal_stays();

-- Whoever may know of a case is asked the same thing everywhere: no subject, no secretary of a subject branch, nobody recused.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.kept_from_case(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."InspectionSubject" s WHERE s."committeeId" = app.committee() AND s."inspectionId" = inspection
        AND (s."memberId" = app.member() OR s."branchId" = ANY (app.own_branches())))
      OR EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = app.committee() AND i.id = inspection
        AND app.member() = ANY (i."recusedIds"));
  END;
CREATE OR REPLACE FUNCTION app.sees_inspection(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = app.committee() AND i.id = inspection AND (
      app.has('S')
      OR i.state = 'CONCLUDED' AND (app.has('[OLI]') OR EXISTS (SELECT 1 FROM public."InspectionSubject" s
          WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
            AND (s."branchId" = ANY (app.own_branches()) OR s."memberId" = app.member())))
      OR i.state = 'IN_PROGRESS'
        AND (app.has('[PH]') OR app.has('I') AND i."openedById" = app.account()
          OR EXISTS (SELECT 1 FROM public."InspectionTeamMember" t
            WHERE t."committeeId" = i."committeeId" AND t."inspectionId" = i.id AND t."memberId" = app.member()))
        AND (app.member() = ANY (i."recusedIds")) IS NOT TRUE
        AND NOT EXISTS (SELECT 1 FROM public."InspectionSubject" s
          WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
            AND (s."memberId" = app.member() OR s."branchId" = ANY (app.own_branches())))));
  END;
RESET ROLE;

ALTER TABLE public."InspectionRecusal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."InspectionRecusal" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN EXECUTE format('CREATE POLICY owner_all ON public."InspectionRecusal" TO %I USING (true) WITH CHECK (true)', current_user); END $$;
GRANT SELECT, INSERT ("committeeId", id, "inspectionId", "memberId", ground, words, "declaredById", "declaredBy", "declaredAt"),
  UPDATE ("liftedById", "liftedBy", "liftedAt", "liftReason") ON public."InspectionRecusal" TO sodb_app;
GRANT SELECT ON public."InspectionRecusal" TO sodb_backup;
CREATE POLICY kept_from_subjects ON public."InspectionRecusal" AS RESTRICTIVE TO sodb_app
  USING ((SELECT app.has('S')) OR NOT app.kept_from_case("inspectionId"));
-- Read by those who oversee the case; declared by each for themselves; lifted by one who oversees it and is neither the person nor the hand.
CREATE POLICY recusal_read ON public."InspectionRecusal" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SPH]')) AND app.in_case_circle("inspectionId"));
CREATE POLICY recusal_insert ON public."InspectionRecusal" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "declaredById" = (SELECT app.account()) AND "memberId" = (SELECT app.member())
    AND app.in_case_circle("inspectionId") AND EXISTS (SELECT 1 FROM public."Inspection" i
      WHERE i."committeeId" = "InspectionRecusal"."committeeId" AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS'));
CREATE POLICY recusal_lift ON public."InspectionRecusal" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[PH]')) AND app.in_case_circle("inspectionId") AND "liftedAt" IS NULL
    AND "declaredById" <> (SELECT app.account()) AND "memberId" IS DISTINCT FROM (SELECT app.member())
    AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionRecusal"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS'))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "liftedById" = (SELECT app.account()));

-- A merge moves the declarations of a case in progress with its subjects and its team; an archive is neither stopped nor told by them.
SET LOCAL ROLE sodb_resolver;
DO $$
DECLARE
  f regprocedure;
  known text := '(''InspectionTeamMember'', ''inspectionId'')';
BEGIN
  FOREACH f IN ARRAY ARRAY['app.merge_members(uuid, text, jsonb)'::regprocedure, 'app.undo_merge(uuid)'::regprocedure] LOOP
    IF position(known IN pg_get_functiondef(f)) = 0 THEN RAISE EXCEPTION '% does not move the teams of cases', f; END IF;
    EXECUTE replace(pg_get_functiondef(f), known, known || ', (''InspectionRecusal'', ''id'')');
  END LOOP;
END $$;
CREATE OR REPLACE FUNCTION app.is_named_elsewhere(member uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  named record;
  found boolean;
BEGIN
  FOR named IN SELECT c.conrelid::regclass AS place, a.attname AS name FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'committeeId'
      JOIN pg_class t ON t.oid = c.conrelid
      WHERE c.contype = 'f' AND c.confrelid = 'public."Member"'::regclass
        AND t.relname <> ALL (app.archived_tables() || ARRAY['MemberMerge', 'InspectionSubject', 'InspectionTeamMember', 'InspectionRecusal']) LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s r WHERE r."committeeId" = $1 AND r.%I = $2)', named.place, named.name)
      INTO found USING app.committee(), member;
    IF found THEN RETURN true; END IF;
  END LOOP;
  RETURN EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = app.committee() AND i.state = 'CONCLUDED'
    AND (EXISTS (SELECT 1 FROM public."InspectionSubject" s WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = member)
      OR EXISTS (SELECT 1 FROM public."InspectionTeamMember" s WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = member)
      OR EXISTS (SELECT 1 FROM public."InspectionRecusal" s WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = member)));
END $$;
RESET ROLE;
