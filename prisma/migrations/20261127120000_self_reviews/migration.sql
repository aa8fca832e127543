-- What a person or a collective says of its own year, with its marks by criterion.
-- CreateEnum
CREATE TYPE "SelfReviewForm" AS ENUM ('FORM_01', 'FORM_2A', 'FORM_2B', 'FORM_2C');

-- CreateEnum
CREATE TYPE "SelfReviewState" AS ENUM ('DRAFT', 'HANDED_IN');

-- CreateTable
CREATE TABLE "SelfReview" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "subject" "RatingSubject" NOT NULL,
    "memberId" UUID,
    "branchId" UUID,
    "form" "SelfReviewForm" NOT NULL,
    "state" "SelfReviewState" NOT NULL DEFAULT 'DRAFT',
    "strengths" TEXT,
    "shortcomings" TEXT,
    "causes" TEXT,
    "corrections" TEXT,
    "explanation" TEXT,
    "remedies" TEXT,
    "tasksTotal" INTEGER,
    "tasksOnTime" INTEGER,
    "tasksLate" INTEGER,
    "tasksBeyond" INTEGER,
    "proposedLevel" "RatingLevel",
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedOn" DATE NOT NULL,
    "isOnBehalf" BOOLEAN NOT NULL,
    "handedInOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SelfReview_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "SelfReviewMark" (
    "committeeId" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "criterion" "RatingCriterion" NOT NULL,
    "grade" "CriterionGrade",
    "points" INTEGER,

    CONSTRAINT "SelfReviewMark_pkey" PRIMARY KEY ("committeeId","reviewId","criterion")
);

-- CreateIndex
CREATE INDEX "SelfReview_committeeId_roundId_branchId_idx" ON "SelfReview"("committeeId", "roundId", "branchId");

-- CreateIndex
CREATE INDEX "SelfReview_committeeId_memberId_idx" ON "SelfReview"("committeeId", "memberId");

-- AddForeignKey
ALTER TABLE "SelfReview" ADD CONSTRAINT "SelfReview_committeeId_roundId_fkey" FOREIGN KEY ("committeeId", "roundId") REFERENCES "RatingRound"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfReview" ADD CONSTRAINT "SelfReview_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfReview" ADD CONSTRAINT "SelfReview_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfReviewMark" ADD CONSTRAINT "SelfReviewMark_committeeId_reviewId_fkey" FOREIGN KEY ("committeeId", "reviewId") REFERENCES "SelfReview"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."SelfReview"
  ADD CONSTRAINT "SelfReview_subject" CHECK (CASE subject
    WHEN 'MEMBER' THEN "memberId" IS NOT NULL AND "branchId" IS NOT NULL AND form <> 'FORM_01'
    WHEN 'BRANCH' THEN "memberId" IS NULL AND "branchId" IS NOT NULL AND form = 'FORM_01' AND NOT "isOnBehalf"
    ELSE "memberId" IS NULL AND "branchId" IS NULL AND form = 'FORM_01' AND NOT "isOnBehalf" END),
  ADD CONSTRAINT "SelfReview_tasks" CHECK (num_nonnulls("tasksTotal", "tasksOnTime", "tasksLate") IN (0, 3)
    AND ("tasksBeyond" IS NULL OR "tasksTotal" IS NOT NULL)
    AND least("tasksTotal", "tasksOnTime", "tasksLate", "tasksBeyond") >= 0
    AND "tasksOnTime" + "tasksLate" <= "tasksTotal" AND coalesce("tasksBeyond", 0) <= coalesce("tasksTotal", 0)),
  ADD CONSTRAINT "SelfReview_handed_in" CHECK ((state = 'HANDED_IN') = ("handedInOn" IS NOT NULL)
    AND (state = 'DRAFT' OR num_nulls(strengths, shortcomings, "proposedLevel") = 0));
ALTER TABLE public."SelfReviewMark"
  ADD CONSTRAINT "SelfReviewMark_one_kind" CHECK (num_nonnulls(grade, points) = 1 AND (points IS NULL OR points BETWEEN 0 AND 100));
