-- Why a session ended: the next page of that browser says it.
CREATE TYPE public."SessionEnd" AS ENUM ('SIGNED_OUT', 'REPLACED', 'ENDED_BY_OTHER', 'RIGHTS_CHANGED', 'PASSWORD_CHANGED');
ALTER TABLE public."Session" ADD COLUMN "endReason" public."SessionEnd";
GRANT SELECT ("endReason", "idleSeconds"), UPDATE ("endReason") ON public."Session" TO sodb_app;
GRANT UPDATE ("endReason", "idleSeconds", "expiresAt") ON public."Session" TO sodb_signin;

-- A leader who confirms a right ends the sessions that were opened without it.
DROP POLICY session_read ON public."Session";
CREATE POLICY session_read ON public."Session" FOR SELECT TO sodb_app USING (
  "accountId" = (SELECT app.account()) OR (SELECT app.has('[SAL]')) AND "committeeId" = (SELECT app.committee()));

-- A right that is withdrawn before its first day has no day at all.
ALTER TABLE public."RoleGrant" DROP CONSTRAINT "RoleGrant_period",
  ADD CONSTRAINT "RoleGrant_period" CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn");

-- Signing in and redeeming a code are audited in the same transaction, in the context of the session they open.
SET LOCAL ROLE sodb_resolver;
GRANT EXECUTE ON FUNCTION app.append_audit(jsonb, jsonb) TO sodb_signin, sodb_owner;
GRANT EXECUTE ON FUNCTION app.enter(text) TO sodb_owner;
RESET ROLE;
GRANT INSERT ON public."AccessLog" TO sodb_signin;
CREATE POLICY signin_insert ON public."AccessLog" FOR INSERT TO sodb_signin
  WITH CHECK (type IN ('session.opened', 'session.refused'));

-- A one-time code can be issued only for an account that the issuer sees.
DROP POLICY code_insert ON public."OneTimeCode";
CREATE POLICY code_insert ON public."OneTimeCode" FOR INSERT TO sodb_app WITH CHECK (
  (SELECT app.has('[SA]')) AND purpose IN ('INVITE', 'RESET')
  AND EXISTS (SELECT 1 FROM public."Account" a WHERE a.id = "OneTimeCode"."accountId"));

-- A password is set by its owner, by sign-in with a code, or not at all: an administrator can only take it away.
CREATE FUNCTION public.password_set_by_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The other roles may not even name the functions below, so they leave before.
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF NEW."passwordHash" IS NOT NULL AND NEW."passwordHash" IS DISTINCT FROM OLD."passwordHash"
    AND NEW.id IS DISTINCT FROM app.account() AND NOT app.has('S') THEN
    RAISE EXCEPTION 'a password is set by its owner' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_password_by_owner BEFORE UPDATE ON public."Account" FOR EACH ROW EXECUTE FUNCTION public.password_set_by_owner();

-- What a right says never changes; it is confirmed once, by the leader who confirms it, and its end only comes nearer.
CREATE FUNCTION public.grant_only_confirmed_or_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF app.has('S') THEN RETURN NEW; END IF;
  IF (NEW."committeeId", NEW.id, NEW."accountId", NEW.role, NEW."startsOn", NEW."grantedById")
      IS DISTINCT FROM (OLD."committeeId", OLD.id, OLD."accountId", OLD.role, OLD."startsOn", OLD."grantedById")
    OR OLD."endsOn" IS NOT NULL AND (NEW."endsOn" IS NULL OR NEW."endsOn" > OLD."endsOn")
    OR (NEW."confirmedById", NEW."confirmedAt") IS DISTINCT FROM (OLD."confirmedById", OLD."confirmedAt")
      AND (OLD."confirmedAt" IS NOT NULL OR NEW."confirmedById" IS DISTINCT FROM app.account()) THEN
    RAISE EXCEPTION 'a right is only confirmed or ended' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_only_confirmed_or_ended BEFORE UPDATE ON public."RoleGrant" FOR EACH ROW
  EXECUTE FUNCTION public.grant_only_confirmed_or_ended();

-- Another member means another confirmation.
CREATE FUNCTION public.link_confirmed_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF app.has('S') THEN RETURN NEW; END IF;
  IF NEW."memberId" <> OLD."memberId" THEN
    NEW."confirmedById" := NULL;
    NEW."confirmedAt" := NULL;
  ELSIF NEW."confirmedAt" IS DISTINCT FROM OLD."confirmedAt" AND NEW."confirmedById" IS DISTINCT FROM app.account()
    OR NEW."linkedById" IS DISTINCT FROM OLD."linkedById" THEN
    RAISE EXCEPTION 'a link is confirmed by the one who confirms it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER link_confirmed_anew BEFORE UPDATE ON public."AccountMember" FOR EACH ROW EXECUTE FUNCTION public.link_confirmed_anew();

-- A register is never left without somebody who can administer it and somebody who can lead it.
CREATE FUNCTION app.keeps_holder(committee uuid, held public."Role", leaving uuid, on_day date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."RoleGrant" g JOIN public."Account" a ON a.id = g."accountId"
      WHERE g."committeeId" = committee AND g.role = held AND g."accountId" <> leaving AND g."confirmedAt" IS NOT NULL
        AND g."startsOn" <= on_day AND (g."endsOn" IS NULL OR g."endsOn" > on_day)
        AND a."disabledAt" IS NULL AND NOT a."mustChangePassword");
  END;

