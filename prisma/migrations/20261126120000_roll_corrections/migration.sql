CREATE TABLE "RollCorrection" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "closingId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorName" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "branchId" UUID NOT NULL,
    "column" TEXT NOT NULL,
    "change" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "stayId" UUID NOT NULL,

    CONSTRAINT "RollCorrection_pkey" PRIMARY KEY ("committeeId","id","position")
);
CREATE INDEX "RollCorrection_committeeId_closingId_idx" ON "RollCorrection"("committeeId", "closingId");
CREATE INDEX "RollCorrection_committeeId_memberId_idx" ON "RollCorrection"("committeeId", "memberId");
ALTER TABLE "RollCorrection" ADD CONSTRAINT "RollCorrection_committeeId_closingId_fkey" FOREIGN KEY ("committeeId", "closingId") REFERENCES "RollClosing"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollCorrection" ADD CONSTRAINT "RollCorrection_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."RollCorrection" ADD CONSTRAINT "RollCorrection_change" CHECK ("change" IN (-1, 1));
ALTER TABLE public."RollCorrection" ADD CONSTRAINT "RollCorrection_reason" CHECK (btrim("reason") <> '');

-- A closed table keeps the names it was closed with: a record may be taken back with the import that brought it.
ALTER TABLE "RollClosingEntry" ADD COLUMN "fullName" TEXT;
UPDATE "RollClosingEntry" e SET "fullName" = m."fullName" FROM "Member" m WHERE m."committeeId" = e."committeeId" AND m.id = e."memberId";
ALTER TABLE "RollClosingEntry" ALTER COLUMN "fullName" SET NOT NULL;
ALTER TABLE "RollClosingEntry" DROP CONSTRAINT "RollClosingEntry_committeeId_memberId_fkey";
-- Why an import may change a closed period, kept for its job.
ALTER TABLE "RosterImport" ADD COLUMN "correctionReason" TEXT;

-- Written by the function below alone, never changed; read as the closed table is.
GRANT SELECT ON public."RollCorrection" TO sodb_app, sodb_backup;
ALTER TABLE public."RollCorrection" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."RollCorrection" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."RollCorrection" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY correction_read ON public."RollCorrection" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
GRANT SELECT ON public."RollClosing", public."RollClosingEntry" TO sodb_resolver;
GRANT SELECT, INSERT ON public."RollCorrection" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."RollClosing" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_reads ON public."RollClosingEntry" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_reads ON public."RollCorrection" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_inserts ON public."RollCorrection" FOR INSERT TO sodb_resolver WITH CHECK (true);

-- Where these members stand in each closed table by what the register tells now: the columns of the table of rises and falls.
CREATE FUNCTION app.standings(members uuid[])
  RETURNS TABLE ("closingId" uuid, "branchId" uuid, "column" text, "memberId" uuid, "stayId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH stays AS (
      SELECT h.id, h."memberId", h."branchId", h."startsOn", h."endsOn",
        CASE
          WHEN EXISTS (SELECT 1 FROM public."Membership" b WHERE b."committeeId" = h."committeeId" AND b."memberId" = h."memberId"
            AND b.kind = 'OFFICIAL' AND b."endsOn" = h."startsOn" AND b."endReason" = 'TRANSFERRED') THEN 'transferredIn'
          WHEN h."startsOn" BETWEEN p."admittedOn" AND greatest(p."admittedOn", p."ceremonyOn") THEN 'admitted'
          WHEN h."startsOn" BETWEEN p."readmittedOn" AND greatest(p."readmittedOn", p."secondCeremonyOn") THEN 'admitted'
          ELSE 'arrived'
        END AS risen,
        CASE h."endReason"
          WHEN 'TRANSFERRED' THEN 'transferredOut' WHEN 'DECEASED' THEN 'deceased' WHEN 'REMOVED' THEN 'removed'
          WHEN 'RESIGNED' THEN 'resigned' WHEN 'EXPELLED' THEN 'expelled' ELSE 'movedAway'
        END AS fallen
      FROM public."Membership" h
      LEFT JOIN public."MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
      WHERE h."committeeId" = app.committee() AND h.kind = 'OFFICIAL' AND h."memberId" = ANY (members)
    )
    SELECT c.id, s."branchId", cell.name, s."memberId", s.id
    FROM public."RollClosing" c
    JOIN stays s ON s."startsOn" <= c."lastOn" AND (s."endsOn" IS NULL OR s."endsOn" >= c."firstOn")
    CROSS JOIN LATERAL (VALUES
      ('opening', s."startsOn" < c."firstOn"),
      (s.risen, s."startsOn" BETWEEN c."firstOn" AND c."lastOn"),
      (s.fallen, s."endsOn" BETWEEN c."firstOn" AND c."lastOn"),
      ('closing', s."endsOn" IS NULL OR s."endsOn" > c."lastOn")
    ) AS cell(name, stands)
    WHERE c."committeeId" = app.committee() AND cell.stands;
  END;

