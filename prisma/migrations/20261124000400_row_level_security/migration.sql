-- The wall underneath the queries. Every table: enabled, forced, a policy for each granted command.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY owner_all ON app.context_key TO CURRENT_USER USING (true) WITH CHECK (true);

-- Sign-in: accounts, sessions, codes, throttle, devices; and which registers an account works in.
GRANT SELECT, UPDATE ("username", "displayName", "passwordHash", "mustChangePassword", "version") ON public."Account" TO sodb_signin;
GRANT SELECT, INSERT, UPDATE ("lastSeenAt", "endedAt", "committeeId") ON public."Session" TO sodb_signin;
GRANT SELECT, UPDATE ("usedAt") ON public."OneTimeCode" TO sodb_signin;
GRANT SELECT, INSERT, UPDATE, DELETE ON public."SignInThrottle" TO sodb_signin;
GRANT SELECT, INSERT, UPDATE ("lastSeenAt"), DELETE ON public."KnownDevice" TO sodb_signin;
GRANT SELECT ON public."RoleGrant", public."AccountMember" TO sodb_signin;
CREATE POLICY signin_all ON public."Account" TO sodb_signin USING (true) WITH CHECK (true);
CREATE POLICY signin_all ON public."Session" TO sodb_signin USING (true) WITH CHECK (kind = 'PERSON');
CREATE POLICY signin_all ON public."OneTimeCode" TO sodb_signin USING (true) WITH CHECK (true);
CREATE POLICY signin_all ON public."SignInThrottle" TO sodb_signin USING (true) WITH CHECK (true);
CREATE POLICY signin_all ON public."KnownDevice" TO sodb_signin USING (true) WITH CHECK (true);
CREATE POLICY signin_reads ON public."RoleGrant" FOR SELECT TO sodb_signin USING (true);
CREATE POLICY signin_reads ON public."AccountMember" FOR SELECT TO sodb_signin USING (true);

-- Accounts as the register sees them. The password hash can be set, never read.
GRANT SELECT (id, username, "displayName", "mustChangePassword", "disabledAt", "createdAt", version),
  INSERT (id, username, "displayName", "mustChangePassword", "disabledAt", "createdAt", version),
  UPDATE ("displayName", "passwordHash", "mustChangePassword", "disabledAt", version) ON public."Account" TO sodb_app;
CREATE POLICY account_read ON public."Account" FOR SELECT TO sodb_app USING (
  id = (SELECT app.account()) OR (SELECT app.has('[SALO]')) AND (
    EXISTS (SELECT 1 FROM public."RoleGrant" g WHERE g."accountId" = "Account".id)
    OR EXISTS (SELECT 1 FROM public."AccountMember" m WHERE m."accountId" = "Account".id)));
CREATE POLICY account_insert ON public."Account" FOR INSERT TO sodb_app WITH CHECK ((SELECT app.has('[SA]')));
CREATE POLICY account_update ON public."Account" FOR UPDATE TO sodb_app USING (
  id = (SELECT app.account()) OR (SELECT app.has('[SA]'))) WITH CHECK (id = (SELECT app.account()) OR (SELECT app.has('[SA]')));

GRANT SELECT (id, kind, "accountId", "committeeId", address, device, "createdAt", "lastSeenAt", "expiresAt", "endedAt"),
  UPDATE ("endedAt") ON public."Session" TO sodb_app;
CREATE POLICY session_read ON public."Session" FOR SELECT TO sodb_app USING (
  "accountId" = (SELECT app.account()) OR (SELECT app.has('[SA]')) AND "committeeId" = (SELECT app.committee()));
CREATE POLICY session_end ON public."Session" FOR UPDATE TO sodb_app USING (
  "accountId" = (SELECT app.account()) OR (SELECT app.has('[SAL]')) AND "committeeId" = (SELECT app.committee()));

GRANT SELECT (id, purpose, "accountId", "createdAt", "expiresAt", "usedAt"), INSERT, UPDATE ("usedAt") ON public."OneTimeCode" TO sodb_app;
CREATE POLICY code_read ON public."OneTimeCode" FOR SELECT TO sodb_app USING ((SELECT app.has('[SA]')));
CREATE POLICY code_insert ON public."OneTimeCode" FOR INSERT TO sodb_app WITH CHECK ((SELECT app.has('[SA]')) AND purpose IN ('INVITE', 'RESET'));
CREATE POLICY code_update ON public."OneTimeCode" FOR UPDATE TO sodb_app USING ((SELECT app.has('[SA]')));

