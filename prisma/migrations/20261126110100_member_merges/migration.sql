CREATE TYPE "MergeState" AS ENUM ('PROPOSED', 'CANCELLED', 'DONE', 'UNDONE');

CREATE TABLE "MemberMerge" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "keptVersion" INTEGER NOT NULL,
    "droppedId" UUID NOT NULL,
    "droppedVersion" INTEGER NOT NULL,
    "droppedName" TEXT NOT NULL,
    "taken" TEXT[],
    "state" "MergeState" NOT NULL DEFAULT 'PROPOSED',
    "proposedById" UUID NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" UUID,
    "confirmedBy" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "undoEndsAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MemberMerge_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "MemberMergeImage" (
    "committeeId" UUID NOT NULL,
    "mergeId" UUID NOT NULL,
    "record" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "before" JSONB,

    CONSTRAINT "MemberMergeImage_pkey" PRIMARY KEY ("committeeId","mergeId","record","recordId")
);
CREATE INDEX "MemberMerge_committeeId_droppedId_idx" ON "MemberMerge"("committeeId", "droppedId");
ALTER TABLE "MemberMerge" ADD CONSTRAINT "MemberMerge_committeeId_keptId_fkey" FOREIGN KEY ("committeeId", "keptId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MemberMerge" ADD CONSTRAINT "MemberMerge_committeeId_droppedId_fkey" FOREIGN KEY ("committeeId", "droppedId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MemberMergeImage" ADD CONSTRAINT "MemberMergeImage_committeeId_mergeId_fkey" FOREIGN KEY ("committeeId", "mergeId") REFERENCES "MemberMerge"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A record goes only as entered in error, and a second person confirms that.
ALTER TABLE public."MemberMerge"
  ADD CONSTRAINT "MemberMerge_two_records" CHECK ("keptId" <> "droppedId"),
  ADD CONSTRAINT "MemberMerge_confirmed_by_another" CHECK ("confirmedById" <> "proposedById"),
  ADD CONSTRAINT "MemberMerge_done" CHECK ((state IN ('DONE', 'UNDONE')) = (num_nulls("confirmedById", "confirmedAt", "undoEndsAt") = 0)),
  ADD CONSTRAINT "MemberMerge_undone" CHECK ((state = 'UNDONE') = ("undoneAt" IS NOT NULL));
CREATE UNIQUE INDEX "MemberMerge_one_at_a_time" ON public."MemberMerge" ("committeeId", "droppedId") WHERE state IN ('PROPOSED', 'DONE');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MemberMerge', 'MemberMergeImage'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO sodb_resolver', t);
    EXECUTE format('CREATE POLICY resolver_all ON public.%I TO sodb_resolver USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Who proposed what never changes: a proposal is only called off, and the functions below do the rest.
GRANT SELECT, INSERT, UPDATE (state, version) ON public."MemberMerge" TO sodb_app;
CREATE POLICY merge_read ON public."MemberMerge" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY merge_insert ON public."MemberMerge" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND "proposedById" = (SELECT app.account())
    AND state = 'PROPOSED');
CREATE POLICY merge_update ON public."MemberMerge" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')) AND state = 'PROPOSED')
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state IN ('PROPOSED', 'CANCELLED'));

-- What the functions below move to the kept record and give back. Cases in progress are moved without a word to anybody.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Member', 'MemberProfile', 'MemberSensitive', 'MemberIdentity', 'Membership'] LOOP
    EXECUTE format('GRANT INSERT ON public.%I TO sodb_resolver', t);
    EXECUTE format('CREATE POLICY resolver_gives_back ON public.%I FOR INSERT TO sodb_resolver WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'InspectionSubject', 'InspectionTeamMember'] LOOP
    EXECUTE format('GRANT SELECT, UPDATE ON public.%I TO sodb_resolver', t);
    EXECUTE format('CREATE POLICY resolver_moves ON public.%I FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT ON public."Inspection" TO sodb_resolver;

CREATE FUNCTION app.keep_merge_images(merge uuid, kept uuid, dropped uuid) RETURNS void
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
  FOREACH t IN ARRAY ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment'] LOOP
    EXECUTE format('INSERT INTO public."MemberMergeImage" SELECT $1, $2, %1$L, r.id, to_jsonb(r) FROM public.%1$I r
      WHERE r."committeeId" = $1 AND r."memberId" = $3', t) USING committee, merge, dropped;
  END LOOP;
END $$;

-- Makes two records one, confirmed by a second person: stays that the kept record has as well go, everything else is moved, and
-- the columns that were chosen are taken over. The dropped record keeps its name and nothing else.
CREATE FUNCTION app.merge_members(merge uuid, confirmer text, identity jsonb) RETURNS boolean
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
  FOR t IN SELECT unnest(ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment']) AS name LOOP
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

-- Gives the two records back as they were, within their time, and only while nobody has edited either of them.
CREATE FUNCTION app.undo_merge(merge uuid) RETURNS boolean
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
  FOR t IN SELECT unnest(ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment']) AS name LOOP
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

-- A record that has gone into another one takes nothing on any more.
CREATE FUNCTION app.record_is_there() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."MemberMerge" g WHERE g."committeeId" = NEW."committeeId" AND g."droppedId" = NEW."memberId"
      AND g.state = 'DONE') THEN
    RAISE EXCEPTION 'MemberMerge_record_gone' USING ERRCODE = '23514', CONSTRAINT = 'MemberMerge_record_gone';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_is_there BEFORE INSERT ON public."Membership" FOR EACH ROW EXECUTE FUNCTION app.record_is_there();
CREATE TRIGGER record_is_there BEFORE INSERT ON public."AccountMember" FOR EACH ROW EXECUTE FUNCTION app.record_is_there();

-- The hourly housekeeping: what two records were before they became one is kept as long as they can be separated.
CREATE FUNCTION app.purge_merges() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    DELETE FROM public."MemberMergeImage" u USING public."MemberMerge" g
      WHERE g."committeeId" = u."committeeId" AND g.id = u."mergeId" AND g."undoEndsAt" < now();
  END;

GRANT EXECUTE ON FUNCTION app.merge_members(uuid, text, jsonb), app.undo_merge(uuid), app.purge_merges() TO sodb_app;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('keep_merge_images', 'merge_members', 'purge_merges', 'record_is_there', 'undo_merge') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