-- Called by every command that wrote records of members, in its transaction: which closed periods now read otherwise than
-- the closed table and the corrections kept so far, and with a reason, keeps by name how. Closed table and corrections together
-- are therefore always what the register tells.
CREATE FUNCTION app.keep_corrections(records uuid[], event text, actor_name text, why text)
  RETURNS TABLE ("firstOn" date, "lastOn" date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  register uuid := app.committee();
  members uuid[];
  correction uuid := gen_random_uuid();
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public."RollClosing" c WHERE c."committeeId" = register) THEN RETURN; END IF;
  members := ARRAY(
    SELECT h."memberId" FROM public."Membership" h WHERE h."committeeId" = register AND (h.id = ANY (records) OR h."memberId" = ANY (records))
    UNION SELECT e."memberId" FROM public."RollClosingEntry" e WHERE e."committeeId" = register AND (e."stayId" = ANY (records) OR e."memberId" = ANY (records))
    UNION SELECT k."memberId" FROM public."RollCorrection" k WHERE k."committeeId" = register AND (k."stayId" = ANY (records) OR k."memberId" = ANY (records)));
  RETURN QUERY
    WITH known AS (
      SELECT x."closingId", x."branchId", x."column", x."memberId", x."stayId", max(x."fullName") AS "fullName"
      FROM (
        SELECT e."closingId", e."branchId", e."column", e."memberId", e."stayId", 1 AS "change", e."fullName"
          FROM public."RollClosingEntry" e WHERE e."committeeId" = register AND e."memberId" = ANY (members)
        UNION ALL
        SELECT k."closingId", k."branchId", k."column", k."memberId", k."stayId", k."change", k."fullName"
          FROM public."RollCorrection" k WHERE k."committeeId" = register AND k."memberId" = ANY (members)
      ) x
      GROUP BY x."closingId", x."branchId", x."column", x."memberId", x."stayId"
      HAVING sum(x."change") > 0
    ), differing AS (
      SELECT coalesce(n."closingId", k."closingId") AS closing, coalesce(n."branchId", k."branchId") AS branch,
        coalesce(n."column", k."column") AS cell, coalesce(n."memberId", k."memberId") AS member,
        coalesce(n."stayId", k."stayId") AS stay, CASE WHEN k."stayId" IS NULL THEN 1 ELSE -1 END AS step, k."fullName" AS name
      FROM app.standings(members) n
      FULL JOIN known k USING ("closingId", "branchId", "column", "memberId", "stayId")
      WHERE n."stayId" IS NULL OR k."stayId" IS NULL
    ), kept AS (
      INSERT INTO public."RollCorrection" ("committeeId", id, position, "closingId", "actorName", event, reason, "branchId", "column",
        "change", "memberId", "fullName", "stayId")
      SELECT register, correction, row_number() OVER (ORDER BY d.closing, d.member, d.stay, d.step, d.cell) - 1, d.closing, actor_name,
        event, why, d.branch, d.cell, d.step, d.member, coalesce(m."fullName", d.name), d.stay
      FROM differing d
      LEFT JOIN public."Member" m ON m."committeeId" = register AND m.id = d.member
      WHERE why IS NOT NULL
    )
    SELECT c."firstOn", c."lastOn" FROM public."RollClosing" c
      WHERE c."committeeId" = register AND c.id IN (SELECT d.closing FROM differing d) ORDER BY c."firstOn", c."lastOn" DESC;
END $$;
REVOKE ALL ON FUNCTION app.standings(uuid[]), app.keep_corrections(uuid[], text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keep_corrections(uuid[], text, text, text) TO sodb_app;
ALTER FUNCTION app.standings(uuid[]) OWNER TO sodb_resolver;
ALTER FUNCTION app.keep_corrections(uuid[], text, text, text) OWNER TO sodb_resolver;

-- What changed a stay since the closing is told by the corrections now.
DROP FUNCTION app.stay_changes(uuid[], timestamptz);