GRANT SELECT, INSERT, UPDATE ON public."RoleGrant", public."AccountMember" TO sodb_app;
CREATE POLICY grant_read ON public."RoleGrant" FOR SELECT TO sodb_app USING (
  "committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SALO]')) OR "accountId" = (SELECT app.account())));
CREATE POLICY grant_insert ON public."RoleGrant" FOR INSERT TO sodb_app WITH CHECK (
  "committeeId" = (SELECT app.committee()) AND ((SELECT app.has('S'))
    OR (SELECT app.has('A')) AND "accountId" <> (SELECT app.account()) AND "confirmedAt" IS NULL AND "grantedById" = (SELECT app.account())));
CREATE POLICY grant_update ON public."RoleGrant" FOR UPDATE TO sodb_app USING (
  "committeeId" = (SELECT app.committee()) AND ((SELECT app.has('S')) OR (SELECT app.has('[AL]')) AND "accountId" <> (SELECT app.account())))
  WITH CHECK ("committeeId" = (SELECT app.committee()));
CREATE POLICY link_read ON public."AccountMember" FOR SELECT TO sodb_app USING (
  "committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SALO]')) OR "accountId" = (SELECT app.account())));
CREATE POLICY link_insert ON public."AccountMember" FOR INSERT TO sodb_app WITH CHECK (
  "committeeId" = (SELECT app.committee()) AND ((SELECT app.has('S'))
    OR (SELECT app.has('A')) AND "accountId" <> (SELECT app.account()) AND "confirmedAt" IS NULL AND "linkedById" = (SELECT app.account())));
CREATE POLICY link_update ON public."AccountMember" FOR UPDATE TO sodb_app USING (
  "committeeId" = (SELECT app.committee()) AND ((SELECT app.has('S')) OR (SELECT app.has('[AL]')) AND "accountId" <> (SELECT app.account())))
  WITH CHECK ("committeeId" = (SELECT app.committee()));

-- A right that needs a leader is confirmed only by a leader.
CREATE FUNCTION public.confirmed_by_leader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'sodb_app' AND NEW."confirmedAt" IS NOT NULL AND OLD."confirmedAt" IS NULL AND NOT app.has('[SL]') THEN
    RAISE EXCEPTION 'only a leader confirms a right' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_confirmed_by_leader BEFORE UPDATE ON public."RoleGrant" FOR EACH ROW EXECUTE FUNCTION public.confirmed_by_leader();
CREATE TRIGGER link_confirmed_by_leader BEFORE UPDATE ON public."AccountMember" FOR EACH ROW EXECUTE FUNCTION public.confirmed_by_leader();

-- The register and its skeleton.
GRANT SELECT, INSERT, UPDATE ON public."Committee", public."CommitteeName", public."Term", public."CommitteeOffice", public."Branch",
  public."BranchSuccession", public."Village", public."BranchVillage", public."BranchOffice", public."CivilOffice", public."RuleSet",
  public."Target", public."RatingRound", public."Member", public."MemberProfile", public."MemberSensitive", public."MemberIdentity",
  public."Membership", public."MemberStatus", public."Assignment", public."Rating", public."Inspection", public."CommandReceipt" TO sodb_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public."InspectionSubject", public."InspectionTeamMember", public."InspectionTopicRow" TO sodb_app;
GRANT SELECT, INSERT ON public."AccessLog" TO sodb_app;
GRANT SELECT ON public."AuditEvent", public."AuditChange" TO sodb_app;

CREATE POLICY committee_read ON public."Committee" FOR SELECT TO sodb_app USING (id = (SELECT app.committee()));
CREATE POLICY committee_write ON public."Committee" FOR INSERT TO sodb_app WITH CHECK (id = (SELECT app.committee()) AND (SELECT app.has('S')));
CREATE POLICY committee_update ON public."Committee" FOR UPDATE TO sodb_app USING (id = (SELECT app.committee()) AND (SELECT app.has('S')));
CREATE POLICY name_read ON public."CommitteeName" FOR SELECT TO sodb_app USING ("committeeId" = (SELECT app.committee()));
CREATE POLICY name_insert ON public."CommitteeName" FOR INSERT TO sodb_app WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOA]')));
CREATE POLICY name_update ON public."CommitteeName" FOR UPDATE TO sodb_app USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOA]')));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Term','Branch','BranchSuccession','Village','BranchVillage','RuleSet','Target','RatingRound'] LOOP
    EXECUTE format($f$CREATE POLICY register_read ON public.%I FOR SELECT TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOLIBC]')))$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Term','Branch','BranchSuccession','Village','BranchVillage','RuleSet','Target','RatingRound',
    'CommitteeOffice','BranchOffice','CivilOffice','Member','Membership','MemberStatus','Assignment'] LOOP
    EXECUTE format($f$CREATE POLICY register_insert ON public.%I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Term','BranchSuccession','Village','BranchVillage','RuleSet','Target','RatingRound',
    'CommitteeOffice','BranchOffice','CivilOffice','Membership','MemberStatus','Assignment'] LOOP
    EXECUTE format($f$CREATE POLICY register_update ON public.%I FOR UPDATE TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))$f$, t);
  END LOOP;
