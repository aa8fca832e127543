-- CreateEnum
CREATE TYPE "TransferDirection" AS ENUM ('WITHIN', 'OUT', 'IN');

-- CreateEnum
CREATE TYPE "TransferState" AS ENUM ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "TransferCause" AS ENUM ('WORK', 'RESIDENCE', 'STUDY', 'OTHER');

-- AlterEnum
ALTER TYPE "MembershipEnd" ADD VALUE 'RETURNED';

-- CreateTable
CREATE TABLE "Transfer" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "direction" "TransferDirection" NOT NULL,
    "kind" "MembershipKind" NOT NULL DEFAULT 'OFFICIAL',
    "state" "TransferState" NOT NULL DEFAULT 'PENDING',
    "personName" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "memberId" UUID,
    "fromBranchId" UUID,
    "toBranchId" UUID,
    "otherParty" TEXT,
    "cause" "TransferCause" NOT NULL,
    "causedOn" DATE,
    "effectiveOn" DATE NOT NULL,
    "endsOn" DATE,
    "decisionNumber" TEXT,
    "letterNumber" TEXT,
    "letterOn" DATE,
    "ruleSetId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedOn" DATE NOT NULL,
    "decidedById" UUID,
    "decidedBy" TEXT,
    "decidedOn" DATE,
    "closeReason" TEXT,
    "receivedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Newcomer" (
    "committeeId" UUID NOT NULL,
    "transferId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "birthOn" TEXT NOT NULL,
    "ethnicity" TEXT NOT NULL,
    "education" "Education" NOT NULL,
    "admittedOn" DATE NOT NULL,
    "ceremonyOn" DATE,
    "officialOn" DATE,
    "cardNumber" TEXT,
    "oldCardNumber" TEXT,

    CONSTRAINT "Newcomer_pkey" PRIMARY KEY ("committeeId","transferId")
);

-- CreateIndex
CREATE INDEX "Transfer_committeeId_memberId_idx" ON "Transfer"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Transfer_committeeId_state_idx" ON "Transfer"("committeeId", "state");

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_committeeId_fromBranchId_fkey" FOREIGN KEY ("committeeId", "fromBranchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_committeeId_toBranchId_fkey" FOREIGN KEY ("committeeId", "toBranchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Newcomer" ADD CONSTRAINT "Newcomer_committeeId_transferId_fkey" FOREIGN KEY ("committeeId", "transferId") REFERENCES "Transfer"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Transfer"
  ADD CONSTRAINT "Transfer_places" CHECK (CASE direction
    WHEN 'WITHIN' THEN num_nulls("fromBranchId", "toBranchId") = 0 AND "fromBranchId" <> "toBranchId" AND "otherParty" IS NULL
    WHEN 'OUT' THEN "fromBranchId" IS NOT NULL AND "toBranchId" IS NULL AND "otherParty" IS NOT NULL
    ELSE "fromBranchId" IS NULL AND "toBranchId" IS NOT NULL AND "otherParty" IS NOT NULL END),
  ADD CONSTRAINT "Transfer_person" CHECK ("memberId" IS NOT NULL OR direction = 'IN'),
  ADD CONSTRAINT "Transfer_period" CHECK ("endsOn" > "effectiveOn" AND kind = 'TEMPORARY' OR "endsOn" IS NULL),
  ADD CONSTRAINT "Transfer_letter" CHECK (("letterNumber" IS NULL) = ("letterOn" IS NULL)),
  ADD CONSTRAINT "Transfer_decided" CHECK ((state = 'PENDING') = ("decidedById" IS NULL) AND num_nulls("decidedById", "decidedBy", "decidedOn") IN (0, 3)),
  ADD CONSTRAINT "Transfer_decided_by_another" CHECK (state NOT IN ('ACCEPTED', 'REJECTED') OR "decidedById" <> "proposedById"),
  ADD CONSTRAINT "Transfer_closed" CHECK ((state IN ('REJECTED', 'CANCELLED')) = ("closeReason" IS NOT NULL)),
  ADD CONSTRAINT "Transfer_received" CHECK ("receivedOn" IS NULL OR state = 'ACCEPTED' AND "toBranchId" IS NOT NULL);
