CREATE TABLE "RollClosing" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedByName" TEXT NOT NULL,

    CONSTRAINT "RollClosing_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "RollClosingEntry" (
    "committeeId" UUID NOT NULL,
    "closingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "branchId" UUID NOT NULL,
    "column" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "stayId" UUID NOT NULL,

    CONSTRAINT "RollClosingEntry_pkey" PRIMARY KEY ("committeeId","closingId","position")
);
CREATE UNIQUE INDEX "RollClosing_committeeId_firstOn_lastDay_key" ON "RollClosing"("committeeId", "firstOn", "lastOn");
CREATE INDEX "RollClosingEntry_committeeId_branchId_idx" ON "RollClosingEntry"("committeeId", "branchId");
CREATE INDEX "RollClosingEntry_committeeId_memberId_idx" ON "RollClosingEntry"("committeeId", "memberId");
ALTER TABLE "RollClosing" ADD CONSTRAINT "RollClosing_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollClosingEntry" ADD CONSTRAINT "RollClosingEntry_committeeId_closingId_fkey" FOREIGN KEY ("committeeId", "closingId") REFERENCES "RollClosing"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollClosingEntry" ADD CONSTRAINT "RollClosingEntry_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollClosingEntry" ADD CONSTRAINT "RollClosingEntry_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."RollClosing" ADD CONSTRAINT "RollClosing_in_order" CHECK ("firstOn" <= "lastOn");

-- A closed table is read and never written again: no right to update or remove it is given to anybody.
GRANT SELECT, INSERT ON public."RollClosing", public."RollClosingEntry" TO sodb_app;
GRANT SELECT ON public."RollClosing", public."RollClosingEntry" TO sodb_backup;
ALTER TABLE public."RollClosing" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."RollClosing" FORCE ROW LEVEL SECURITY;
ALTER TABLE public."RollClosingEntry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."RollClosingEntry" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."RollClosing" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public."RollClosingEntry" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY closing_read ON public."RollClosing" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR cardinality((SELECT app.own_branches())) > 0));
CREATE POLICY closing_insert ON public."RollClosing" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY entry_read ON public."RollClosingEntry" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY entry_insert ON public."RollClosingEntry" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- What has changed the stays of a closed table since: the event, when, by whom and why. For who reads these stays.
CREATE FUNCTION app.stay_changes(stays uuid[], since timestamptz)
  RETURNS TABLE ("stayId" uuid, event text, at timestamptz, "actorName" text, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT DISTINCT ON (c."recordId") c."recordId", e.type, e.at, e."actorName", e.reason
    FROM public."AuditChange" c
    JOIN public."AuditEvent" e ON e."committeeId" = c."committeeId" AND e.seq = c.seq
    JOIN public."Membership" h ON h."committeeId" = c."committeeId" AND h.id = c."recordId"
    WHERE c."committeeId" = app.committee() AND c.record = 'Membership' AND c."recordId" = ANY (stays) AND e.at > since
      AND (app.has('[SOL]') OR h."branchId" = ANY (app.own_branches()))
    ORDER BY c."recordId", e.seq DESC;
  END;
REVOKE ALL ON FUNCTION app.stay_changes(uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.stay_changes(uuid[], timestamptz) TO sodb_app;
ALTER FUNCTION app.stay_changes(uuid[], timestamptz) OWNER TO sodb_resolver;
