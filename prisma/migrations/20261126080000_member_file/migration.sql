-- Whom a file taken away named, so that a member's own file can tell who took it.
ALTER TABLE "AccessLog" ADD COLUMN "memberIds" UUID[] DEFAULT ARRAY[]::UUID[];
CREATE INDEX "AccessLog_committeeId_subjectId_idx" ON "AccessLog"("committeeId", "subjectId");
CREATE INDEX "AccessLog_memberIds_idx" ON "AccessLog" USING GIN ("memberIds");

-- The member and everything the register holds under the member's name, inspections left out.
CREATE FUNCTION app.member_records(of_member uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT of_member
    UNION SELECT r.id FROM public."Membership" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."MemberStatus" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."BranchOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CommitteeOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CivilOffice" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Assignment" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Rating" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."PartyBadge" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Dossier" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."Transfer" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member;
  END;

-- What was done to a member's records, by whom and when, newest first; nothing of any inspection. For those who may read every
-- part of every record.
CREATE FUNCTION app.member_changes(of_member uuid)
  RETURNS TABLE (id uuid, at timestamptz, type text, actor text, reason text, params jsonb, changes jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH records AS MATERIALIZED (SELECT r.id FROM app.member_records(of_member) AS r(id) WHERE app.has('[SOL]')),
    touched AS (
      SELECT e.seq FROM public."AuditEvent" e
        WHERE e."committeeId" = app.committee() AND e."subjectId" IN (SELECT r.id FROM records r)
      UNION
      SELECT c.seq FROM public."AuditChange" c
        WHERE c."committeeId" = app.committee() AND c."recordId" IN (SELECT r.id FROM records r)
    )
    SELECT e.id, e.at, e.type, e."actorName", e.reason,
      CASE WHEN e."subjectId" IN (SELECT r.id FROM records r) THEN e.params ELSE '{}' END,
      coalesce((SELECT jsonb_agg(jsonb_build_object('before', c.before, 'after', c.after) ORDER BY c.position)
        FROM public."AuditChange" c WHERE c."committeeId" = e."committeeId" AND c.seq = e.seq
          AND c."recordId" IN (SELECT r.id FROM records r)), '[]')
    FROM public."AuditEvent" e
    WHERE e."committeeId" = app.committee() AND e.seq IN (SELECT t.seq FROM touched t)
      AND e."subjectKind" NOT IN ('inspection', 'account')
    ORDER BY e.seq DESC;
  END;

-- Who opened a member's record or file, or took away a file or paper that named the member, newest first. For the same readers.
CREATE FUNCTION app.member_readings(of_member uuid)
  RETURNS TABLE (id uuid, at timestamptz, type text, actor text, params jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT a.id, a.at, a.type, a."actorName", a.params FROM public."AccessLog" a
    WHERE a."committeeId" = app.committee() AND app.has('[SOL]')
      AND (a."subjectId" IN (SELECT r.id FROM app.member_records(of_member) AS r(id)) OR a."memberIds" @> ARRAY[of_member])
    ORDER BY a.at DESC, a.id;
  END;

CREATE POLICY resolver_reads ON public."PartyBadge" FOR SELECT TO sodb_resolver USING (true);
GRANT SELECT ON public."AccessLog", public."Assignment", public."BranchOffice", public."CivilOffice",
  public."CommitteeOffice", public."PartyBadge", public."Rating" TO sodb_resolver;

GRANT EXECUTE ON FUNCTION app.member_changes(uuid), app.member_readings(uuid) TO sodb_app;

DO $$
DECLARE
  f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app.member_records(uuid)', 'app.member_changes(uuid)', 'app.member_readings(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END;
$$;
