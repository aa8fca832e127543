-- CreateEnum
CREATE TYPE "PaperCode" AS ENUM ('APPLICATION', 'LIFE_RECORD', 'INTRODUCTION', 'UNION_RESOLUTION', 'RESIDENCE_COMMENTS', 'VERIFICATION', 'AWARENESS_CERTIFICATE', 'NEW_MEMBER_CERTIFICATE', 'SELF_REVIEW', 'HELPER_COMMENTS', 'COLLECTED_COMMENTS', 'REQUEST', 'BRANCH_REPORT', 'CONCLUSION', 'DEATH_REPORT', 'MEMBER_FORM', 'CARD', 'MEMBER_FILE');

-- CreateEnum
CREATE TYPE "VotingBody" AS ENUM ('BRANCH', 'COMMITTEE', 'STANDING_COMMITTEE');

-- CreateEnum
CREATE TYPE "VoteMethod" AS ENUM ('SECRET_BALLOT', 'CARD');

-- CreateEnum
CREATE TYPE "VoteComparison" AS ENUM ('AT_LEAST', 'MORE_THAN');

-- CreateEnum
CREATE TYPE "CountedOutReason" AS ENUM ('AWAY_TEMPORARILY', 'ABSENT_EXEMPT', 'SUSPENDED');

-- AlterEnum
ALTER TYPE "RuleKind" ADD VALUE 'CHARTER';
ALTER TYPE "RuleKind" ADD VALUE 'MEMBERSHIP';

-- CreateTable
CREATE TABLE "VoteSheet" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "body" "VotingBody" NOT NULL,
    "branchId" UUID,
    "heldOn" DATE NOT NULL,
    "method" "VoteMethod" NOT NULL,
    "entitled" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "blank" INTEGER NOT NULL,
    "comparison" "VoteComparison" NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "minutesNumber" TEXT,
    "ruleSetId" UUID NOT NULL,
    "recordedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VoteSheet_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "VoteCountedOut" (
    "committeeId" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "reason" "CountedOutReason" NOT NULL,

    CONSTRAINT "VoteCountedOut_pkey" PRIMARY KEY ("committeeId","sheetId","memberId")
);

-- CreateIndex
CREATE INDEX "VoteSheet_committeeId_branchId_heldOn_idx" ON "VoteSheet"("committeeId", "branchId", "heldOn");

-- AddForeignKey
ALTER TABLE "VoteSheet" ADD CONSTRAINT "VoteSheet_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteSheet" ADD CONSTRAINT "VoteSheet_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCountedOut" ADD CONSTRAINT "VoteCountedOut_committeeId_sheetId_fkey" FOREIGN KEY ("committeeId", "sheetId") REFERENCES "VoteSheet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCountedOut" ADD CONSTRAINT "VoteCountedOut_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A count that can be true: nobody votes twice, nobody votes who is not counted, and it was held by a body that has a place.
ALTER TABLE public."VoteSheet"
  ADD CONSTRAINT "VoteSheet_count" CHECK (least("yes", "no", blank) >= 0 AND "yes" + "no" + blank = present
    AND present <= base AND base <= entitled AND base > 0),
  ADD CONSTRAINT "VoteSheet_threshold" CHECK (numerator > 0 AND denominator >= numerator),
  ADD CONSTRAINT "VoteSheet_body" CHECK ((body = 'BRANCH') = ("branchId" IS NOT NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['VoteSheet', 'VoteCountedOut'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;

-- Sheets are written once, each in the hand of its account.
CREATE POLICY sheet_read ON public."VoteSheet" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY sheet_insert ON public."VoteSheet" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY counted_out_read ON public."VoteCountedOut" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."VoteSheet" s
    WHERE s."committeeId" = "VoteCountedOut"."committeeId" AND s.id = "VoteCountedOut"."sheetId"));
CREATE POLICY counted_out_insert ON public."VoteCountedOut" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."VoteSheet" s
    WHERE s."committeeId" = "VoteCountedOut"."committeeId" AND s.id = "VoteCountedOut"."sheetId"
      AND s.xmin = pg_current_xact_id()::xid));

GRANT SELECT ("sortKey") ON public."Member" TO sodb_resolver;

-- The members of a branch on a day, as a vote of that day counts them, for who keeps the branch's votes. Somebody who has
-- left since is told as they were then, which the rows of the tables alone would not show to the branch.
CREATE FUNCTION app.voters_of(of_branch uuid, on_day date)
  RETURNS TABLE (member_id uuid, full_name text, is_official boolean, activity text, is_away boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT m.id, m."fullName", coalesce(p."officialOn" <= on_day, false), s.kind::text,
        EXISTS (SELECT 1 FROM public."Membership" t WHERE t."committeeId" = h."committeeId" AND t."memberId" = h."memberId"
          AND t.kind = 'TEMPORARY' AND t."startsOn" <= on_day AND (t."endsOn" IS NULL OR t."endsOn" > on_day))
      FROM public."Membership" h
      JOIN public."Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
      LEFT JOIN public."MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
      LEFT JOIN public."MemberStatus" s ON s."committeeId" = h."committeeId" AND s."memberId" = h."memberId"
        AND s."startsOn" <= on_day AND (s."endsOn" IS NULL OR s."endsOn" > on_day)
      WHERE h."committeeId" = app.committee() AND h."branchId" = of_branch AND h.kind = 'OFFICIAL'
        AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day)
        AND (app.has('[SOL]') OR of_branch = ANY (app.own_branches()))
      ORDER BY m."sortKey", m.id;
  END;
REVOKE ALL ON FUNCTION app.voters_of(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.voters_of(uuid, date) TO sodb_app, sodb_resolver;
ALTER FUNCTION app.voters_of(uuid, date) OWNER TO sodb_resolver;
