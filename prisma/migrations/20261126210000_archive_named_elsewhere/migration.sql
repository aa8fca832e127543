-- An import that is undone takes a record away, whatever was once proposed about it: the archive refers to none.
ALTER TABLE public."MemberArchive" DROP CONSTRAINT "MemberArchive_committeeId_memberId_fkey";

-- Whether any other table names this record: whatever refers to members, so that a new table cannot be forgotten. A case in
-- progress neither stops the archiving nor is told of by it: it goes on with the name.
CREATE FUNCTION app.is_named_elsewhere(member uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  named record;
  found boolean;
BEGIN
  FOR named IN SELECT c.conrelid::regclass AS place, a.attname AS name FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'committeeId'
      JOIN pg_class t ON t.oid = c.conrelid
      WHERE c.contype = 'f' AND c.confrelid = 'public."Member"'::regclass
        AND t.relname <> ALL (app.archived_tables() || ARRAY['MemberMerge', 'InspectionSubject', 'InspectionTeamMember']) LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s r WHERE r."committeeId" = $1 AND r.%I = $2)', named.place, named.name)
      INTO found USING app.committee(), member;
    IF found THEN RETURN true; END IF;
  END LOOP;
  RETURN EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = app.committee() AND i.state = 'CONCLUDED'
    AND (EXISTS (SELECT 1 FROM public."InspectionSubject" s WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = member)
      OR EXISTS (SELECT 1 FROM public."InspectionTeamMember" s WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = member)));
END $$;
REVOKE ALL ON FUNCTION app.is_named_elsewhere(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_named_elsewhere(uuid) TO sodb_resolver;
ALTER FUNCTION app.is_named_elsewhere(uuid) OWNER TO sodb_resolver;
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT DISTINCT c.conrelid::regclass FROM pg_constraint c
      WHERE c.contype = 'f' AND c.confrelid = 'public."Member"'::regclass LOOP
    EXECUTE format('GRANT SELECT ON %s TO sodb_resolver', t);
    IF NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t AND p.polcmd IN ('r', '*') AND 'sodb_resolver'::regrole::oid = ANY (p.polroles)) THEN
      EXECUTE format('CREATE POLICY resolver_reads ON %s FOR SELECT TO sodb_resolver USING (true)', t);
    END IF;
  END LOOP;
END $$;

SET LOCAL ROLE sodb_resolver;
-- Takes a record out of every list, confirmed by a second person. Its rows are kept as they were for thirty days.
CREATE OR REPLACE FUNCTION app.archive_member(archive uuid, confirmer text) RETURNS boolean
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
  IF NOT FOUND OR g.state <> 'PROPOSED' OR app.is_named_elsewhere(g."memberId") THEN
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
CREATE OR REPLACE FUNCTION app.undo_archive(archive uuid) RETURNS boolean
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
  PERFORM 1 FROM public."Member" m WHERE m."committeeId" = committee AND m.id = g."memberId" AND m.version = g."memberVersion" + 1 FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'MemberArchive_built_on' USING ERRCODE = '23514', CONSTRAINT = 'MemberArchive_built_on';
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
RESET ROLE;
