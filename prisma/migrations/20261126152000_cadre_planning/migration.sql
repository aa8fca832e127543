ALTER TYPE "RuleKind" ADD VALUE 'PLANNING';
CREATE TYPE "PlannedPost" AS ENUM ('PARTY_SECRETARY', 'PARTY_DEPUTY', 'STANDING_COMMITTEE', 'PARTY_COMMITTEE', 'INSPECTION_LEADER', 'BRANCH_LEADER');

CREATE TABLE "PlannedPerson" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "post" "PlannedPost" NOT NULL,
    "branchId" UUID,
    "termFrom" INTEGER NOT NULL,
    "termTo" INTEGER NOT NULL,
    "decisionNumber" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "removedOn" DATE,
    "removeReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlannedPerson_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "PlannedPerson_committeeId_memberId_idx" ON "PlannedPerson"("committeeId", "memberId");
CREATE INDEX "PlannedPerson_committeeId_termFrom_idx" ON "PlannedPerson"("committeeId", "termFrom");
ALTER TABLE "PlannedPerson" ADD CONSTRAINT "PlannedPerson_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PlannedPerson" ADD CONSTRAINT "PlannedPerson_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."PlannedPerson"
  ADD CONSTRAINT "PlannedPerson_term" CHECK ("termFrom" < "termTo"),
  ADD CONSTRAINT "PlannedPerson_branch_of_its_post" CHECK ((post = 'BRANCH_LEADER') = ("branchId" IS NOT NULL)),
  ADD CONSTRAINT "PlannedPerson_removed_says_why" CHECK (num_nonnulls("removedOn", "removeReason") IN (0, 2) AND "removedOn" >= "decidedOn");
-- Somebody stands once in the plan for a post of a term.
CREATE UNIQUE INDEX "PlannedPerson_once" ON public."PlannedPerson" ("committeeId", "memberId", post, "branchId", "termFrom") NULLS NOT DISTINCT
  WHERE "removedOn" IS NULL;

GRANT SELECT, INSERT, UPDATE ("removedOn", "removeReason", version) ON public."PlannedPerson" TO sodb_app;
GRANT SELECT ON public."PlannedPerson" TO sodb_backup;
ALTER TABLE public."PlannedPerson" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."PlannedPerson" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."PlannedPerson" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY planned_read ON public."PlannedPerson" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY planned_insert ON public."PlannedPerson" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY planned_update ON public."PlannedPerson" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "removedOn" IS NULL)
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- The functions of a member's file and of merges work on these rows too.
GRANT SELECT, UPDATE ("memberId") ON public."PlannedPerson" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."PlannedPerson" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."PlannedPerson" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);

SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.member_records(of_member uuid) RETURNS SETOF uuid
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
    UNION SELECT r.id FROM public."Transfer" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."CourseParticipant" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member
    UNION SELECT r.id FROM public."PlannedPerson" r WHERE r."committeeId" = app.committee() AND r."memberId" = of_member;
  END;

CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson'];
RESET ROLE;