CREATE UNIQUE INDEX "Transfer_one_pending" ON public."Transfer" ("committeeId", "memberId") WHERE state = 'PENDING';

-- A transfer stays as it was proposed; to one that was accepted only the receipt, the letter and the end of temporary activity are added.
CREATE FUNCTION public.refuse_change_of_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision text[] := ARRAY['state', 'decidedById', 'decidedBy', 'decidedOn', 'closeReason'];
  open_still text[] := ARRAY['memberId', 'endsOn', 'letterNumber', 'letterOn', 'receivedOn', 'version'];
BEGIN
  IF to_jsonb(NEW) - decision - open_still IS DISTINCT FROM to_jsonb(OLD) - decision - open_still
    OR OLD."memberId" IS NOT NULL AND NEW."memberId" IS DISTINCT FROM OLD."memberId" THEN
    RAISE EXCEPTION 'a transfer stays as it was proposed' USING ERRCODE = '42501';
  END IF;
  IF OLD.state IN ('REJECTED', 'CANCELLED') OR OLD.state = 'ACCEPTED' AND to_jsonb(NEW) - open_still IS DISTINCT FROM to_jsonb(OLD) - open_still THEN
    RAISE EXCEPTION 'a decided transfer is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Transfer_decided_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfer_decided_is_final BEFORE UPDATE ON public."Transfer"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_transfer();

-- Each step is signed by the account that takes it; only the office and leaders accept, only the office keeps the letter and
-- the end, and a branch says no more than that the member has come.
CREATE FUNCTION public.transfer_in_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hand uuid;
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  hand := app.account();
  IF TG_OP = 'INSERT' AND NEW."proposedById" IS DISTINCT FROM hand
    OR TG_OP = 'UPDATE' AND NEW."decidedById" IS DISTINCT FROM OLD."decidedById"
      AND (NEW."decidedById" IS DISTINCT FROM hand OR NEW.state <> 'CANCELLED' AND NOT app.has('[OL]'))
    OR TG_OP = 'UPDATE' AND NOT app.has('O')
      AND (NEW."endsOn", NEW."letterNumber", NEW."letterOn") IS DISTINCT FROM (OLD."endsOn", OLD."letterNumber", OLD."letterOn") THEN
    RAISE EXCEPTION 'a step of a transfer is signed by who takes it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfer_in_own_hand BEFORE INSERT OR UPDATE ON public."Transfer"
  FOR EACH ROW EXECUTE FUNCTION public.transfer_in_own_hand();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Transfer', 'Newcomer'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE ON public."Transfer" TO sodb_app;
GRANT SELECT ON public."Transfer", public."Newcomer" TO sodb_resolver;

-- The sending and the receiving secretary each see their own side; the sending one proposes and takes back, the receiving one
-- says when the member has come.
CREATE POLICY transfer_read ON public."Transfer" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "fromBranchId" = ANY ((SELECT app.own_branches())::uuid[]) OR "toBranchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY transfer_insert ON public."Transfer" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'PENDING' AND ((SELECT app.has('O'))
    OR "fromBranchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY transfer_update ON public."Transfer" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('O')) OR (SELECT app.has('L'))
      AND (state = 'PENDING' OR "decidedById" = (SELECT app.account()) AND xmin = pg_current_xact_id()::xid)
    OR "fromBranchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'PENDING' AND "proposedById" = (SELECT app.account())
    OR "toBranchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'ACCEPTED'))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('O'))
    OR (SELECT app.has('L')) AND state IN ('ACCEPTED', 'REJECTED') AND "decidedById" = (SELECT app.account())
    OR "fromBranchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'CANCELLED' AND "decidedById" = (SELECT app.account())
    OR "toBranchId" = ANY ((SELECT app.own_branches())::uuid[]) AND state = 'ACCEPTED'));
