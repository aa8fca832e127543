-- CreateEnum
CREATE TYPE "RosterFormat" AS ENUM ('XLSX', 'ODS', 'CSV');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('STAGED', 'CHECKED', 'REJECTED', 'RUNNING', 'DONE', 'UNDONE', 'DISCARDED');

-- CreateEnum
CREATE TYPE "RowOutcome" AS ENUM ('ADD', 'UPDATE', 'SAME', 'SKIP', 'DECIDE', 'REPAIR', 'FOREIGN');

-- CreateEnum
CREATE TYPE "RowDecision" AS ENUM ('SAME_PERSON', 'NEW_PERSON', 'SKIP');

-- CreateEnum
CREATE TYPE "JobOutcome" AS ENUM ('DONE', 'STOPPED', 'FAILED');

-- AlterEnum
ALTER TYPE "Education" ADD VALUE 'UNKNOWN';

-- CreateTable
CREATE TABLE "RosterImport" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "importerName" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" "RosterFormat" NOT NULL,
    "fileHash" BYTEA NOT NULL,
    "tables" JSONB NOT NULL,
    "converted" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'STAGED',
    "tableIndex" INTEGER NOT NULL DEFAULT 0,
    "meanings" JSONB NOT NULL,
    "fallbackBranchId" UUID,
    "newcomersFrom" DATE,
    "repairs" JSONB NOT NULL DEFAULT '[]',
    "notices" JSONB NOT NULL DEFAULT '[]',
    "foreignLines" INTEGER[],
    "counts" JSONB,
    "stagedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "undoEndsAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "StagingRow" (
    "committeeId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "tableIndex" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,
    "outcome" "RowOutcome",
    "memberId" UUID,
    "rivals" UUID[],
    "decision" "RowDecision",

    CONSTRAINT "StagingRow_pkey" PRIMARY KEY ("committeeId","importId","tableIndex","line")
);

-- CreateTable
CREATE TABLE "UndoImage" (
    "committeeId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "record" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "before" JSONB,
    "version" INTEGER NOT NULL,

    CONSTRAINT "UndoImage_pkey" PRIMARY KEY ("committeeId","importId","record","recordId")
);

-- CreateTable
CREATE TABLE "HeadMeaning" (
    "committeeId" UUID NOT NULL,
    "headKey" TEXT NOT NULL,
    "field" TEXT,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HeadMeaning_pkey" PRIMARY KEY ("committeeId","headKey")
);

-- CreateTable
CREATE TABLE "Job" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "leaseId" UUID,
    "leaseEndsAt" TIMESTAMPTZ(3),
    "stopAskedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "outcome" "JobOutcome",
    "failure" TEXT,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateIndex
CREATE INDEX "RosterImport_committeeId_stagedAt_idx" ON "RosterImport"("committeeId", "stagedAt");

-- CreateIndex
CREATE INDEX "Job_committeeId_subjectId_idx" ON "Job"("committeeId", "subjectId");

-- AddForeignKey
ALTER TABLE "StagingRow" ADD CONSTRAINT "StagingRow_committeeId_importId_fkey" FOREIGN KEY ("committeeId", "importId") REFERENCES "RosterImport"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndoImage" ADD CONSTRAINT "UndoImage_committeeId_importId_fkey" FOREIGN KEY ("committeeId", "importId") REFERENCES "RosterImport"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."RosterImport"
  ADD CONSTRAINT "RosterImport_done" CHECK ((state IN ('DONE', 'UNDONE')) = ("doneAt" IS NOT NULL)
    AND ("doneAt" IS NULL) = ("undoEndsAt" IS NULL)),
  ADD CONSTRAINT "RosterImport_undone" CHECK ((state = 'UNDONE') = ("undoneAt" IS NOT NULL)),
  ADD CONSTRAINT "RosterImport_undone_by_another" CHECK ("undoneById" <> "accountId");
CREATE UNIQUE INDEX "RosterImport_one_runs" ON public."RosterImport" ("committeeId") WHERE state = 'RUNNING';
ALTER TABLE public."StagingRow"
  ADD CONSTRAINT "StagingRow_same_person" CHECK (decision IS DISTINCT FROM 'SAME_PERSON' OR "memberId" IS NOT NULL);