CREATE UNIQUE INDEX "SelfReview_one_per_member" ON public."SelfReview" ("committeeId", "roundId", "memberId") WHERE subject = 'MEMBER';
CREATE UNIQUE INDEX "SelfReview_one_per_branch" ON public."SelfReview" ("committeeId", "roundId", "branchId") WHERE subject = 'BRANCH';
CREATE UNIQUE INDEX "SelfReview_one_for_the_committee" ON public."SelfReview" ("committeeId", "roundId") WHERE subject = 'COMMITTEE';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['SelfReview', 'SelfReviewMark'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE (form, state, strengths, shortcomings, causes, corrections, explanation, remedies, "tasksTotal", "tasksOnTime", "tasksLate",
  "tasksBeyond", "proposedLevel", "recordedById", "recordedBy", "recordedOn", "isOnBehalf", "handedInOn", version) ON public."SelfReview" TO sodb_app;
GRANT DELETE ON public."SelfReviewMark" TO sodb_app;

-- The functions of a member's file and of merges work on these rows too, and the one below reads them for who may not read ratings.
GRANT SELECT, UPDATE ("memberId") ON public."SelfReview" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."SelfReview" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_moves ON public."SelfReview" FOR UPDATE TO sodb_resolver USING (true) WITH CHECK (true);

SET LOCAL ROLE sodb_resolver;
-- Whether the branch's vote, or what the committee says after it, has been entered for a subject of a round, or the round is closed;
-- for who may see the subject's review.
CREATE FUNCTION app.is_past_self_review(round uuid, of_member uuid, of_branch uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(app.has('[SOL]') OR of_branch = ANY (app.own_branches()::uuid[]) OR of_member = app.member(), false)
      AND (EXISTS (SELECT 1 FROM public."RatingRound" o WHERE o."committeeId" = app.committee() AND o.id = round AND o."closedOn" IS NOT NULL)
        OR EXISTS (SELECT 1 FROM public."Rating" r WHERE r."committeeId" = app.committee() AND r."roundId" = round
          AND (r."proposedLevel" IS NOT NULL OR r.level IS NOT NULL)
          AND r."memberId" IS NOT DISTINCT FROM of_member AND r."branchId" IS NOT DISTINCT FROM of_branch));
  END;
CREATE OR REPLACE FUNCTION app.tables_of_member() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
  RETURN ARRAY['Membership', 'MemberStatus', 'BranchOffice', 'CommitteeOffice', 'CivilOffice', 'Assignment', 'CourseParticipant', 'PlannedPerson',
    'PlannedAssignment', 'Task', 'SelfReview'];
REVOKE ALL ON FUNCTION app.is_past_self_review(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_past_self_review(uuid, uuid, uuid) TO sodb_app;
RESET ROLE;

-- Who writes a review reads it at every stage: the person, the branch, the office. Leadership reads what has been handed in.
CREATE POLICY self_review_read ON public."SelfReview" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR (SELECT app.has('L')) AND state = 'HANDED_IN'
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) OR "memberId" = (SELECT app.member())));
CREATE POLICY self_review_insert ON public."SelfReview" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'DRAFT'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) OR "memberId" = (SELECT app.member()))
    AND ("memberId" IS NULL OR EXISTS (SELECT 1 FROM public."Membership" h WHERE h."committeeId" = "SelfReview"."committeeId"
      AND h."memberId" = "SelfReview"."memberId" AND h."branchId" = "SelfReview"."branchId")));
CREATE POLICY self_review_update ON public."SelfReview" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) OR "memberId" = (SELECT app.member())))
  WITH CHECK ("committeeId" = (SELECT app.committee()));

CREATE POLICY self_review_mark_read ON public."SelfReviewMark" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."SelfReview" s
    WHERE s."committeeId" = "SelfReviewMark"."committeeId" AND s.id = "SelfReviewMark"."reviewId"));
-- Marks change with a draft, by who writes it.
CREATE POLICY self_review_mark_insert ON public."SelfReviewMark" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."SelfReview" s
    WHERE s."committeeId" = "SelfReviewMark"."committeeId" AND s.id = "SelfReviewMark"."reviewId" AND s.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR s."branchId" = ANY ((SELECT app.own_branches())::uuid[]) OR s."memberId" = (SELECT app.member()))));
CREATE POLICY self_review_mark_delete ON public."SelfReviewMark" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."SelfReview" s
    WHERE s."committeeId" = "SelfReviewMark"."committeeId" AND s.id = "SelfReviewMark"."reviewId" AND s.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR s."branchId" = ANY ((SELECT app.own_branches())::uuid[]) OR s."memberId" = (SELECT app.member()))));

-- What was handed in stays as it is until it is taken back, and nothing of it changes once the branch has voted on the subject.
CREATE FUNCTION public.self_review_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['state', 'handedInOn', 'version'];
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  IF app.is_past_self_review(NEW."roundId", NEW."memberId", NEW."branchId") THEN
    RAISE EXCEPTION 'the branch has voted' USING ERRCODE = '23514', CONSTRAINT = 'SelfReview_before_the_vote';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'HANDED_IN' AND (NEW.state <> 'DRAFT' OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a review that was handed in stays' USING ERRCODE = '23514', CONSTRAINT = 'SelfReview_handed_in_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER self_review_stays BEFORE INSERT OR UPDATE ON public."SelfReview" FOR EACH ROW EXECUTE FUNCTION public.self_review_stays();

-- A member reviews the own year under the rules of the round, which are no secret.
ALTER POLICY register_read ON public."RuleSet"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]')) OR (SELECT app.member()) IS NOT NULL));
