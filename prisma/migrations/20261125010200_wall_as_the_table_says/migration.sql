-- Row level security where it was found to differ from the policy table, which follows SECURITY.

-- Cases. Who works on one: the inspector who opened it or is in its team.
CREATE FUNCTION app.works_on_inspection(inspection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT app.sees_inspection(inspection) AND (app.has('S') OR app.has('I') AND EXISTS (SELECT 1 FROM public."Inspection" i
      WHERE i."committeeId" = app.committee() AND i.id = inspection AND (i."openedById" = app.account()
        OR EXISTS (SELECT 1 FROM public."InspectionTeamMember" t
          WHERE t."committeeId" = i."committeeId" AND t."inspectionId" = i.id AND t."memberId" = app.member()))));
  END;
-- Their subjects' records are open to them, and to nobody else who merely sees the case.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.case_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(s."memberId"), '{}') FROM public."InspectionSubject" s
      WHERE s."committeeId" = app.committee() AND s."memberId" IS NOT NULL AND app.works_on_inspection(s."inspectionId");
  END;
RESET ROLE;
-- Subjects whom a reader of cases reads by name: all of the concluded ones for the register's readers, and those of an open
-- case for its circle.
CREATE FUNCTION app.case_subjects() RETURNS TABLE (member_id uuid, branch_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT s."memberId", s."branchId" FROM public."InspectionSubject" s
      JOIN public."Inspection" i ON i."committeeId" = s."committeeId" AND i.id = s."inspectionId"
      WHERE s."committeeId" = app.committee() AND app.sees_inspection(i.id) AND (i.state = 'IN_PROGRESS' OR app.has('[SOLI]'));
  END;
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.named_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(x.id), '{}') FROM (
      SELECT m."memberId" AS id FROM public."Membership" m
        WHERE m."committeeId" = app.committee() AND m."branchId" = ANY (app.own_branches())
      UNION SELECT unnest(app.current_members_of(app.assigned_branches()))
      UNION SELECT a."memberId" FROM public."Assignment" a
        WHERE a."committeeId" = app.committee() AND a."branchId" = ANY (app.read_branches())
      UNION SELECT o."memberId" FROM public."BranchOffice" o
        WHERE o."committeeId" = app.committee() AND o."branchId" = ANY (app.read_branches())
      UNION SELECT c.member_id FROM app.case_subjects() c WHERE c.member_id IS NOT NULL
      UNION SELECT app.member() WHERE app.member() IS NOT NULL) x;
  END;
RESET ROLE;
ALTER POLICY register_read ON public."Branch"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]'))
    OR id IN (SELECT m."branchId" FROM public."Membership" m WHERE m."memberId" = (SELECT app.member()))
    OR id IN (SELECT o."branchId" FROM public."BranchOffice" o WHERE o."memberId" = (SELECT app.member()))
    OR id IN (SELECT a."branchId" FROM public."Assignment" a WHERE a."memberId" = (SELECT app.member()))
    OR id IN (SELECT c.branch_id FROM app.case_subjects() c)));

ALTER POLICY inspection_update ON public."Inspection"
  USING ("committeeId" = (SELECT app.committee()) AND app.works_on_inspection(id));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InspectionSubject', 'InspectionTeamMember', 'InspectionTopicRow'] LOOP
    EXECUTE format($f$ALTER POLICY case_insert ON public.%I
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (app.works_on_inspection("inspectionId")
        OR (SELECT app.has('O')) AND EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = %1$I."committeeId"
          AND i.id = "inspectionId" AND i.state = 'CONCLUDED' AND i."openedById" = (SELECT app.account()))))$f$, t);
    EXECUTE format($f$ALTER POLICY case_update ON public.%I
      USING ("committeeId" = (SELECT app.committee()) AND app.works_on_inspection("inspectionId"))$f$, t);
    EXECUTE format($f$ALTER POLICY case_delete ON public.%I
      USING ("committeeId" = (SELECT app.committee()) AND app.works_on_inspection("inspectionId"))$f$, t);
  END LOOP;
END $$;
-- Of a concluded case a branch or a member reads the own line among the subjects.
ALTER POLICY case_read ON public."InspectionSubject"
  USING ("committeeId" = (SELECT app.committee()) AND app.sees_inspection("inspectionId") AND ((SELECT app.has('[SOLI]'))
    OR "memberId" = (SELECT app.member()) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    OR EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = "InspectionSubject"."committeeId"
      AND i.id = "inspectionId" AND i.state = 'IN_PROGRESS')));

