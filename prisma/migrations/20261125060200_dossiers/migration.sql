-- CreateEnum
CREATE TYPE "DossierKind" AS ENUM ('ADMISSION', 'RECOGNITION', 'EXEMPTION', 'REMOVAL', 'RESIGNATION', 'EXPULSION', 'DEATH');

-- CreateEnum
CREATE TYPE "DossierState" AS ENUM ('OPEN', 'VOTED', 'RECORDED', 'DECIDED', 'DONE', 'CLOSED');

-- CreateEnum
CREATE TYPE "DecidingBody" AS ENUM ('STANDING_COMMITTEE', 'COMMITTEE', 'SUPERIOR', 'BRANCH');

-- CreateEnum
CREATE TYPE "DepartureGround" AS ENUM ('LEFT_ACTIVITY_OR_FEES', 'CARD_RETURNED', 'LOST_WILL', 'TWO_YEARS_FAILING', 'POLITICAL_STANDARDS', 'HARDSHIP', 'OWN_WISH', 'CONVICTED', 'DISCIPLINE');

-- CreateEnum
CREATE TYPE "SchoolingException" AS ENUM ('HIGHLAND_OR_MINORITY', 'VILLAGE_ELDER_OR_HEAD');

-- CreateEnum
CREATE TYPE "IntroducerTie" AS ENUM ('WORK', 'STUDY', 'RESIDENCE');

-- CreateEnum
CREATE TYPE "DossierStepKind" AS ENUM ('OPENED', 'CONDITIONS', 'VOTED', 'RECORDED', 'RETURNED', 'CONFIRMED', 'CEREMONY', 'CLOSED');

-- CreateTable
CREATE TABLE "Dossier" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "DossierKind" NOT NULL,
    "state" "DossierState" NOT NULL DEFAULT 'OPEN',
    "branchId" UUID NOT NULL,
    "memberId" UUID,
    "openedOn" DATE NOT NULL,
    "openedById" UUID,
    "ground" "DepartureGround",
    "reason" TEXT,
    "branchVoteId" UUID,
    "committeeVoteId" UUID,
    "decidedBy" "DecidingBody",
    "decisionNumber" TEXT,
    "decidedOn" DATE,
    "minutesNumber" TEXT,
    "receivedOn" DATE,
    "effectiveOn" DATE,
    "recordedById" UUID,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "ceremonyOn" DATE,
    "lateConsent" TEXT,
    "helperId" UUID,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Dossier_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Candidate" (
    "committeeId" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "birthOn" TEXT NOT NULL,
    "ethnicity" TEXT NOT NULL,
    "religion" TEXT,
    "education" "Education" NOT NULL,
    "occupation" TEXT,
    "homePlace" TEXT,
    "permanentResidence" TEXT,
    "phone" TEXT,
    "youthUnionOn" TEXT,
    "certificateNumber" TEXT,
    "certificateOn" DATE,
    "certificateBy" TEXT,
    "schoolingException" "SchoolingException",
    "overAgeConsent" TEXT,

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("committeeId","dossierId")
);

-- CreateTable
CREATE TABLE "DossierIntroducer" (
    "committeeId" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "tie" "IntroducerTie" NOT NULL,
    "togetherSinceOn" DATE NOT NULL,

    CONSTRAINT "DossierIntroducer_pkey" PRIMARY KEY ("committeeId","dossierId","memberId")
);

-- CreateTable
CREATE TABLE "DossierPaper" (
    "committeeId" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "code" "PaperCode" NOT NULL,
    "position" INTEGER NOT NULL,
    "receivedOn" DATE,

    CONSTRAINT "DossierPaper_pkey" PRIMARY KEY ("committeeId","dossierId","code")
);

-- CreateTable
CREATE TABLE "DossierStep" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "kind" "DossierStepKind" NOT NULL,
    "doneOn" DATE NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "voteSheetId" UUID,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "note" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DossierStep_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateIndex
CREATE INDEX "Dossier_committeeId_branchId_idx" ON "Dossier"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "Dossier_committeeId_memberId_idx" ON "Dossier"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Candidate_committeeId_nameKey_idx" ON "Candidate"("committeeId", "nameKey");