END $$;

CREATE POLICY branch_update ON public."Branch" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR id = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR id = ANY ((SELECT app.own_branches())::uuid[])));

CREATE POLICY office_read ON public."CommitteeOffice" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR "memberId" = (SELECT app.member())));
CREATE POLICY branch_office_read ON public."BranchOffice" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])
    OR "memberId" = (SELECT app.member())));
CREATE POLICY civil_office_read ON public."CivilOffice" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR EXISTS (SELECT 1 FROM public."BranchVillage" v
    WHERE v."committeeId" = "CivilOffice"."committeeId" AND v."villageId" = "CivilOffice"."villageId"
      AND v."branchId" = ANY ((SELECT app.read_branches())::uuid[]))));
CREATE POLICY assignment_read ON public."Assignment" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])
    OR "memberId" = (SELECT app.member())));

-- Members. A secretary's branch keeps the names of those who were in it; the profile goes with the member.
CREATE POLICY membership_read ON public."Membership" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[]) AND "startsOn" <= app.today() AND ("endsOn" IS NULL OR "endsOn" > app.today())
    OR "memberId" = (SELECT app.member()) OR "memberId" = ANY ((SELECT app.case_members())::uuid[])));

CREATE FUNCTION app.current_members_of(branches uuid[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(m."memberId"), '{}') FROM public."Membership" m
      WHERE m."committeeId" = app.committee() AND m."branchId" = ANY (branches)
        AND m."startsOn" <= app.today() AND (m."endsOn" IS NULL OR m."endsOn" > app.today());
  END;
-- Names a reader without register-wide sight may see besides the members of the own branches: those in charge of them.
CREATE FUNCTION app.named_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(x.id), '{}') FROM (
      SELECT m."memberId" AS id FROM public."Membership" m
        WHERE m."committeeId" = app.committee() AND m."branchId" = ANY (app.own_branches())
      UNION SELECT unnest(app.current_members_of(app.assigned_branches()))
      UNION SELECT a."memberId" FROM public."Assignment" a
        WHERE a."committeeId" = app.committee() AND a."branchId" = ANY (app.read_branches())
      UNION SELECT o."memberId" FROM public."BranchOffice" o
        WHERE o."committeeId" = app.committee() AND o."branchId" = ANY (app.read_branches())
      UNION SELECT unnest(app.case_members())
      UNION SELECT app.member() WHERE app.member() IS NOT NULL) x;
  END;
-- Profiles: the members in the own or assigned branches today, the subjects of the caller's cases, and the caller.
CREATE FUNCTION app.open_profiles() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT app.current_members_of(app.read_branches()) || app.case_members() || app.member();
  END;
CREATE FUNCTION app.own_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT app.current_members_of(app.own_branches());
  END;

CREATE POLICY member_read ON public."Member" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR id = ANY ((SELECT app.named_members())::uuid[])));
CREATE POLICY member_update ON public."Member" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR id = ANY ((SELECT app.own_members())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR id = ANY ((SELECT app.own_members())::uuid[])));
CREATE POLICY profile_read ON public."MemberProfile" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.open_profiles())::uuid[])));
CREATE POLICY sensitive_read ON public."MemberSensitive" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])
    OR "memberId" = (SELECT app.member())));
CREATE POLICY identity_read ON public."MemberIdentity" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])
    OR "memberId" = (SELECT app.member())));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MemberProfile', 'MemberSensitive', 'MemberIdentity'] LOOP
    EXECUTE format($f$CREATE POLICY part_insert ON public.%I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])))$f$, t);
    EXECUTE format($f$CREATE POLICY part_update ON public.%I FOR UPDATE TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])))
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])))$f$, t);
  END LOOP;
