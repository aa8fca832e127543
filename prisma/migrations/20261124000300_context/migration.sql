-- Who is asking. app.enter turns a session token into a signed, transaction-local context; the policies read that context.
CREATE SCHEMA app AUTHORIZATION CURRENT_USER;
GRANT USAGE ON SCHEMA app TO sodb_app, sodb_signin;
GRANT USAGE, CREATE ON SCHEMA app TO sodb_resolver;
GRANT USAGE ON SCHEMA public TO sodb_app, sodb_signin, sodb_resolver, sodb_backup;

-- The signing key never leaves this table: only functions owned by the resolver read it.
CREATE TABLE app.context_key (key bytea NOT NULL);
INSERT INTO app.context_key VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
ALTER TABLE app.context_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.context_key FORCE ROW LEVEL SECURITY;
CREATE POLICY resolver_reads ON app.context_key FOR SELECT TO sodb_resolver USING (true);
GRANT SELECT ON app.context_key TO sodb_resolver;

GRANT SELECT ON public."Session", public."Account", public."RoleGrant", public."AccountMember", public."BranchOffice",
  public."CommitteeOffice", public."Assignment", public."Inspection", public."InspectionSubject",
  public."InspectionTeamMember" TO sodb_resolver;

CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE
  RETURN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

/* Context layout, separated by "|":
   1 signature · 2 transaction start and backend · 3 committee · 4 account · 5 member · 6 session · 7 rights · 8 own branches · 9 assigned branches
   Rights: O office, L leader, I inspector, A admin, S system, B has an own branch, C has an assigned branch,
   P Party secretary of the committee, H head of the inspection commission. */
CREATE FUNCTION app.sign(payload text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT encode(sha256(k.key || sha256(k.key || convert_to(payload, 'UTF8'))), 'hex') FROM app.context_key k;
  END;

CREATE FUNCTION app.transaction_stamp() RETURNS text LANGUAGE sql STABLE
  RETURN extract(epoch FROM now())::text || '.' || pg_backend_pid()::text;

-- The rights of one account in one register today.
CREATE FUNCTION app.rights_of(committee uuid, account uuid, member uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce((SELECT string_agg(DISTINCT substr(g.role::text, 1, 1), '') FROM public."RoleGrant" g
        WHERE g."committeeId" = committee AND g."accountId" = account
          AND g."startsOn" <= app.today() AND (g."endsOn" IS NULL OR g."endsOn" > app.today())
          AND (g.role = 'OFFICE' OR g."confirmedAt" IS NOT NULL)), '')
      || coalesce((SELECT string_agg(DISTINCT CASE o.kind WHEN 'SECRETARY' THEN 'P' ELSE 'H' END, '') FROM public."CommitteeOffice" o
        WHERE o."committeeId" = committee AND o."memberId" = member AND o.kind IN ('SECRETARY', 'INSPECTION_HEAD')
          AND o."startsOn" <= app.today() AND (o."endsOn" IS NULL OR o."endsOn" > app.today())), '');
  END;

CREATE FUNCTION app.own_branches_of(committee uuid, member uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT o."branchId"), '{}') FROM public."BranchOffice" o
      WHERE o."committeeId" = committee AND o."memberId" = member AND o.kind = 'SECRETARY'
        AND o."startsOn" <= app.today() AND (o."endsOn" IS NULL OR o."endsOn" > app.today());
  END;

CREATE FUNCTION app.assigned_branches_of(committee uuid, member uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT a."branchId"), '{}') FROM public."Assignment" a
      WHERE a."committeeId" = committee AND a."memberId" = member
        AND a."startsOn" <= app.today() AND (a."endsOn" IS NULL OR a."endsOn" > app.today());
  END;

CREATE FUNCTION app.enter(token text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
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
      a."disabledAt", a."mustChangePassword"
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
  payload := concat_ws('|', app.transaction_stamp(), coalesce(s."committeeId"::text, ''), coalesce(s."accountId"::text, ''),
    coalesce(member::text, ''), s.id, rights, array_to_string(own, ','), array_to_string(assigned, ','));
  PERFORM set_config('app.context', app.sign(payload) || '|' || payload, true);
  RETURN jsonb_build_object('sessionId', s.id, 'kind', s.kind, 'accountId', s."accountId", 'committeeId', s."committeeId",
    'memberId', member, 'rights', rights, 'ownBranchIds', to_jsonb(own), 'assignedBranchIds', to_jsonb(assigned),
    'username', s.username, 'displayName', coalesce(s."displayName", s."startedBy"),
    'today', app.today(), 'mustChangePassword', coalesce(s."mustChangePassword", false), 'stale', s."lastSeenAt" < now() - interval '1 minute');
END $$;

CREATE FUNCTION app.claims() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
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
  RETURN parts;
END $$;

CREATE FUNCTION app.committee() RETURNS uuid LANGUAGE sql STABLE RETURN nullif((app.claims())[3], '')::uuid;
CREATE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE RETURN nullif((app.claims())[4], '')::uuid;
CREATE FUNCTION app.member() RETURNS uuid LANGUAGE sql STABLE RETURN nullif((app.claims())[5], '')::uuid;
CREATE FUNCTION app.session_id() RETURNS uuid LANGUAGE sql STABLE RETURN nullif((app.claims())[6], '')::uuid;
-- True where the context holds one of the rights, given as a character class such as '[OL]'.
CREATE FUNCTION app.has(class text) RETURNS boolean LANGUAGE sql STABLE RETURN coalesce((app.claims())[7] ~ class, false);
CREATE FUNCTION app.own_branches() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN coalesce(string_to_array(nullif((app.claims())[8], ''), ',')::uuid[], '{}');
CREATE FUNCTION app.assigned_branches() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN coalesce(string_to_array(nullif((app.claims())[9], ''), ',')::uuid[], '{}');
CREATE FUNCTION app.read_branches() RETURNS uuid[] LANGUAGE sql STABLE RETURN app.own_branches() || app.assigned_branches();

-- A case in progress exists for its team, the head of the inspection commission and the Party secretary, less the subjects
-- and the secretaries of subject branches. A concluded one for the register's readers and the branches it names.
CREATE FUNCTION app.sees_inspection(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
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
        AND NOT EXISTS (SELECT 1 FROM public."InspectionSubject" s
          WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
            AND (s."memberId" = app.member() OR s."branchId" = ANY (app.own_branches())))));
  END;

-- Members who are subjects of inspections that the caller sees.
CREATE FUNCTION app.case_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(s."memberId"), '{}') FROM public."InspectionSubject" s
      WHERE s."committeeId" = app.committee() AND s."memberId" IS NOT NULL AND app.sees_inspection(s."inspectionId");
  END;

DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS signature, p.proname AS name, p.prosecdef AS definer
    FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver, %I', f.signature, current_user);
    IF f.name NOT IN ('sign', 'rights_of', 'own_branches_of', 'assigned_branches_of') THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_app', f.signature);
    END IF;
    IF f.name = 'enter' THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_signin', f.signature);
    END IF;
    IF f.definer THEN
      EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f.signature);
    END IF;
  END LOOP;
END $$;
