-- Discipline decisions of members and branches: recorded from the signed decision, confirmed by a second person, then never changed.
-- CreateEnum
CREATE TYPE "DisciplineSubject" AS ENUM ('OFFICIAL', 'PROBATIONARY', 'ORGANIZATION');

-- CreateEnum
CREATE TYPE "DisciplineForm" AS ENUM ('REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION', 'DISSOLUTION');

-- CreateEnum
CREATE TYPE "DisciplineBody" AS ENUM ('BRANCH', 'COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMISSION', 'SUPERIOR');

-- CreateEnum
CREATE TYPE "BreachKind" AS ENUM ('ORDINARY', 'FALSE_DIPLOMA', 'INTERNAL_POLITICS');

-- CreateEnum
CREATE TYPE "DisciplineState" AS ENUM ('RECORDED', 'CONFIRMED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "Discipline" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" "DisciplineSubject" NOT NULL,
    "memberId" UUID,
    "branchId" UUID NOT NULL,
    "form" "DisciplineForm" NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "body" "DisciplineBody" NOT NULL,
    "bodyName" TEXT NOT NULL,
    "decisionNumber" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "bodyMembers" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "votesFor" INTEGER NOT NULL,
    "votesAgainst" INTEGER NOT NULL,
    "breach" TEXT NOT NULL,
    "breachKind" "BreachKind" NOT NULL,
    "breachOn" DATE NOT NULL,
    "concludedOn" DATE NOT NULL,
    "exceptionPaper" TEXT,
    "announcedOn" DATE NOT NULL,
    "correctsId" UUID,
    "correctionReason" TEXT,
    "state" "DisciplineState" NOT NULL DEFAULT 'RECORDED',
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" UUID,
    "confirmedBy" TEXT,
    "confirmedOn" DATE,
    "withdrawnOn" DATE,
    "withdrawnBy" TEXT,
    "withdrawnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Discipline_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateIndex
CREATE INDEX "Discipline_committeeId_memberId_idx" ON "Discipline"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Discipline_committeeId_branchId_idx" ON "Discipline"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "Discipline_committeeId_decidedOn_idx" ON "Discipline"("committeeId", "decidedOn");

-- AddForeignKey
ALTER TABLE "Discipline" ADD CONSTRAINT "Discipline_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Discipline" ADD CONSTRAINT "Discipline_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Discipline" ADD CONSTRAINT "Discipline_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Discipline" ADD CONSTRAINT "Discipline_committeeId_correctsId_fkey" FOREIGN KEY ("committeeId", "correctsId") REFERENCES "Discipline"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Discipline"
  ADD CONSTRAINT "Discipline_subject" CHECK ((subject = 'ORGANIZATION') = ("memberId" IS NULL)),
  ADD CONSTRAINT "Discipline_form" CHECK (CASE subject
    WHEN 'OFFICIAL' THEN form IN ('REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION')
    WHEN 'PROBATIONARY' THEN form IN ('REPRIMAND', 'WARNING')
    ELSE form IN ('REPRIMAND', 'WARNING', 'DISSOLUTION') END),
  ADD CONSTRAINT "Discipline_branch_decides" CHECK (body <> 'BRANCH' OR subject <> 'ORGANIZATION' AND form IN ('REPRIMAND', 'WARNING')),
  ADD CONSTRAINT "Discipline_vote" CHECK ("votesFor" >= 0 AND "votesAgainst" >= 0 AND "votesFor" + "votesAgainst" = present AND present <= "bodyMembers"),
  ADD CONSTRAINT "Discipline_majority" CHECK ("votesFor" * 2 > "bodyMembers"),
  ADD CONSTRAINT "Discipline_days" CHECK ("breachOn" <= "concludedOn" AND "concludedOn" <= "decidedOn" AND "decidedOn" <= "announcedOn"),
  ADD CONSTRAINT "Discipline_exception" CHECK (("breachKind" = 'ORDINARY') = ("exceptionPaper" IS NULL)),
  ADD CONSTRAINT "Discipline_said" CHECK (btrim(breach) <> '' AND length(breach) <= 2000 AND btrim("decisionNumber") <> '' AND btrim("bodyName") <> ''),
  ADD CONSTRAINT "Discipline_correction" CHECK (("correctsId" IS NULL) = ("correctionReason" IS NULL) AND "correctsId" IS DISTINCT FROM id),
  ADD CONSTRAINT "Discipline_confirmed" CHECK (num_nonnulls("confirmedById", "confirmedBy", "confirmedOn") = CASE state WHEN 'CONFIRMED' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "Discipline_two_people" CHECK ("confirmedById" IS DISTINCT FROM "recordedById" OR "confirmedById" IS NULL),
  ADD CONSTRAINT "Discipline_withdrawn" CHECK (num_nonnulls("withdrawnOn", "withdrawnBy", "withdrawnReason") = CASE state WHEN 'WITHDRAWN' THEN 3 ELSE 0 END);
-- A decision is corrected by one record at a time, and the same decision is entered once.
CREATE UNIQUE INDEX "Discipline_one_correction" ON public."Discipline" ("committeeId", "correctsId") WHERE state <> 'WITHDRAWN';
CREATE UNIQUE INDEX "Discipline_entered_once" ON public."Discipline" ("committeeId", "branchId", "memberId", "decisionNumber", "decidedOn") NULLS NOT DISTINCT
  WHERE state <> 'WITHDRAWN' AND "correctsId" IS NULL;

ALTER TABLE public."Discipline" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Discipline" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."Discipline" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON public."Discipline" TO sodb_app;
GRANT SELECT ON public."Discipline" TO sodb_backup;
-- What was decided stays (SOD-5): nothing of it may be written again, only who confirms it, or why it is withdrawn before.
GRANT UPDATE (state, "confirmedById", "confirmedBy", "confirmedOn", "withdrawnOn", "withdrawnBy", "withdrawnReason", version)
  ON public."Discipline" TO sodb_app;

-- Who is disciplined, and who leads the branch that is, reads it once it is confirmed and has no hand in it (SOD-2, SOD-14).
CREATE POLICY discipline_read ON public."Discipline" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (
    (SELECT app.has('[SOL]')) AND (state = 'CONFIRMED' OR ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
      AND NOT ("memberId" IS NULL AND "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
    OR state = 'CONFIRMED' AND ((SELECT app.has('I')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
      OR "memberId" = (SELECT app.member()))));
CREATE POLICY discipline_insert ON public."Discipline" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND state = 'RECORDED'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account()) AND "announcedOn" <= (SELECT app.today())
    AND ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    AND NOT ("memberId" IS NULL AND "branchId" = ANY ((SELECT app.own_branches())::uuid[]))
    AND ("memberId" IS NULL OR EXISTS (SELECT 1 FROM public."Membership" h WHERE h."committeeId" = "Discipline"."committeeId"
      AND h."memberId" = "Discipline"."memberId" AND h."branchId" = "Discipline"."branchId")));
CREATE POLICY discipline_confirm ON public."Discipline" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND state = 'RECORDED'
    AND "recordedById" IS DISTINCT FROM (SELECT app.account())
    AND ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    AND NOT ("memberId" IS NULL AND "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND state = 'CONFIRMED'
    AND "confirmedById" = (SELECT app.account()));
CREATE POLICY discipline_withdraw ON public."Discipline" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND state = 'RECORDED'
    AND ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    AND NOT ("memberId" IS NULL AND "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND state = 'WITHDRAWN');

-- Within the limitation of the rules it was decided under (QĐ 69-QĐ/TW, 4), and of a correction: the decision of the same subject.
CREATE FUNCTION public.discipline_by_the_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE months int;
BEGIN
  SELECT (s.parameters -> CASE NEW.subject WHEN 'ORGANIZATION' THEN 'organizationLimitationMonths' ELSE 'memberLimitationMonths' END
      -> 'value' ->> lower(NEW.form::text))::int INTO months
    FROM public."RuleSet" s WHERE s."committeeId" = NEW."committeeId" AND s.id = NEW."ruleSetId";
  IF NEW."breachKind" = 'ORDINARY' AND months IS NOT NULL AND (NEW."breachOn" + make_interval(months => months))::date < NEW."concludedOn" THEN
    RAISE EXCEPTION 'the breach has lapsed' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_limitation';
  END IF;
  IF NEW."correctsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public."Discipline" d WHERE d."committeeId" = NEW."committeeId"
      AND d.id = NEW."correctsId" AND d.state = 'CONFIRMED' AND d."memberId" IS NOT DISTINCT FROM NEW."memberId"
      AND d."branchId" = NEW."branchId") THEN
    RAISE EXCEPTION 'a correction names a confirmed decision on the same subject' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_corrects';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discipline_by_the_rules BEFORE INSERT ON public."Discipline"
  FOR EACH ROW EXECUTE FUNCTION public.discipline_by_the_rules();

-- A confirmed or withdrawn decision is never written again, nor is any word of it while it waits.
CREATE FUNCTION public.discipline_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE steps text[] := ARRAY['state', 'confirmedById', 'confirmedBy', 'confirmedOn', 'withdrawnOn', 'withdrawnBy', 'withdrawnReason', 'version'];
BEGIN
  IF current_user = 'sodb_resolver' THEN RETURN NEW; END IF;
  IF OLD.state <> 'RECORDED' OR (to_jsonb(NEW) - steps) IS DISTINCT FROM (to_jsonb(OLD) - steps) THEN
    RAISE EXCEPTION 'a discipline decision stays as it is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER discipline_stays BEFORE UPDATE ON public."Discipline" FOR EACH ROW EXECUTE FUNCTION public.discipline_stays();

-- The functions of a member's file and of merges work on these rows too.
GRANT SELECT, UPDATE ("memberId") ON public."Discipline" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."Discipline" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."Discipline" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson',
    'PlannedAssignment', 'Task', 'SelfReview', 'ProgrammeSubject', 'RatingOpinion', 'Discipline'];
RESET ROLE;