CREATE FUNCTION public.last_holder_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role IN ('ADMIN', 'LEADER') AND NEW."confirmedAt" IS NOT NULL AND NEW."endsOn" IS NOT NULL
    AND NEW."endsOn" IS DISTINCT FROM OLD."endsOn" THEN
    PERFORM pg_advisory_xact_lock(hashtext('last holder ' || NEW."committeeId"::text));
    IF NOT app.keeps_holder(NEW."committeeId", NEW.role, NEW."accountId", greatest(NEW."endsOn", app.today())) THEN
      RAISE EXCEPTION 'RoleGrant_last_holder' USING ERRCODE = '23514', CONSTRAINT = 'RoleGrant_last_holder';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER grant_last_holder AFTER UPDATE ON public."RoleGrant" FOR EACH ROW EXECUTE FUNCTION public.last_holder_stays();

CREATE FUNCTION app.registers_led_by(account uuid) RETURNS TABLE (committee uuid, held public."Role")
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT g."committeeId", g.role FROM public."RoleGrant" g
      WHERE g."accountId" = account AND g.role IN ('ADMIN', 'LEADER') AND g."confirmedAt" IS NOT NULL
        AND g."startsOn" <= app.today() AND (g."endsOn" IS NULL OR g."endsOn" > app.today());
  END;

CREATE FUNCTION public.last_holder_enabled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  IF NEW."disabledAt" IS NULL OR OLD."disabledAt" IS NOT NULL THEN RETURN NULL; END IF;
  FOR r IN SELECT * FROM app.registers_led_by(NEW.id) ORDER BY committee LOOP
    PERFORM pg_advisory_xact_lock(hashtext('last holder ' || r.committee::text));
    IF NOT app.keeps_holder(r.committee, r.held, NEW.id, app.today()) THEN
      RAISE EXCEPTION 'RoleGrant_last_holder' USING ERRCODE = '23514', CONSTRAINT = 'RoleGrant_last_holder';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER account_last_holder AFTER UPDATE ON public."Account" FOR EACH ROW EXECUTE FUNCTION public.last_holder_enabled();

-- What an account reaches today, for the page that says what a person sees. Only for those who may read accounts, and oneself.
CREATE FUNCTION app.account_reach(account uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
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
      FROM reach WHERE app.has('[SALO]') OR account = app.account();
  END;

-- The members that accounts stand for, by name: the administrator reads nothing else of a member.
CREATE FUNCTION app.linked_members() RETURNS TABLE ("accountId" uuid, "memberId" uuid, "fullName" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT l."accountId", l."memberId", p."fullName" FROM public."AccountMember" l
      JOIN public."Member" p ON p."committeeId" = l."committeeId" AND p.id = l."memberId"
      WHERE l."committeeId" = app.committee() AND (app.has('[SALO]') OR l."accountId" = app.account());
  END;

-- Members of exactly that name, with the branch they are in: enough to link an account, too little to browse.
CREATE FUNCTION app.members_named(key text) RETURNS TABLE (id uuid, "fullName" text, branch text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT p.id, p."fullName", b.name FROM public."Member" p
      LEFT JOIN public."Membership" m ON m."committeeId" = p."committeeId" AND m."memberId" = p.id AND m.kind = 'OFFICIAL'
        AND m."startsOn" <= app.today() AND (m."endsOn" IS NULL OR m."endsOn" > app.today())
      LEFT JOIN public."Branch" b ON b."committeeId" = m."committeeId" AND b.id = m."branchId"
      WHERE p."committeeId" = app.committee() AND p."nameKey" = key AND app.has('[SA]')
      ORDER BY b."sortKey", p.id LIMIT 20;
  END;

-- Whose books these are, for pages before the sign-in: the name in force where there is one register only.
CREATE FUNCTION app.front_name() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('isSample', coalesce(bool_or(c."isSample"), false), 'name', CASE WHEN count(*) = 1 THEN max(n.name) END)
      FROM public."Committee" c LEFT JOIN public."CommitteeName" n ON n."committeeId" = c.id
        AND n."startsOn" <= app.today() AND (n."endsOn" IS NULL OR n."endsOn" > app.today());
  END;

-- What a new password must not contain: names of the register and its branches, the year of birth.
CREATE FUNCTION app.password_words(account uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH registers AS (SELECT g."committeeId" AS id FROM public."RoleGrant" g WHERE g."accountId" = account
      UNION SELECT l."committeeId" FROM public."AccountMember" l WHERE l."accountId" = account),
    names AS (SELECT unnest(ARRAY[c.name, c."superiorName"]) AS name FROM registers r
        JOIN public."CommitteeName" c ON c."committeeId" = r.id
      UNION SELECT b.name FROM registers r JOIN public."Branch" b ON b."committeeId" = r.id)
    SELECT jsonb_build_object('names', coalesce((SELECT jsonb_agg(n.name) FROM names n), '[]'),
      'birthYears', coalesce((SELECT jsonb_agg(DISTINCT substr(p."birthOn", 1, 4)) FROM public."AccountMember" l
        JOIN public."MemberProfile" p ON p."committeeId" = l."committeeId" AND p."memberId" = l."memberId"
        WHERE l."accountId" = account), '[]'));
  END;

GRANT SELECT ON public."Member", public."MemberProfile", public."Branch", public."Committee", public."CommitteeName" TO sodb_resolver;

DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS signature, p.proname AS name FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace AND p.proname IN
      ('keeps_holder', 'registers_led_by', 'account_reach', 'linked_members', 'members_named', 'password_words', 'front_name') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f.signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', f.signature,
      CASE WHEN f.name IN ('password_words', 'front_name') THEN 'sodb_signin' ELSE 'sodb_app' END);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f.signature);
  END LOOP;
END $$;

-- The triggers above also run for the owner.
SET LOCAL ROLE sodb_resolver;
GRANT EXECUTE ON FUNCTION app.keeps_holder(uuid, public."Role", uuid, date), app.registers_led_by(uuid) TO sodb_owner;
RESET ROLE;