ALTER TABLE public."Job"
  ADD CONSTRAINT "Job_ended" CHECK (("endedAt" IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT "Job_done" CHECK (done BETWEEN 0 AND total);
CREATE UNIQUE INDEX "Job_one_at_a_time" ON public."Job" ("committeeId", "subjectId") WHERE "endedAt" IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RosterImport', 'StagingRow', 'UndoImage', 'HeadMeaning', 'Job'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON public."RosterImport", public."HeadMeaning", public."Job" TO sodb_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public."StagingRow" TO sodb_app;

-- An import is its importer's and the office's; leaders read what came of it. Once done, only undoing changes it.
CREATE POLICY import_read ON public."RosterImport" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR (SELECT app.has('B')) AND "accountId" = (SELECT app.account())));
CREATE POLICY import_insert ON public."RosterImport" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[OB]')) AND "accountId" = (SELECT app.account())
    AND state = 'STAGED');
CREATE POLICY import_update ON public."RosterImport" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state NOT IN ('DONE', 'UNDONE', 'DISCARDED') AND ((SELECT app.has('[SO]'))
    OR (SELECT app.has('B')) AND "accountId" = (SELECT app.account())))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state <> 'UNDONE');

-- The people of a file: for who may go on with its import.
CREATE POLICY staging_all ON public."StagingRow" TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."RosterImport" i
    WHERE i."committeeId" = "StagingRow"."committeeId" AND i.id = "importId"
      AND ((SELECT app.has('[SO]')) OR (SELECT app.has('B')) AND i."accountId" = (SELECT app.account()))))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."RosterImport" i
    WHERE i."committeeId" = "StagingRow"."committeeId" AND i.id = "importId"
      AND ((SELECT app.has('[SO]')) OR (SELECT app.has('B')) AND i."accountId" = (SELECT app.account()))));

CREATE POLICY head_read ON public."HeadMeaning" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOB]')));
CREATE POLICY head_insert ON public."HeadMeaning" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOB]')));
CREATE POLICY head_update ON public."HeadMeaning" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOB]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOB]')));

CREATE POLICY job_read ON public."Job" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR (SELECT app.has('B')) AND "accountId" = (SELECT app.account())));
CREATE POLICY job_insert ON public."Job" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[OB]')) AND "accountId" = (SELECT app.account()));
CREATE POLICY job_update ON public."Job" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "endedAt" IS NULL
    AND ((SELECT app.has('[SO]')) OR (SELECT app.has('B')) AND "accountId" = (SELECT app.account())))
  WITH CHECK ("committeeId" = (SELECT app.committee()));

-- What an import changes is kept as it was by the database itself, so that undoing brings back what was there and nothing else.
CREATE FUNCTION app.runs_import(import uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."RosterImport" i WHERE i."committeeId" = app.committee() AND i.id = import
      AND i.state = 'RUNNING' AND (app.has('[SO]') OR app.has('B') AND i."accountId" = app.account()));
  END;

-- Before writing: the rows of these members. Only of members whom the caller may write.
CREATE FUNCTION app.keep_images(import uuid, members uuid[]) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE committee uuid := app.committee();
BEGIN
  IF NOT app.runs_import(import) OR NOT (app.has('[SO]') OR members <@ app.own_members()) THEN
    RAISE EXCEPTION 'no right' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public."UndoImage" ("committeeId", "importId", record, "recordId", before, version)
    SELECT committee, import, x.record, x.id, x.row, x.version FROM (
      SELECT 'Member' AS record, m.id, to_jsonb(m) AS row, m.version + 1 AS version
        FROM public."Member" m WHERE m."committeeId" = committee AND m.id = ANY (members)
      UNION ALL SELECT 'MemberProfile', p."memberId", to_jsonb(p), p.version
        FROM public."MemberProfile" p WHERE p."committeeId" = committee AND p."memberId" = ANY (members)
      UNION ALL SELECT 'MemberSensitive', s."memberId", to_jsonb(s), s.version
        FROM public."MemberSensitive" s WHERE s."committeeId" = committee AND s."memberId" = ANY (members)
      UNION ALL SELECT 'MemberIdentity', i.id, to_jsonb(n), coalesce(n.version, 1)
        FROM unnest(members) AS i(id) LEFT JOIN public."MemberIdentity" n ON n."committeeId" = committee AND n."memberId" = i.id) x;
END $$;

-- After writing: the members that this very transaction has added, and the statuses they came with.
CREATE FUNCTION app.keep_added(import uuid, members uuid[]) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE committee uuid := app.committee();
BEGIN
  IF NOT app.runs_import(import) OR NOT app.has('[SO]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  IF (SELECT count(*) FROM public."Member" m WHERE m."committeeId" = committee AND m.id = ANY (members)
    AND m.xmin = pg_current_xact_id()::xid) <> cardinality(members) THEN
    RAISE EXCEPTION 'not added here' USING ERRCODE = '42501';
  END IF;
  INSERT INTO public."UndoImage" ("committeeId", "importId", record, "recordId", before, version)
    SELECT committee, import, 'Member', m.id, NULL::jsonb, 1 FROM unnest(members) AS m(id)
    UNION ALL SELECT committee, import, 'MemberStatus', s.id, NULL, 1 FROM public."MemberStatus" s
      WHERE s."committeeId" = committee AND s."memberId" = ANY (members);
