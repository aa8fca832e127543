CREATE TYPE "CourseKind" AS ENUM ('AWARENESS', 'NEW_MEMBERS', 'BRANCH_WORK', 'ELEMENTARY_THEORY', 'INTERMEDIATE_THEORY', 'ADVANCED_THEORY', 'PROFESSIONAL', 'UPDATING', 'OTHER');
CREATE TYPE "CourseResult" AS ENUM ('ATTENDING', 'PASSED', 'NOT_PASSED');

CREATE TABLE "TrainingCourse" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "CourseKind" NOT NULL,
    "organizer" TEXT NOT NULL,
    "place" TEXT,
    "decisionNumber" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "seats" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TrainingCourse_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "CourseParticipant" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "result" "CourseResult" NOT NULL DEFAULT 'ATTENDING',
    "reason" TEXT,
    "certificateNumber" TEXT,
    "certificateOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CourseParticipant_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "TrainingCourse_committeeId_startsOn_idx" ON "TrainingCourse"("committeeId", "startsOn");
CREATE INDEX "CourseParticipant_committeeId_memberId_idx" ON "CourseParticipant"("committeeId", "memberId");
CREATE UNIQUE INDEX "CourseParticipant_committeeId_courseId_memberId_key" ON "CourseParticipant"("committeeId", "courseId", "memberId");
ALTER TABLE "TrainingCourse" ADD CONSTRAINT "TrainingCourse_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CourseParticipant" ADD CONSTRAINT "CourseParticipant_committeeId_courseId_fkey" FOREIGN KEY ("committeeId", "courseId") REFERENCES "TrainingCourse"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CourseParticipant" ADD CONSTRAINT "CourseParticipant_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."TrainingCourse"
  ADD CONSTRAINT "TrainingCourse_days" CHECK ("startsOn" < "endsOn"),
  ADD CONSTRAINT "TrainingCourse_seats" CHECK ("seats" >= 1);
ALTER TABLE public."CourseParticipant"
  ADD CONSTRAINT "CourseParticipant_not_passed_says_why" CHECK ((result = 'NOT_PASSED') = (reason IS NOT NULL)),
  ADD CONSTRAINT "CourseParticipant_certificate_of_passed" CHECK (result = 'PASSED' OR num_nonnulls("certificateNumber", "certificateOn") = 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['TrainingCourse', 'CourseParticipant'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE (name, kind, organizer, place, "decisionNumber", "startsOn", "endsOn", seats, version) ON public."TrainingCourse" TO sodb_app;
GRANT UPDATE (result, reason, "certificateNumber", "certificateOn", version) ON public."CourseParticipant" TO sodb_app;
GRANT DELETE ON public."CourseParticipant" TO sodb_app;

CREATE POLICY participant_read ON public."CourseParticipant" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])
    OR "memberId" = (SELECT app.member())));
CREATE POLICY participant_insert ON public."CourseParticipant" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY participant_update ON public."CourseParticipant" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY participant_delete ON public."CourseParticipant" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND result = 'ATTENDING');

-- A course is read by who reads somebody in it.
CREATE POLICY course_read ON public."TrainingCourse" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR EXISTS (SELECT 1 FROM public."CourseParticipant" p
    WHERE p."committeeId" = "TrainingCourse"."committeeId" AND p."courseId" = "TrainingCourse".id)));
CREATE POLICY course_insert ON public."TrainingCourse" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY course_update ON public."TrainingCourse" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- The functions of a member's file and of merges work on these rows too.
GRANT SELECT, UPDATE ("memberId") ON public."CourseParticipant" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."CourseParticipant" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."CourseParticipant" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);

-- The tables whose rows, each with an id of its own, go with a member when two records become one.
CREATE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant'];
REVOKE ALL ON FUNCTION app.tables_of_member() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tables_of_member() TO sodb_resolver;
ALTER FUNCTION app.tables_of_member() OWNER TO sodb_resolver;

SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.member_records(of_member uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT of_member
    UNION SELECT r.id FROM public."Membership" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."MemberStatus" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."BranchOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CommitteeOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CivilOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Assignment" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Rating" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."PartyBadge" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Dossier" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Transfer" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CourseParticipant" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member;
  END;

CREATE OR REPLACE FUNCTION app.keep_merge_images(merge uuid, kept uuid, dropped uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  t text;
BEGIN
  INSERT INTO public."MemberMergeImage" ("committeeId", "mergeId", record, "recordId", before)
    SELECT committee, merge, x.record, x.id, x.row FROM (
      SELECT 'Member' AS record, m.id, to_jsonb(m) AS row FROM public."Member" m WHERE m."committeeId" = committee AND m.id IN (kept, dropped)
      UNION ALL SELECT 'MemberProfile', p."memberId", to_jsonb(p) FROM public."MemberProfile" p
        WHERE p."committeeId" = committee AND p."memberId" IN (kept, dropped)
      UNION ALL SELECT 'MemberSensitive', s."memberId", to_jsonb(s) FROM public."MemberSensitive" s
        WHERE s."committeeId" = committee AND s."memberId" IN (kept, dropped)
      UNION ALL SELECT 'MemberIdentity', i."memberId", to_jsonb(i) FROM public."MemberIdentity" i
        WHERE i."committeeId" = committee AND i."memberId" IN (kept, dropped)) x;
  FOREACH t IN ARRAY app.tables_of_member() LOOP
    EXECUTE format('INSERT INTO public."MemberMergeImage" SELECT $1, $2, %1$L, r.id, to_jsonb(r) FROM public.%1$I r
      WHERE r."committeeId" = $1 AND r."memberId" = $3', t) USING committee, merge, dropped;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION app.merge_members(merge uuid, confirmer text, identity jsonb) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  g public."MemberMerge";
  t record;
  columns text;
BEGIN
  SELECT * INTO g FROM public."MemberMerge" x WHERE x."committeeId" = committee AND x.id = merge FOR UPDATE;
  IF NOT FOUND OR NOT app.has('[OL]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  IF g."proposedById" = app.account() THEN
    RAISE EXCEPTION 'MemberMerge_confirmed_by_another' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_confirmed_by_another';
  END IF;
  PERFORM 1 FROM public."Member" m WHERE m."committeeId" = committee AND m.id IN (g."keptId", g."droppedId") ORDER BY m.id FOR UPDATE;
  IF g.state <> 'PROPOSED' OR (SELECT count(*) FROM public."Member" m WHERE m."committeeId" = committee
      AND (m.id, m.version) IN ((g."keptId", g."keptVersion"), (g."droppedId", g."droppedVersion"))) <> 2 THEN
    RAISE EXCEPTION 'MemberMerge_built_on' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_built_on';
  END IF;
  IF EXISTS (SELECT 1 FROM public."AccountMember" r WHERE r."committeeId" = committee AND r."memberId" = g."droppedId")
    OR EXISTS (SELECT 1 FROM public."Rating" r WHERE r."committeeId" = committee AND r."memberId" = g."droppedId")
    OR EXISTS (SELECT 1 FROM public."PartyBadge" r WHERE r."committeeId" = committee AND r."memberId" = g."droppedId")
    OR EXISTS (SELECT 1 FROM public."Dossier" r WHERE r."committeeId" = committee AND r."memberId" = g."droppedId")
    OR EXISTS (SELECT 1 FROM public."Transfer" r WHERE r."committeeId" = committee AND r."memberId" = g."droppedId") THEN
    RAISE EXCEPTION 'MemberMerge_built_on' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_built_on';
  END IF;
  PERFORM app.keep_merge_images(merge, g."keptId", g."droppedId");

  DELETE FROM public."MemberIdentity" i WHERE i."committeeId" = committee AND i."memberId" = g."droppedId";
  DELETE FROM public."MemberSensitive" s WHERE s."committeeId" = committee AND s."memberId" = g."droppedId";
  DELETE FROM public."MemberProfile" p WHERE p."committeeId" = committee AND p."memberId" = g."droppedId";
  DELETE FROM public."Membership" d WHERE d."committeeId" = committee AND d."memberId" = g."droppedId"
    AND EXISTS (SELECT 1 FROM public."Membership" k WHERE k."committeeId" = committee AND k."memberId" = g."keptId"
      AND k."branchId" = d."branchId" AND k.kind = d.kind AND daterange(k."startsOn", k."endsOn") @> daterange(d."startsOn", d."endsOn"));
  FOR t IN SELECT unnest(app.tables_of_member()) AS name LOOP
    EXECUTE format('UPDATE public.%I r SET "memberId" = $2 WHERE r."committeeId" = $1 AND r."memberId" = $3', t.name)
      USING committee, g."keptId", g."droppedId";
  END LOOP;
  FOR t IN SELECT * FROM (VALUES ('InspectionSubject', 'id'), ('InspectionTeamMember', 'inspectionId')) AS x(name, key) LOOP
    EXECUTE format('WITH moved AS (UPDATE public.%1$I r SET "memberId" = $2 WHERE r."committeeId" = $1 AND r."memberId" = $3
        AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = $1 AND i.id = r."inspectionId" AND i.state = ''IN_PROGRESS'')
        AND NOT EXISTS (SELECT 1 FROM public.%1$I k WHERE k."committeeId" = $1 AND k."inspectionId" = r."inspectionId" AND k."memberId" = $2)
        RETURNING r.%2$I)
      INSERT INTO public."MemberMergeImage" SELECT $1, $4, %1$L, m.%2$I, NULL FROM moved m', t.name, t.key)
      USING committee, g."keptId", g."droppedId", merge;
  END LOOP;

  FOR t IN SELECT * FROM (VALUES ('Member', 'id'), ('MemberProfile', 'memberId'), ('MemberSensitive', 'memberId')) AS x(name, key) LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
      WHERE a.attrelid = format('public.%I', t.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname = ANY (g.taken)
        AND a.attname NOT IN ('id', 'memberId', 'committeeId', 'version', 'originId');
    CONTINUE WHEN columns IS NULL;
    EXECUTE format('UPDATE public.%1$I r SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::public.%1$I, u.before))
      FROM public."MemberMergeImage" u WHERE u."committeeId" = $1 AND u."mergeId" = $2 AND u.record = %1$L AND u."recordId" = $4
      AND r."committeeId" = $1 AND r.%3$I = $3', t.name, columns, t.key) USING committee, merge, g."keptId", g."droppedId";
  END LOOP;
  IF identity IS NOT NULL THEN
    DELETE FROM public."MemberIdentity" i WHERE i."committeeId" = committee AND i."memberId" = g."keptId";
    INSERT INTO public."MemberIdentity" SELECT (jsonb_populate_record(NULL::public."MemberIdentity",
      identity || jsonb_build_object('committeeId', committee, 'memberId', g."keptId", 'version', 1))).*;
  END IF;
  UPDATE public."Member" m SET version = version + 1 WHERE m."committeeId" = committee AND m.id IN (g."keptId", g."droppedId");
  UPDATE public."MemberMerge" SET state = 'DONE', "confirmedById" = app.account(), "confirmedBy" = confirmer, "confirmedAt" = now(),
    "undoEndsAt" = now() + interval '30 days', version = version + 1 WHERE "committeeId" = committee AND id = merge;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION app.undo_merge(merge uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  g public."MemberMerge";
  t record;
  columns text;
BEGIN
  SELECT * INTO g FROM public."MemberMerge" x WHERE x."committeeId" = committee AND x.id = merge FOR UPDATE;
  IF NOT FOUND OR NOT app.has('[OL]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  IF g.state <> 'DONE' OR g."undoEndsAt" <= now() THEN
    RAISE EXCEPTION 'MemberMerge_undo_over' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_undo_over';
  END IF;
  PERFORM 1 FROM public."Member" m WHERE m."committeeId" = committee AND m.id IN (g."keptId", g."droppedId") ORDER BY m.id FOR UPDATE;
  IF (SELECT count(*) FROM public."Member" m WHERE m."committeeId" = committee
      AND (m.id, m.version) IN ((g."keptId", g."keptVersion" + 1), (g."droppedId", g."droppedVersion" + 1))) <> 2 THEN
    RAISE EXCEPTION 'MemberMerge_built_on' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_built_on';
  END IF;
  UPDATE public."MemberMerge" SET state = 'UNDONE', "undoneAt" = now(), version = version + 1 WHERE "committeeId" = committee AND id = merge;
  DELETE FROM public."MemberIdentity" i WHERE i."committeeId" = committee AND i."memberId" = g."keptId";
  FOR t IN SELECT * FROM (VALUES ('Member', 'id'), ('MemberProfile', 'memberId'), ('MemberSensitive', 'memberId')) AS x(name, key) LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
      WHERE a.attrelid = format('public.%I', t.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
    EXECUTE format('UPDATE public.%1$I r SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::public.%1$I, u.before))
      FROM public."MemberMergeImage" u WHERE u."committeeId" = $1 AND u."mergeId" = $2 AND u.record = %1$L
      AND r."committeeId" = $1 AND r.%3$I = u."recordId"', t.name, columns, t.key) USING committee, merge;
  END LOOP;
  FOR t IN SELECT unnest(ARRAY['MemberProfile', 'MemberSensitive', 'MemberIdentity', 'Membership']) AS name LOOP
    EXECUTE format('INSERT INTO public.%1$I SELECT x.* FROM public."MemberMergeImage" u,
      LATERAL jsonb_populate_record(NULL::public.%1$I, u.before) x
      WHERE u."committeeId" = $1 AND u."mergeId" = $2 AND u.record = %1$L ON CONFLICT DO NOTHING', t.name) USING committee, merge;
  END LOOP;
  FOR t IN SELECT unnest(app.tables_of_member()) AS name LOOP
    EXECUTE format('UPDATE public.%1$I r SET "memberId" = $3 FROM public."MemberMergeImage" u WHERE u."committeeId" = $1
      AND u."mergeId" = $2 AND u.record = %1$L AND r."committeeId" = $1 AND r.id = u."recordId"', t.name)
      USING committee, merge, g."droppedId";
  END LOOP;
  FOR t IN SELECT * FROM (VALUES ('InspectionSubject', 'id'), ('InspectionTeamMember', 'inspectionId')) AS x(name, key) LOOP
    EXECUTE format('UPDATE public.%1$I r SET "memberId" = $3 FROM public."MemberMergeImage" u WHERE u."committeeId" = $1
      AND u."mergeId" = $2 AND u.record = %1$L AND r."committeeId" = $1 AND r.%2$I = u."recordId" AND r."memberId" = $4
      AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = $1 AND i.id = r."inspectionId" AND i.state = ''IN_PROGRESS'')',
      t.name, t.key) USING committee, merge, g."droppedId", g."keptId";
  END LOOP;
  DELETE FROM public."MemberMergeImage" u WHERE u."committeeId" = committee AND u."mergeId" = merge;
  RETURN true;
END $$;
RESET ROLE;