-- CreateIndex
CREATE INDEX "DossierStep_committeeId_dossierId_idx" ON "DossierStep"("committeeId", "dossierId");

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_committeeId_helperId_fkey" FOREIGN KEY ("committeeId", "helperId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_committeeId_branchVoteId_fkey" FOREIGN KEY ("committeeId", "branchVoteId") REFERENCES "VoteSheet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dossier" ADD CONSTRAINT "Dossier_committeeId_committeeVoteId_fkey" FOREIGN KEY ("committeeId", "committeeVoteId") REFERENCES "VoteSheet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_committeeId_dossierId_fkey" FOREIGN KEY ("committeeId", "dossierId") REFERENCES "Dossier"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierIntroducer" ADD CONSTRAINT "DossierIntroducer_committeeId_dossierId_fkey" FOREIGN KEY ("committeeId", "dossierId") REFERENCES "Dossier"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierIntroducer" ADD CONSTRAINT "DossierIntroducer_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPaper" ADD CONSTRAINT "DossierPaper_committeeId_dossierId_fkey" FOREIGN KEY ("committeeId", "dossierId") REFERENCES "Dossier"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierStep" ADD CONSTRAINT "DossierStep_committeeId_dossierId_fkey" FOREIGN KEY ("committeeId", "dossierId") REFERENCES "Dossier"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierStep" ADD CONSTRAINT "DossierStep_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierStep" ADD CONSTRAINT "DossierStep_committeeId_voteSheetId_fkey" FOREIGN KEY ("committeeId", "voteSheetId") REFERENCES "VoteSheet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A decision is recorded by one person and confirmed by another, who has not opened the dossier either. A death is decided by nobody.
ALTER TABLE public."Dossier"
  ADD CONSTRAINT "Dossier_subject" CHECK ("memberId" IS NOT NULL OR kind = 'ADMISSION' AND state <> 'DONE'),
  ADD CONSTRAINT "Dossier_recorded" CHECK (kind = 'DEATH' OR state NOT IN ('RECORDED', 'DECIDED', 'DONE')
    OR num_nulls("recordedById", "decidedBy", "decisionNumber", "decidedOn") = 0 AND ("minutesNumber" IS NOT NULL OR "decidedBy" = 'SUPERIOR')),
  ADD CONSTRAINT "Dossier_decided_by_two" CHECK (kind = 'DEATH' OR state NOT IN ('DECIDED', 'DONE')
    OR "confirmedById" IS NOT NULL AND "confirmedAt" IS NOT NULL),
  ADD CONSTRAINT "Dossier_confirmed_by_another" CHECK ("confirmedById" IS NULL
    OR "confirmedById" IS DISTINCT FROM "recordedById" AND "confirmedById" IS DISTINCT FROM "openedById"),
  ADD CONSTRAINT "Dossier_ceremony" CHECK (("ceremonyOn" IS NOT NULL) = (kind = 'ADMISSION' AND state = 'DONE') AND "ceremonyOn" >= "decidedOn"),
  ADD CONSTRAINT "Dossier_days" CHECK ("decidedOn" >= "openedOn" AND "receivedOn" >= "decidedOn"),
  ADD CONSTRAINT "Dossier_closed" CHECK ((state = 'CLOSED') = ("closedOn" IS NOT NULL));
CREATE UNIQUE INDEX "Dossier_one_of_a_kind" ON public."Dossier" ("committeeId", "memberId", kind) WHERE state NOT IN ('DONE', 'CLOSED');
CREATE UNIQUE INDEX "Dossier_one_way_out" ON public."Dossier" ("committeeId", "memberId")
  WHERE state NOT IN ('DONE', 'CLOSED') AND kind IN ('REMOVAL', 'RESIGNATION', 'EXPULSION');