END $$;
CREATE POLICY status_read ON public."MemberStatus" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.named_members())::uuid[])));

-- What a secretary may not touch in rows that are otherwise the branch's own.
CREATE FUNCTION public.secretary_keeps_to_own_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept text[] := string_to_array(TG_ARGV[0], ',');
BEGIN
  IF current_user = 'sodb_app' AND NOT app.has('[SO]')
    AND EXISTS (SELECT 1 FROM unnest(kept) c WHERE to_jsonb(NEW) -> c IS DISTINCT FROM to_jsonb(OLD) -> c) THEN
    RAISE EXCEPTION 'the office keeps these columns' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER branch_office_columns BEFORE UPDATE ON public."Branch" FOR EACH ROW
  EXECUTE FUNCTION public.secretary_keeps_to_own_columns('committeeId,id,kind,name,sortKey,startsOn,endsOn,decisionNumber');
CREATE TRIGGER profile_office_columns BEFORE UPDATE ON public."MemberProfile" FOR EACH ROW
  EXECUTE FUNCTION public.secretary_keeps_to_own_columns('committeeId,memberId,cardNumber,oldCardNumber,cardIssuedBy,cardIssuedOn,recordNumber,admittedOn,ceremonyOn,officialOn,officialDecidedOn');

-- Ratings.
CREATE POLICY rating_read ON public."Rating" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND (state = 'DECIDED' OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    OR state = 'DECIDED' AND ("branchId" = ANY ((SELECT app.assigned_branches())::uuid[]) OR "memberId" = (SELECT app.member())
      OR "memberId" = ANY ((SELECT app.case_members())::uuid[]) OR subject = 'COMMITTEE')));
CREATE POLICY rating_insert ON public."Rating" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'PROPOSED'));
CREATE POLICY rating_update ON public."Rating" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'PROPOSED'))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'PROPOSED'));
-- Nobody writes about themselves, whatever other policy is added.
CREATE POLICY rating_never_own_insert ON public."Rating" AS RESTRICTIVE FOR INSERT TO sodb_app
  WITH CHECK ("memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL);
CREATE POLICY rating_never_own_update ON public."Rating" AS RESTRICTIVE FOR UPDATE TO sodb_app
  USING ("memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL);

-- Inspections.
CREATE POLICY inspection_read ON public."Inspection" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND app.sees_inspection(id));
CREATE POLICY inspection_insert ON public."Inspection" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SI]')) OR (SELECT app.has('O')) AND state = 'CONCLUDED'));
CREATE POLICY inspection_update ON public."Inspection" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SIO]')) AND app.sees_inspection(id));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InspectionSubject', 'InspectionTeamMember', 'InspectionTopicRow'] LOOP
    EXECUTE format($f$CREATE POLICY case_read ON public.%I FOR SELECT TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND app.sees_inspection("inspectionId"))$f$, t);
    EXECUTE format($f$CREATE POLICY case_insert ON public.%I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SIO]')))$f$, t);
    EXECUTE format($f$CREATE POLICY case_update ON public.%I FOR UPDATE TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SIO]')) AND app.sees_inspection("inspectionId"))$f$, t);
    EXECUTE format($f$CREATE POLICY case_delete ON public.%I FOR DELETE TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SIO]')) AND app.sees_inspection("inspectionId"))$f$, t);
  END LOOP;
END $$;

-- Receipts, access log, audit.
CREATE POLICY receipt_own ON public."CommandReceipt" TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()));
CREATE POLICY access_insert ON public."AccessLog" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()));
CREATE POLICY access_read ON public."AccessLog" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SL]')) OR "accountId" = (SELECT app.account())));
CREATE POLICY audit_read ON public."AuditEvent" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SL]')) OR "accountId" = (SELECT app.account()) OR (SELECT app.has('A')) AND "subjectKind" = 'account')
    AND ("subjectKind" <> 'inspection' OR app.sees_inspection("subjectId")));
CREATE POLICY change_read ON public."AuditChange" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."AuditEvent" e
    WHERE e."committeeId" = "AuditChange"."committeeId" AND e.seq = "AuditChange".seq));

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('current_members_of', 'named_members', 'open_profiles', 'own_members') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_app, sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
GRANT SELECT ON public."Membership" TO sodb_resolver;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO sodb_backup;
GRANT USAGE ON SCHEMA app TO sodb_backup;
GRANT SELECT ON app.context_key TO sodb_backup;
