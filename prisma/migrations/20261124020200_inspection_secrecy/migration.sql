-- Rows are added only to a case that the writer sees; a hidden case answers like a missing one.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InspectionSubject', 'InspectionTeamMember', 'InspectionTopicRow'] LOOP
    EXECUTE format('DROP POLICY case_insert ON public.%I', t);
    EXECUTE format($f$CREATE POLICY case_insert ON public.%I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SIO]')) AND app.sees_inspection("inspectionId"))$f$, t);
  END LOOP;
END $$;
CREATE POLICY inspection_in_own_hand ON public."Inspection" AS RESTRICTIVE FOR INSERT TO sodb_app
  WITH CHECK ((SELECT app.has('S')) OR "openedById" = (SELECT app.account()));

-- Subjects, topics and team of a concluded case are as final as its conclusion; they are written together with it.
CREATE FUNCTION public.refuse_change_of_concluded_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."Inspection" i
    WHERE i."committeeId" IN (NEW."committeeId", OLD."committeeId") AND i.id IN (NEW."inspectionId", OLD."inspectionId")
      AND i.state = 'CONCLUDED' AND NOT (TG_OP = 'INSERT' AND i.xmin = pg_current_xact_id()::xid)) THEN
    RAISE EXCEPTION 'a concluded inspection is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Inspection_concluded_is_final';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InspectionSubject', 'InspectionTeamMember', 'InspectionTopicRow'] LOOP
    EXECUTE format('CREATE TRIGGER concluded_case_is_final BEFORE INSERT OR UPDATE OR DELETE ON public.%I
      FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_concluded_case()', t);
  END LOOP;
END $$;

GRANT SELECT ON public."Branch" TO sodb_resolver;
GRANT SELECT ("committeeId", id, "fullName", "nameKey") ON public."Member" TO sodb_resolver;

-- Members by their whole name or id, for who opens a case and may not list the register: names and branches on a day, nothing more.
CREATE FUNCTION app.people_named(on_day date, name_keys text[], ids uuid[])
  RETURNS TABLE (id uuid, full_name text, name_key text, branch_id uuid, branch text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT m.id, m."fullName", m."nameKey", b.id, b.name
      FROM public."Membership" h
      JOIN public."Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
      JOIN public."Branch" b ON b."committeeId" = h."committeeId" AND b.id = h."branchId"
      WHERE h."committeeId" = app.committee() AND app.has('[SOI]') AND h.kind = 'OFFICIAL'
        AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day)
        AND (m."nameKey" = ANY (name_keys) OR m.id = ANY (ids));
  END;

-- Names of a case's team, for who sees the case.
CREATE FUNCTION app.case_team(inspection uuid) RETURNS TABLE (member_id uuid, full_name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT t."memberId", m."fullName", t.role::text
      FROM public."InspectionTeamMember" t
      JOIN public."Member" m ON m."committeeId" = t."committeeId" AND m.id = t."memberId"
      WHERE t."committeeId" = app.committee() AND t."inspectionId" = inspection AND app.sees_inspection(inspection);
  END;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname IN ('people_named', 'case_team') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_app, sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