-- What has taken effect or was closed is never changed; of a confirmed admission only its ceremony is still to come.
CREATE FUNCTION public.refuse_change_of_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE open_still text[] := ARRAY['state', 'ceremonyOn', 'lateConsent', 'helperId', 'memberId', 'effectiveOn', 'closedOn', 'reason', 'version'];
BEGIN
  IF NEW.kind IS DISTINCT FROM OLD.kind OR OLD."memberId" IS NOT NULL AND NEW."memberId" IS DISTINCT FROM OLD."memberId" THEN
    RAISE EXCEPTION 'a dossier stays about whom it was opened for' USING ERRCODE = '42501';
  END IF;
  IF OLD.state IN ('DONE', 'CLOSED') OR OLD.state = 'DECIDED' AND to_jsonb(NEW) - open_still IS DISTINCT FROM to_jsonb(OLD) - open_still THEN
    RAISE EXCEPTION 'a decided dossier is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Dossier_decided_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dossier_decided_is_final BEFORE UPDATE ON public."Dossier"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_dossier();

-- Each step is signed by the account that takes it, and only a leader confirms.
CREATE FUNCTION public.dossier_in_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hand uuid;
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  hand := app.account();
  IF TG_OP = 'INSERT' AND NEW."openedById" IS DISTINCT FROM hand
    OR TG_OP = 'UPDATE' AND NEW."openedById" IS DISTINCT FROM OLD."openedById"
    OR NEW."recordedById" IS DISTINCT FROM OLD."recordedById" AND NEW."recordedById" IS NOT NULL AND NEW."recordedById" IS DISTINCT FROM hand
    OR NEW."confirmedById" IS DISTINCT FROM OLD."confirmedById" AND (NEW."confirmedById" IS DISTINCT FROM hand OR NOT app.has('L')) THEN
    RAISE EXCEPTION 'a step of a dossier is signed by who takes it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dossier_in_own_hand BEFORE INSERT OR UPDATE ON public."Dossier"
  FOR EACH ROW EXECUTE FUNCTION public.dossier_in_own_hand();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Dossier', 'Candidate', 'DossierIntroducer', 'DossierPaper', 'DossierStep'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_app, sodb_backup', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON public."Dossier", public."Candidate", public."DossierPaper" TO sodb_app;
GRANT INSERT, DELETE ON public."DossierIntroducer" TO sodb_app;
GRANT INSERT ON public."DossierStep" TO sodb_app;
GRANT SELECT ON public."Dossier" TO sodb_resolver;