CREATE POLICY transfer_never_own_insert ON public."Transfer" AS RESTRICTIVE FOR INSERT TO sodb_app
  WITH CHECK ("memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL);
CREATE POLICY transfer_never_own_update ON public."Transfer" AS RESTRICTIVE FOR UPDATE TO sodb_app
  USING ("memberId" IS DISTINCT FROM (SELECT app.member()) OR "memberId" IS NULL);

-- A newcomer's papers are for the office and leadership until there is a record.
CREATE POLICY newcomer_read ON public."Newcomer" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY newcomer_insert ON public."Newcomer" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')));

SET LOCAL ROLE sodb_resolver;
-- Whose record the caller may write because the caller confirms a decision or accepts a transfer in this very transaction.
CREATE OR REPLACE FUNCTION app.confirming_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(x.id), '{}') FROM (
      SELECT d."memberId" AS id FROM public."Dossier" d
        WHERE d."committeeId" = app.committee() AND d."confirmedById" = app.account() AND d.xmin = pg_current_xact_id()::xid
      UNION SELECT coalesce(t."memberId", n."recordId") FROM public."Transfer" t
        LEFT JOIN public."Newcomer" n ON n."committeeId" = t."committeeId" AND n."transferId" = t.id
        WHERE t."committeeId" = app.committee() AND t.state = 'ACCEPTED' AND t."decidedById" = app.account()
          AND t.xmin = pg_current_xact_id()::xid) x;
  END;
-- Who keeps the record of a member: the branch the member officially belongs to, not the one of temporary activity.
CREATE OR REPLACE FUNCTION app.own_members() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(m."memberId"), '{}') FROM public."Membership" m
      WHERE m."committeeId" = app.committee() AND m.kind = 'OFFICIAL' AND m."branchId" = ANY (app.own_branches())
        AND m."startsOn" <= app.today() AND (m."endsOn" IS NULL OR m."endsOn" > app.today());
  END;
RESET ROLE;

-- A branch knows where its own members are on temporary activity.
ALTER POLICY membership_read ON public."Membership"
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])
    OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[]) AND "startsOn" <= app.today() AND ("endsOn" IS NULL OR "endsOn" > app.today())
    OR "memberId" = (SELECT app.member()) OR "memberId" = ANY ((SELECT app.case_members())::uuid[])
    OR kind = 'TEMPORARY' AND "memberId" = ANY ((SELECT app.own_members())::uuid[])));

DO $$
DECLARE t text;
DECLARE whose text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Member', 'MemberProfile', 'MemberSensitive', 'Membership'] LOOP
    whose := CASE t WHEN 'Member' THEN 'id' ELSE '"memberId"' END;
    EXECUTE format($f$CREATE POLICY confirmed_insert ON public.%1$I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND %2$s = ANY ((SELECT app.confirming_members())::uuid[]))$f$,
      t, whose);
  END LOOP;
END $$;
-- A probationer's open dossier of recognition follows the member to the new branch.
CREATE POLICY dossier_follows ON public."Dossier" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND kind = 'RECOGNITION' AND state = 'OPEN'
    AND "memberId" = ANY ((SELECT app.confirming_members())::uuid[]));

-- Voters as before; temporary activity elsewhere may also be outside the commune's Party organisation.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.voters_of(of_branch uuid, on_day date)
  RETURNS TABLE (member_id uuid, full_name text, is_official boolean, activity text, is_away boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT m.id, m."fullName", coalesce(CASE WHEN p."secondCeremonyOn" <= on_day THEN p."secondOfficialOn" ELSE p."officialOn" END <= on_day, false), s.kind::text,
        EXISTS (SELECT 1 FROM public."Membership" t WHERE t."committeeId" = h."committeeId" AND t."memberId" = h."memberId"
          AND t.kind = 'TEMPORARY' AND t."startsOn" <= on_day AND (t."endsOn" IS NULL OR t."endsOn" > on_day))
          OR EXISTS (SELECT 1 FROM public."Transfer" o WHERE o."committeeId" = h."committeeId" AND o."memberId" = h."memberId"
          AND o.state = 'ACCEPTED' AND o.direction = 'OUT' AND o.kind = 'TEMPORARY' AND o."effectiveOn" <= on_day
          AND (o."endsOn" IS NULL OR o."endsOn" > on_day))
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
RESET ROLE;