-- Members. A name in an office opens no status; a former member's statuses are read as far as the time in the branch goes.
ALTER POLICY status_read ON public."MemberStatus"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.open_profiles())::uuid[])
    OR EXISTS (SELECT 1 FROM public."Membership" h WHERE h."committeeId" = "MemberStatus"."committeeId"
      AND h."memberId" = "MemberStatus"."memberId" AND h."branchId" = ANY ((SELECT app.own_branches())::uuid[])
      AND daterange(h."startsOn", h."endsOn") && daterange("MemberStatus"."startsOn", "MemberStatus"."endsOn"))));
-- Records are opened, and ID numbers kept, by the office.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MemberProfile', 'MemberSensitive', 'MemberIdentity'] LOOP
    EXECUTE format($f$ALTER POLICY part_insert ON public.%I
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))$f$, t);
  END LOOP;
END $$;
ALTER POLICY part_update ON public."MemberIdentity"
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
SET LOCAL ROLE sodb_resolver;
REVOKE EXECUTE ON FUNCTION app.current_members_of(uuid[]) FROM sodb_app;
RESET ROLE;

-- Ratings. A leader records and confirms, and proposes nothing; a branch proposes for members it has had.
ALTER POLICY rating_insert ON public."Rating"
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR (SELECT app.has('L')) AND state <> 'PROPOSED'
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'PROPOSED'
      AND ("memberId" IS NULL OR EXISTS (SELECT 1 FROM public."Membership" h WHERE h."committeeId" = "Rating"."committeeId"
        AND h."memberId" = "Rating"."memberId" AND h."branchId" = "Rating"."branchId"))));
ALTER POLICY rating_update ON public."Rating"
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR (SELECT app.has('L')) AND state <> 'PROPOSED'
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'PROPOSED'));
-- Whom a rating is about never changes, and the branch's part of it stays as proposed once the committee's is recorded.
CREATE FUNCTION public.rating_keeps_its_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject text[] := ARRAY['committeeId', 'id', 'roundId', 'subject', 'memberId', 'branchId'];
  proposal text[] := ARRAY['proposedLevel', 'proposedById', 'votedOn', 'voteBase', 'votesExcellent', 'votesGood', 'votesCompleted',
    'votesFailed', 'votesInvalid'];
  kept text[] := CASE WHEN OLD.state = 'PROPOSED' AND NEW.state = 'PROPOSED' THEN subject ELSE subject || proposal END;
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(kept) c WHERE to_jsonb(NEW) -> c IS DISTINCT FROM to_jsonb(OLD) -> c) THEN
    RAISE EXCEPTION 'a rating keeps its subject and its proposal' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_keeps_its_parts BEFORE UPDATE ON public."Rating" FOR EACH ROW EXECUTE FUNCTION public.rating_keeps_its_parts();

-- Rules are copied once and never edited; a register is opened by the owner of the database; its name is the office's to record.
DROP POLICY register_update ON public."RuleSet";
REVOKE UPDATE ON public."RuleSet" FROM sodb_app;
DROP POLICY committee_write ON public."Committee";
DROP POLICY committee_update ON public."Committee";
REVOKE INSERT, UPDATE ON public."Committee" FROM sodb_app;
ALTER POLICY name_insert ON public."CommitteeName"
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
ALTER POLICY name_update ON public."CommitteeName"
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- Accounts. Those of the register, found without reading anybody's rights: a change that names no row asks no right to read,
-- so the policy for changes says itself whose accounts they are.
CREATE FUNCTION app.register_accounts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(x.id), '{}') FROM (
      SELECT g."accountId" AS id FROM public."RoleGrant" g WHERE g."committeeId" = app.committee()
      UNION SELECT l."accountId" FROM public."AccountMember" l WHERE l."committeeId" = app.committee()) x
    WHERE app.has('[SALO]');
  END;
ALTER POLICY account_read ON public."Account"
  USING (id = (SELECT app.account()) OR id = ANY ((SELECT app.register_accounts())::uuid[]));
ALTER POLICY account_update ON public."Account"
  USING (id = (SELECT app.account()) OR (SELECT app.has('[SA]')) AND id = ANY ((SELECT app.register_accounts())::uuid[]))
  WITH CHECK (id = (SELECT app.account()) OR (SELECT app.has('[SA]')) AND id = ANY ((SELECT app.register_accounts())::uuid[]));