-- The office and the branch's secretary work on a dossier until it is recorded; a leader takes the last step. The secretary
-- learns of an expulsion, and of a dossier about the own person, once it has taken effect.
CREATE POLICY dossier_read ON public."Dossier" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    AND (state = 'DONE' OR kind <> 'EXPULSION' AND "memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL)));
CREATE POLICY dossier_insert ON public."Dossier" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) AND (state = 'OPEN' OR kind = 'DEATH')
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'OPEN' AND kind NOT IN ('EXPULSION', 'DEATH')));
CREATE POLICY dossier_update ON public."Dossier" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR (SELECT app.has('L')) AND state = 'RECORDED'
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state IN ('OPEN', 'VOTED') AND kind <> 'EXPULSION'))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]'))
    OR (SELECT app.has('L')) AND (state IN ('DECIDED', 'DONE') AND "confirmedById" = (SELECT app.account())
      OR state = 'VOTED' AND "recordedById" IS NULL)
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state IN ('OPEN', 'VOTED', 'CLOSED') AND kind <> 'EXPULSION'));
-- Nobody acts in a dossier about themselves, whatever other policy is added.
CREATE POLICY dossier_never_own_insert ON public."Dossier" AS RESTRICTIVE FOR INSERT TO sodb_app
  WITH CHECK ("memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL);
CREATE POLICY dossier_never_own_update ON public."Dossier" AS RESTRICTIVE FOR UPDATE TO sodb_app
  USING ("memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL);

DO $$
DECLARE t text;
DECLARE works text := $c$"committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Dossier" d
  WHERE d."committeeId" = %1$I."committeeId" AND d.id = %1$I."dossierId" AND d.state IN ('OPEN', 'VOTED')
    AND (d."memberId" IS DISTINCT FROM (SELECT app.member()) OR d."memberId" IS NULL)
    AND ((SELECT app.has('[SO]')) OR d."branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND d.kind <> 'EXPULSION'))$c$;
BEGIN
  FOREACH t IN ARRAY ARRAY['Candidate', 'DossierIntroducer', 'DossierPaper', 'DossierStep'] LOOP
    EXECUTE format($f$CREATE POLICY part_read ON public.%1$I FOR SELECT TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Dossier" d
        WHERE d."committeeId" = %1$I."committeeId" AND d.id = %1$I."dossierId"))$f$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Candidate', 'DossierIntroducer', 'DossierPaper'] LOOP
    EXECUTE format('CREATE POLICY part_insert ON public.%1$I FOR INSERT TO sodb_app WITH CHECK (' || works || ')', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Candidate', 'DossierPaper'] LOOP
    EXECUTE format('CREATE POLICY part_update ON public.%1$I FOR UPDATE TO sodb_app USING (' || works || ')', t);
  END LOOP;
  EXECUTE format('CREATE POLICY part_delete ON public.%1$I FOR DELETE TO sodb_app USING (' || works || ')', 'DossierIntroducer');
END $$;
-- Steps are signed like the dossier: each hand takes its own.
CREATE POLICY step_insert ON public."DossierStep" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Dossier" d WHERE d."committeeId" = "DossierStep"."committeeId" AND d.id = "DossierStep"."dossierId"
      AND (d."memberId" IS DISTINCT FROM (SELECT app.member()) OR d."memberId" IS NULL)
      AND ((SELECT app.has('[SO]')) AND "DossierStep".kind <> 'CONFIRMED'
        OR (SELECT app.has('L')) AND "DossierStep".kind IN ('CONFIRMED', 'RETURNED')
        OR d."branchId" = ANY ((SELECT app.own_branches())::uuid[]) AND d.kind <> 'EXPULSION'
          AND "DossierStep".kind IN ('OPENED', 'CONDITIONS', 'VOTED', 'CLOSED'))));

-- Whose record the caller may write because the caller confirms a decision about it in this very transaction.
CREATE FUNCTION app.confirming_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(d."memberId"), '{}') FROM public."Dossier" d
      WHERE d."committeeId" = app.committee() AND d."confirmedById" = app.account() AND d.xmin = pg_current_xact_id()::xid;
  END;
REVOKE ALL ON FUNCTION app.confirming_members() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.confirming_members() TO sodb_app, sodb_resolver;
ALTER FUNCTION app.confirming_members() OWNER TO sodb_resolver;

DO $$
DECLARE t text;
DECLARE whose text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Member', 'MemberProfile', 'Membership', 'MemberStatus'] LOOP
    whose := CASE t WHEN 'Member' THEN 'id' ELSE '"memberId"' END;
    EXECUTE format($f$CREATE POLICY confirmed_update ON public.%1$I FOR UPDATE TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND %2$s = ANY ((SELECT app.confirming_members())::uuid[]))
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND %2$s = ANY ((SELECT app.confirming_members())::uuid[]))$f$,
      t, whose);
  END LOOP;
END $$;
CREATE POLICY confirmed_insert ON public."MemberStatus" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND "memberId" = ANY ((SELECT app.confirming_members())::uuid[]));

-- As before, and now the one who confirms may write what was decided.
CREATE OR REPLACE FUNCTION public.secretary_keeps_to_own_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept text[] := string_to_array(TG_ARGV[0], ',');
BEGIN
  IF current_user = 'sodb_app' AND NOT app.has('[SO]')
    AND EXISTS (SELECT 1 FROM unnest(kept) c WHERE to_jsonb(NEW) -> c IS DISTINCT FROM to_jsonb(OLD) -> c)
    AND NOT coalesce((to_jsonb(OLD) ->> 'memberId')::uuid = ANY (app.confirming_members()), false) THEN
    RAISE EXCEPTION 'the office keeps these columns' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
