-- A register that was restored from a backup is read, and written by nobody, until a leader has accepted it.
CREATE TYPE "RestoreKind" AS ENUM ('PHYSICAL', 'PORTABLE');

CREATE TABLE "Restore" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "RestoreKind" NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "restoredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "restoredBy" TEXT NOT NULL,
    "reason" TEXT,
    "keptAs" TEXT,
    "auditSeq" BIGINT NOT NULL,
    "auditHash" BYTEA NOT NULL,
    "beforeSeq" BIGINT,
    "beforeHash" BYTEA,
    "acceptedById" UUID,
    "acceptedBy" TEXT,
    "acceptedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Restore_pkey" PRIMARY KEY ("committeeId","id")
);
ALTER TABLE "Restore" ADD CONSTRAINT "Restore_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Restore"
  ADD CONSTRAINT "Restore_accepted" CHECK (num_nonnulls("acceptedById", "acceptedBy", "acceptedAt") IN (0, 3)),
  ADD CONSTRAINT "Restore_one_end" CHECK (num_nonnulls("acceptedAt", "supersededAt") < 2),
  ADD CONSTRAINT "Restore_before" CHECK (num_nonnulls("beforeSeq", "beforeHash") IN (0, 2)),
  ADD CONSTRAINT "Restore_said" CHECK (btrim("restoredBy") <> '' AND btrim(reason) <> '' AND btrim("keptAs") <> '');
-- One waits at a time; without any, the look for it ends in an empty index.
CREATE UNIQUE INDEX "Restore_pending" ON public."Restore" ("committeeId") WHERE "acceptedAt" IS NULL AND "supersededAt" IS NULL;

ALTER TABLE public."Restore" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Restore" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."Restore" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
GRANT SELECT ON public."Restore" TO sodb_app, sodb_backup, sodb_resolver;
GRANT UPDATE ("acceptedById", "acceptedBy", "acceptedAt", version) ON public."Restore" TO sodb_app;
CREATE POLICY resolver_reads ON public."Restore" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY restore_read ON public."Restore" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SLOAR]')));
-- R is given by app.enter alone, to a leader who administers nothing, while one waits.
CREATE POLICY restore_accept ON public."Restore" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "acceptedAt" IS NULL AND "supersededAt" IS NULL AND (SELECT app.has('R')))
  WITH CHECK ("acceptedById" = (SELECT app.account()) AND "acceptedAt" IS NOT NULL);

SET LOCAL ROLE sodb_resolver;

/* While a restored state waits, a context of the runtime role is one of two: as usual, which reads everything it otherwise
   reads in a transaction that has been made read-only, and is worth nothing in any other (its rights end in r); or aside, which
   may write and has no right but A, to let people in, or R, to accept the state. The other roles work as ever. */
DROP FUNCTION app.enter(text);
CREATE FUNCTION app.enter(token text, aside boolean DEFAULT false) RETURNS jsonb
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  s record;
  member uuid;
  rights text := 'S';
  own uuid[] := '{}';
  assigned uuid[] := '{}';
  payload text;
BEGIN
  PERFORM set_config('app.context', '', true);
  SELECT x.id, x.kind, x."accountId", x."committeeId", x."lastSeenAt", x."startedBy", a.username, a."displayName",
      a."disabledAt", a."mustChangePassword",
      CASE WHEN session_user = 'sodb_app' THEN (SELECT jsonb_build_object('id', r.id, 'takenAt', r."takenAt") FROM public."Restore" r
        WHERE r."committeeId" = x."committeeId" AND r."acceptedAt" IS NULL AND r."supersededAt" IS NULL) END AS pending
    INTO s FROM public."Session" x LEFT JOIN public."Account" a ON a.id = x."accountId"
    WHERE x."tokenHash" = sha256(convert_to(token, 'UTF8')) AND x."endedAt" IS NULL AND x."expiresAt" > now()
      AND x."lastSeenAt" + make_interval(secs => x."idleSeconds") > now();
  IF NOT FOUND OR s."disabledAt" IS NOT NULL THEN RETURN NULL; END IF;
  IF s.kind = 'PERSON' AND s."mustChangePassword" THEN
    rights := '';
  ELSIF s.kind = 'PERSON' THEN
    SELECT l."memberId" INTO member FROM public."AccountMember" l
      WHERE l."committeeId" = s."committeeId" AND l."accountId" = s."accountId" AND l."confirmedAt" IS NOT NULL;
    rights := app.rights_of(s."committeeId", s."accountId", member);
    IF member IS NOT NULL THEN
      own := app.own_branches_of(s."committeeId", member);
      assigned := app.assigned_branches_of(s."committeeId", member);
    END IF;
    rights := rights || CASE WHEN own <> '{}' THEN 'B' ELSE '' END || CASE WHEN assigned <> '{}' THEN 'C' ELSE '' END;
  END IF;
  IF s.pending IS NOT NULL AND aside THEN
    rights := CASE WHEN rights ~ 'A' THEN 'A' WHEN rights ~ 'L' THEN 'R' ELSE '' END;
    member := NULL;
    own := '{}';
    assigned := '{}';
  ELSIF s.pending IS NOT NULL THEN
    rights := rights || 'r';
    PERFORM set_config('transaction_read_only', 'on', true);
  END IF;
  payload := concat_ws('|', app.transaction_stamp(), coalesce(s."committeeId"::text, ''), coalesce(s."accountId"::text, ''),
    coalesce(member::text, ''), s.id, rights, array_to_string(own, ','), array_to_string(assigned, ','));
  PERFORM set_config('app.context', app.sign(payload) || '|' || payload, true);
  RETURN jsonb_build_object('sessionId', s.id, 'kind', s.kind, 'accountId', s."accountId", 'committeeId', s."committeeId",
    'memberId', member, 'rights', rights, 'ownBranchIds', to_jsonb(own), 'assignedBranchIds', to_jsonb(assigned),
    'username', s.username, 'displayName', coalesce(s."displayName", s."startedBy"),
    'today', app.today(), 'mustChangePassword', coalesce(s."mustChangePassword", false), 'pendingRestore', s.pending,
    'stale', s."lastSeenAt" < now() - interval '1 minute');
END $$;
REVOKE ALL ON FUNCTION app.enter(text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enter(text, boolean) TO sodb_app, sodb_signin, sodb_owner;

-- Going back to before app.enter makes a transaction writable again, and a context that was kept over it worth nothing.
CREATE OR REPLACE FUNCTION app.claims() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  raw text := current_setting('app.context', true);
  payload text;
  parts text[];
BEGIN
  IF raw IS NULL OR raw = '' THEN RETURN NULL; END IF;
  payload := substr(raw, 66);
  IF substr(raw, 1, 65) <> app.sign(payload) || '|' THEN RETURN NULL; END IF;
  parts := string_to_array(raw, '|');
  IF parts[2] <> app.transaction_stamp() THEN RETURN NULL; END IF;
  IF right(parts[7], 1) = 'r' AND current_setting('transaction_read_only') <> 'on' THEN RETURN NULL; END IF;
  RETURN parts;
END $$;

RESET ROLE;
