-- A record entered in error goes into the archive: proposed by one, confirmed by another, given back within thirty days.
CREATE TYPE "ArchiveState" AS ENUM ('PROPOSED', 'CANCELLED', 'DONE', 'UNDONE');

CREATE TABLE "MemberArchive" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "memberVersion" INTEGER NOT NULL,
    "memberName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ArchiveState" NOT NULL DEFAULT 'PROPOSED',
    "proposedById" UUID NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" UUID,
    "confirmedBy" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "undoEndsAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MemberArchive_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "MemberArchiveImage" (
    "committeeId" UUID NOT NULL,
    "archiveId" UUID NOT NULL,
    "record" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "MemberArchiveImage_pkey" PRIMARY KEY ("committeeId","archiveId","record","recordId")
);
CREATE INDEX "MemberArchive_committeeId_memberId_idx" ON "MemberArchive"("committeeId", "memberId");
ALTER TABLE "MemberArchive" ADD CONSTRAINT "MemberArchive_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MemberArchiveImage" ADD CONSTRAINT "MemberArchiveImage_committeeId_archiveId_fkey" FOREIGN KEY ("committeeId", "archiveId") REFERENCES "MemberArchive"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."MemberArchive"
  ADD CONSTRAINT "MemberArchive_reason" CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT "MemberArchive_confirmed_by_another" CHECK ("confirmedById" <> "proposedById"),
  ADD CONSTRAINT "MemberArchive_done" CHECK ((state IN ('DONE', 'UNDONE')) = (num_nulls("confirmedById", "confirmedAt", "undoEndsAt") = 0)),
  ADD CONSTRAINT "MemberArchive_undone" CHECK ((state = 'UNDONE') = ("undoneAt" IS NOT NULL));
CREATE UNIQUE INDEX "MemberArchive_one_at_a_time" ON public."MemberArchive" ("committeeId", "memberId") WHERE state IN ('PROPOSED', 'DONE');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MemberArchive', 'MemberArchiveImage'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO sodb_resolver', t);
    EXECUTE format('CREATE POLICY resolver_all ON public.%I TO sodb_resolver USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE (state, version) ON public."MemberArchive" TO sodb_app;
CREATE POLICY archive_read ON public."MemberArchive" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY archive_insert ON public."MemberArchive" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND "proposedById" = (SELECT app.account())
    AND state = 'PROPOSED');
CREATE POLICY archive_update ON public."MemberArchive" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')) AND state = 'PROPOSED')
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')) AND state IN ('PROPOSED', 'CANCELLED'));

-- What goes into the archive comes back from it.
GRANT INSERT ON public."MemberStatus" TO sodb_resolver;
CREATE POLICY resolver_gives_back ON public."MemberStatus" FOR INSERT TO sodb_resolver WITH CHECK (true);

-- The tables of which rows go into the archive with a record. The name stays, because others may have written it down.
CREATE FUNCTION app.archived_tables() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['MemberProfile', 'MemberSensitive', 'MemberIdentity', 'Membership', 'MemberStatus'];