END $$;

-- Members whom somebody has edited since an import wrote them, for who may undo it.
CREATE FUNCTION app.changed_since_import(import uuid) RETURNS TABLE (id uuid, full_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT m.id, m."fullName" FROM public."UndoImage" u
      JOIN public."Member" m ON m."committeeId" = u."committeeId" AND m.id = u."recordId"
      WHERE u."committeeId" = app.committee() AND u."importId" = import AND u.record = 'Member'
        AND m.version <> u.version AND app.has('[SOL]')
      ORDER BY m."sortKey", m.id;
  END;

-- Takes a whole import back, by a second person, within its time, and only while nobody has built on it. Tells whose rows
-- are as they were, and whose are gone.
CREATE FUNCTION app.undo_import(import uuid) RETURNS TABLE (member_id uuid, is_gone boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  i public."RosterImport";
  t record;
  columns text;
BEGIN
  SELECT * INTO i FROM public."RosterImport" x WHERE x."committeeId" = committee AND x.id = import FOR UPDATE;
  IF NOT FOUND OR NOT app.has('[OL]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  IF i."accountId" = app.account() THEN
    RAISE EXCEPTION 'RosterImport_undone_by_another' USING ERRCODE = '23514', CONSTRAINT = 'RosterImport_undone_by_another';
  END IF;
  IF i.state <> 'DONE' OR i."undoEndsAt" <= now() THEN
    RAISE EXCEPTION 'RosterImport_undo_over' USING ERRCODE = '23514', CONSTRAINT = 'RosterImport_undo_over';
  END IF;
  IF EXISTS (SELECT 1 FROM app.changed_since_import(import)) THEN
    RAISE EXCEPTION 'RosterImport_built_on' USING ERRCODE = '23514', CONSTRAINT = 'RosterImport_built_on';
  END IF;
  FOR t IN SELECT * FROM (VALUES ('MemberStatus', 'id', 'MemberStatus'), ('Membership', 'memberId', 'Member'),
      ('MemberIdentity', 'memberId', 'MemberIdentity'), ('MemberIdentity', 'memberId', 'Member'), ('MemberSensitive', 'memberId', 'Member'),
      ('MemberProfile', 'memberId', 'Member'), ('Member', 'id', 'Member')) AS x(name, key, record) LOOP
    EXECUTE format('DELETE FROM public.%1$I t USING public."UndoImage" u WHERE u."committeeId" = $1 AND u."importId" = $2
      AND u.record = %3$L AND u.before IS NULL AND t."committeeId" = $1 AND t.%2$I = u."recordId"'
      || CASE t.name WHEN 'Membership' THEN ' AND t.kind = ''OFFICIAL'' AND t.version = 1' ELSE '' END, t.name, t.key, t.record)
      USING committee, import;
  END LOOP;
  FOR t IN SELECT * FROM (VALUES ('MemberIdentity', 'memberId'), ('MemberSensitive', 'memberId'), ('MemberProfile', 'memberId'),
      ('Member', 'id')) AS x(name, key) LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
      WHERE a.attrelid = format('public.%I', t.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
    EXECUTE format('UPDATE public.%1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::public.%1$I, u.before))
      FROM public."UndoImage" u WHERE u."committeeId" = $1 AND u."importId" = $2 AND u.record = %1$L AND u.before IS NOT NULL
      AND t."committeeId" = $1 AND t.%3$I = u."recordId"', t.name, columns, t.key) USING committee, import;
  END LOOP;
  UPDATE public."RosterImport" SET state = 'UNDONE', "undoneAt" = now(), "undoneById" = app.account(), version = version + 1
    WHERE "committeeId" = committee AND id = import;
  RETURN QUERY SELECT u."recordId", u.before IS NULL FROM public."UndoImage" u
    WHERE u."committeeId" = committee AND u."importId" = import AND u.record = 'Member';
EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
  RAISE EXCEPTION 'RosterImport_built_on' USING ERRCODE = '23514', CONSTRAINT = 'RosterImport_built_on';
END $$;

-- Many rows of members at once, each with the columns that its patch names; under the caller's own rights.
CREATE FUNCTION app.patch_rows(target text, key text, patches jsonb) RETURNS integer
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog AS $$
DECLARE
  columns text;
  touched integer;
BEGIN
  IF target NOT IN ('Member', 'MemberProfile', 'MemberSensitive') THEN RAISE EXCEPTION 'no such rows' USING ERRCODE = '42501'; END IF;
  SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
    WHERE a.attrelid = format('public.%I', target)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
  EXECUTE format('UPDATE public.%1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(t, x.value))
    FROM jsonb_array_elements($1) AS x(value) WHERE t."committeeId" = (SELECT app.committee()) AND t.%3$I = (x.value ->> %3$L)::uuid',
    target, columns, key) USING patches;
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;
-- Many new rows of members at once, each with the columns that the first one names.
CREATE FUNCTION app.add_rows(target text, added jsonb) RETURNS integer
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog AS $$
DECLARE
  columns text;
  touched integer;
BEGIN
  IF target NOT IN ('Member', 'MemberProfile', 'MemberSensitive', 'MemberIdentity', 'Membership', 'MemberStatus') THEN
    RAISE EXCEPTION 'no such rows' USING ERRCODE = '42501';
  END IF;
  SELECT string_agg(quote_ident(k), ', ') INTO columns FROM jsonb_object_keys(added -> 0) k;
  IF columns IS NULL THEN RETURN 0; END IF;
  EXECUTE format('INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::public.%1$I, $1)', target, columns)
    USING added;
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;
REVOKE ALL ON FUNCTION app.patch_rows(text, text, jsonb), app.add_rows(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.patch_rows(text, text, jsonb), app.add_rows(text, jsonb) TO sodb_app;

-- The planner knows nothing of a register that was just filled until somebody has looked at it.
CREATE FUNCTION app.look_at_members() RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT app.has('[SO]') THEN RETURN; END IF;
  ANALYZE public."Member", public."MemberProfile", public."MemberSensitive", public."MemberIdentity", public."Membership";
END $$;
GRANT MAINTAIN ON public."Member", public."MemberProfile", public."MemberSensitive", public."MemberIdentity",
  public."Membership" TO sodb_resolver;

-- Housekeeping without a person: what is no longer needed of any register is removed, and nothing is told.
CREATE FUNCTION app.purge_imports() RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE public."RosterImport" SET state = 'DISCARDED', version = version + 1
    WHERE state IN ('STAGED', 'CHECKED', 'REJECTED') AND "stagedAt" < now() - interval '7 days';
  DELETE FROM public."StagingRow" r USING public."RosterImport" i
    WHERE i."committeeId" = r."committeeId" AND i.id = r."importId"
      AND (i.state IN ('UNDONE', 'DISCARDED') OR i.state = 'DONE' AND i."undoEndsAt" < now());
  DELETE FROM public."UndoImage" u USING public."RosterImport" i
    WHERE i."committeeId" = u."committeeId" AND i.id = u."importId"
      AND (i.state = 'UNDONE' OR i.state = 'DONE' AND i."undoEndsAt" < now());
END $$;

GRANT SELECT, UPDATE ON public."RosterImport" TO sodb_resolver;
GRANT SELECT, INSERT, DELETE ON public."UndoImage" TO sodb_resolver;
GRANT SELECT, DELETE ON public."StagingRow" TO sodb_resolver;
GRANT SELECT, UPDATE, DELETE ON public."Member", public."MemberProfile", public."MemberSensitive", public."MemberIdentity" TO sodb_resolver;
GRANT SELECT, UPDATE, DELETE ON public."Membership", public."MemberStatus" TO sodb_resolver;
CREATE POLICY resolver_undoes ON public."RosterImport" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_keeps ON public."UndoImage" FOR INSERT TO sodb_resolver WITH CHECK (true);
CREATE POLICY resolver_purges ON public."UndoImage" FOR DELETE TO sodb_resolver USING (true);
CREATE POLICY resolver_purges ON public."StagingRow" FOR DELETE TO sodb_resolver USING (true);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Member', 'MemberProfile', 'MemberSensitive', 'MemberIdentity', 'Membership', 'MemberStatus'] LOOP
    EXECUTE format('CREATE POLICY resolver_restores ON public.%I FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY resolver_takes_back ON public.%I FOR DELETE TO sodb_resolver USING (true)', t);
  END LOOP;
END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('runs_import', 'keep_images', 'keep_added', 'changed_since_import', 'undo_import', 'look_at_members',
      'purge_imports') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_app, sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
