-- What others say of who is rated: the branch, the place of residence, mass organisations, the committee member in charge.
CREATE TYPE "OpinionGiver" AS ENUM ('BRANCH_MEETING', 'BRANCH_COMMITTEE', 'RESIDENCE', 'MASS_ORGANIZATION', 'IN_CHARGE', 'SUPERIOR', 'FORMER_BRANCH');

CREATE TABLE "RatingOpinion" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "subject" "RatingSubject" NOT NULL,
    "memberId" UUID,
    "branchId" UUID,
    "giver" "OpinionGiver" NOT NULL,
    "giverName" TEXT NOT NULL,
    "givenOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "level" "RatingLevel",
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnOn" DATE,
    "withdrawnBy" TEXT,
    "withdrawnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RatingOpinion_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "RatingOpinion_committeeId_roundId_branchId_idx" ON "RatingOpinion"("committeeId", "roundId", "branchId");
CREATE INDEX "RatingOpinion_committeeId_memberId_idx" ON "RatingOpinion"("committeeId", "memberId");
ALTER TABLE "RatingOpinion" ADD CONSTRAINT "RatingOpinion_committeeId_roundId_fkey" FOREIGN KEY ("committeeId", "roundId") REFERENCES "RatingRound"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RatingOpinion" ADD CONSTRAINT "RatingOpinion_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RatingOpinion" ADD CONSTRAINT "RatingOpinion_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."RatingOpinion"
  ADD CONSTRAINT "RatingOpinion_subject" CHECK (CASE subject
    WHEN 'MEMBER' THEN "memberId" IS NOT NULL AND "branchId" IS NOT NULL
    WHEN 'BRANCH' THEN "memberId" IS NULL AND "branchId" IS NOT NULL
    ELSE "memberId" IS NULL AND "branchId" IS NULL END),
  ADD CONSTRAINT "RatingOpinion_withdrawn" CHECK (num_nonnulls("withdrawnOn", "withdrawnBy", "withdrawnReason") IN (0, 3)),
  ADD CONSTRAINT "RatingOpinion_said" CHECK (btrim("giverName") <> '' AND btrim(text) <> '');

ALTER TABLE public."RatingOpinion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."RatingOpinion" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."RatingOpinion" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
GRANT SELECT, INSERT ON public."RatingOpinion" TO sodb_app;
GRANT SELECT ON public."RatingOpinion" TO sodb_backup;
-- What was said stays; it is only withdrawn.
GRANT UPDATE ("withdrawnOn", "withdrawnBy", "withdrawnReason", version) ON public."RatingOpinion" TO sodb_app;

-- Like a proposal, an opinion is nothing for who it is about, but for who reads the whole register; nobody enters or withdraws one about
-- himself. Who is in charge of a branch reads what that hand has entered.
CREATE POLICY opinion_read ON public."RatingOpinion" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[]) AND "recordedById" = (SELECT app.account())));
CREATE POLICY opinion_insert ON public."RatingOpinion" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "withdrawnOn" IS NULL
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    AND ((SELECT app.has('[SO]')) OR (SELECT app.has('L')) AND giver IN ('IN_CHARGE', 'SUPERIOR')
      OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND giver NOT IN ('IN_CHARGE', 'SUPERIOR')
      OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[]) AND giver = 'IN_CHARGE')
    AND ("memberId" IS NULL OR EXISTS (SELECT 1 FROM public."Membership" h WHERE h."committeeId" = "RatingOpinion"."committeeId"
      AND h."memberId" = "RatingOpinion"."memberId" AND h."branchId" = "RatingOpinion"."branchId")));
CREATE POLICY opinion_update ON public."RatingOpinion" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "withdrawnOn" IS NULL
    AND ("memberId" IS NULL OR "memberId" IS DISTINCT FROM (SELECT app.member()))
    AND ((SELECT app.has('[SO]')) OR "recordedById" = (SELECT app.account())))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "withdrawnOn" IS NOT NULL);

-- The functions of a member's file and of merges work on these rows too.
GRANT SELECT, UPDATE ("memberId") ON public."RatingOpinion" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."RatingOpinion" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."RatingOpinion" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson',
    'PlannedAssignment', 'Task', 'SelfReview', 'ProgrammeSubject', 'RatingOpinion'];
RESET ROLE;

-- Nothing is added or withdrawn once the committee's decision on the subject is confirmed, or the round is closed.
CREATE FUNCTION public.opinion_before_the_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM public."RatingRound" o WHERE o."committeeId" = NEW."committeeId" AND o.id = NEW."roundId" AND o."closedOn" IS NOT NULL)
    OR EXISTS (SELECT 1 FROM public."Rating" r WHERE r."committeeId" = NEW."committeeId" AND r."roundId" = NEW."roundId"
      AND r."memberId" IS NOT DISTINCT FROM NEW."memberId" AND r."branchId" IS NOT DISTINCT FROM NEW."branchId" AND r.state = 'DECIDED') THEN
    RAISE EXCEPTION 'the rating is decided or its round closed' USING ERRCODE = '23514', CONSTRAINT = 'RatingOpinion_before_the_decision';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER opinion_before_the_decision BEFORE INSERT OR UPDATE ON public."RatingOpinion"
  FOR EACH ROW EXECUTE FUNCTION public.opinion_before_the_decision();