-- Takes a record out of every list, confirmed by a second person. Its rows are kept as they were for thirty days.
CREATE FUNCTION app.archive_member(archive uuid, confirmer text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  g public."MemberArchive";
  t text;
BEGIN
  SELECT * INTO g FROM public."MemberArchive" x WHERE x."committeeId" = committee AND x.id = archive FOR UPDATE;
  IF NOT FOUND OR NOT app.has('[OL]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  IF g."proposedById" = app.account() THEN
    RAISE EXCEPTION 'MemberArchive_confirmed_by_another' USING ERRCODE = '23514', CONSTRAINT = 'MemberArchive_confirmed_by_another';
  END IF;
  PERFORM 1 FROM public."Member" m WHERE m."committeeId" = committee AND m.id = g."memberId" AND m.version = g."memberVersion" FOR UPDATE;
  IF NOT FOUND OR g.state <> 'PROPOSED'
    OR EXISTS (SELECT 1 FROM public."AccountMember" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."Rating" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."PartyBadge" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."Dossier" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."Transfer" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."BranchOffice" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."CommitteeOffice" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId")
    OR EXISTS (SELECT 1 FROM public."Assignment" r WHERE r."committeeId" = committee AND r."memberId" = g."memberId") THEN
    RAISE EXCEPTION 'MemberArchive_built_on' USING ERRCODE = '23514', CONSTRAINT = 'MemberArchive_built_on';
  END IF;
  FOREACH t IN ARRAY app.archived_tables() LOOP
    EXECUTE format('WITH gone AS (DELETE FROM public.%1$I r WHERE r."committeeId" = $1 AND r."memberId" = $3 RETURNING r.*)
      INSERT INTO public."MemberArchiveImage" SELECT $1, $2, %1$L, %2$s, to_jsonb(g) FROM gone g',
      t, CASE WHEN t IN ('Membership', 'MemberStatus') THEN 'g.id' ELSE 'g."memberId"' END) USING committee, archive, g."memberId";
  END LOOP;
  UPDATE public."Member" m SET version = version + 1 WHERE m."committeeId" = committee AND m.id = g."memberId";
  UPDATE public."MemberArchive" SET state = 'DONE', "confirmedById" = app.account(), "confirmedBy" = confirmer, "confirmedAt" = now(),
    "undoEndsAt" = now() + interval '30 days', version = version + 1 WHERE "committeeId" = committee AND id = archive;
  RETURN true;
END $$;

-- Gives an archived record back as it was, within its time.
CREATE FUNCTION app.undo_archive(archive uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  g public."MemberArchive";
  t text;
BEGIN
  SELECT * INTO g FROM public."MemberArchive" x WHERE x."committeeId" = committee AND x.id = archive FOR UPDATE;
  IF NOT FOUND OR NOT app.has('[OL]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  IF g.state <> 'DONE' OR g."undoEndsAt" <= now() THEN
    RAISE EXCEPTION 'MemberArchive_undo_over' USING ERRCODE = '23514', CONSTRAINT = 'MemberArchive_undo_over';
  END IF;
  UPDATE public."MemberArchive" SET state = 'UNDONE', "undoneAt" = now(), version = version + 1 WHERE "committeeId" = committee AND id = archive;
  FOREACH t IN ARRAY app.archived_tables() LOOP
    EXECUTE format('INSERT INTO public.%1$I SELECT x.* FROM public."MemberArchiveImage" u,
      LATERAL jsonb_populate_record(NULL::public.%1$I, u.before) x
      WHERE u."committeeId" = $1 AND u."archiveId" = $2 AND u.record = %1$L', t) USING committee, archive;
  END LOOP;
  UPDATE public."Member" m SET version = g."memberVersion" WHERE m."committeeId" = committee AND m.id = g."memberId";
  DELETE FROM public."MemberArchiveImage" u WHERE u."committeeId" = committee AND u."archiveId" = archive;
  RETURN true;
END $$;

-- The hourly housekeeping: what an archived record said is kept as long as it can be given back.
CREATE FUNCTION app.purge_archives() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    DELETE FROM public."MemberArchiveImage" u USING public."MemberArchive" g
      WHERE g."committeeId" = u."committeeId" AND g.id = u."archiveId" AND g."undoEndsAt" < now();
  END;

GRANT EXECUTE ON FUNCTION app.archive_member(uuid, text), app.undo_archive(uuid), app.purge_archives() TO sodb_app;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('archived_tables', 'archive_member', 'purge_archives', 'undo_archive') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;

-- A record that has gone into another one, or into the archive, takes nothing on any more.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.record_is_there() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."MemberMerge" g WHERE g."committeeId" = NEW."committeeId" AND g."droppedId" = NEW."memberId"
      AND g.state = 'DONE') THEN
    RAISE EXCEPTION 'MemberMerge_record_gone' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_record_gone';
  END IF;
  IF EXISTS (SELECT 1 FROM public."MemberArchive" g WHERE g."committeeId" = NEW."committeeId" AND g."memberId" = NEW."memberId"
      AND g.state = 'DONE') THEN
    RAISE EXCEPTION 'MemberArchive_record_gone' USING ERRCODE = '23514', CONSTRAINT = 'MemberArchive_record_gone';
  END IF;
  RETURN NEW;
END $$;
RESET ROLE;