ALTER POLICY code_read ON public."OneTimeCode"
  USING ((SELECT app.has('[SA]')) AND "accountId" = ANY ((SELECT app.register_accounts())::uuid[]));
ALTER POLICY code_update ON public."OneTimeCode"
  USING ((SELECT app.has('[SA]')) AND "accountId" = ANY ((SELECT app.register_accounts())::uuid[]));
ALTER POLICY grant_read ON public."RoleGrant"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SAL]')) OR "accountId" = (SELECT app.account())));
ALTER POLICY link_read ON public."AccountMember"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SAL]')) OR "accountId" = (SELECT app.account())));

-- An administrator changes the end of a right and the member of a link, a leader confirms both; a confirmation stands as given.
CREATE OR REPLACE FUNCTION public.grant_only_confirmed_or_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF (NEW."committeeId", NEW.id, NEW."accountId", NEW.role, NEW."startsOn", NEW."grantedById")
      IS DISTINCT FROM (OLD."committeeId", OLD.id, OLD."accountId", OLD.role, OLD."startsOn", OLD."grantedById")
    OR NEW."endsOn" IS DISTINCT FROM OLD."endsOn" AND NOT app.has('[SA]')
    OR OLD."endsOn" IS NOT NULL AND (NEW."endsOn" IS NULL OR NEW."endsOn" > OLD."endsOn")
    OR (NEW."confirmedById", NEW."confirmedAt") IS DISTINCT FROM (OLD."confirmedById", OLD."confirmedAt")
      AND (OLD."confirmedAt" IS NOT NULL OR NEW."confirmedById" IS DISTINCT FROM app.account()) THEN
    RAISE EXCEPTION 'a right is only confirmed or ended' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION public.link_confirmed_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF NEW."memberId" <> OLD."memberId" THEN
    IF NOT app.has('[SA]') THEN RAISE EXCEPTION 'an administrator names the member' USING ERRCODE = '42501'; END IF;
    NEW."confirmedById" := NULL;
    NEW."confirmedAt" := NULL;
  ELSIF NEW."linkedById" IS DISTINCT FROM OLD."linkedById"
    OR (NEW."confirmedById", NEW."confirmedAt") IS DISTINCT FROM (OLD."confirmedById", OLD."confirmedAt")
      AND (OLD."confirmedAt" IS NOT NULL OR NEW."confirmedById" IS DISTINCT FROM app.account()) THEN
    RAISE EXCEPTION 'a link is confirmed by the one who confirms it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- What an account reaches is read by who reads rights.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.account_reach(account uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH link AS (SELECT l."memberId" AS id FROM public."AccountMember" l
      WHERE l."committeeId" = app.committee() AND l."accountId" = account AND l."confirmedAt" IS NOT NULL),
    reach AS (SELECT app.rights_of(app.committee(), account, (SELECT id FROM link)) AS rights,
      app.own_branches_of(app.committee(), (SELECT id FROM link)) AS own,
      app.assigned_branches_of(app.committee(), (SELECT id FROM link)) AS assigned),
    roles (role, letter) AS (VALUES ('OFFICE', 'O'), ('LEADER', 'L'), ('INSPECTOR', 'I'), ('ADMIN', 'A'),
      ('PARTY_SECRETARY', 'P'), ('INSPECTION_HEAD', 'H'), ('SECRETARY', 'B'), ('IN_CHARGE', 'C'))
    SELECT jsonb_build_object('linked', EXISTS (SELECT 1 FROM link),
        'roles', (SELECT coalesce(jsonb_agg(r.role), '[]') FROM roles r WHERE position(r.letter IN reach.rights
          || CASE WHEN reach.own <> '{}' THEN 'B' ELSE '' END || CASE WHEN reach.assigned <> '{}' THEN 'C' ELSE '' END) > 0),
        'ownBranches', (SELECT coalesce(jsonb_agg(b.name ORDER BY b."sortKey"), '[]') FROM public."Branch" b
          WHERE b."committeeId" = app.committee() AND b.id = ANY (reach.own)),
        'assignedBranches', (SELECT coalesce(jsonb_agg(b.name ORDER BY b."sortKey"), '[]') FROM public."Branch" b
          WHERE b."committeeId" = app.committee() AND b.id = ANY (reach.assigned)))
      FROM reach WHERE app.has('[SAL]') OR account = app.account();
  END;
RESET ROLE;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('works_on_inspection', 'case_subjects', 'register_accounts') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_app, sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
