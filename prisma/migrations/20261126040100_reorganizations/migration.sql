-- CreateEnum
CREATE TYPE "ReorganizationKind" AS ENUM ('MERGE', 'SPLIT', 'RENAME');

-- CreateEnum
CREATE TYPE "ReorganizationState" AS ENUM ('PROPOSED', 'CONFIRMED', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ReorganizationPart" AS ENUM ('CLOSED', 'CONTINUED', 'OPENED');

-- CreateEnum
CREATE TYPE "SettledKind" AS ENUM ('STAY', 'OFFICE', 'ASSIGNMENT', 'VILLAGE', 'DOSSIER');

-- Since when a branch counts as set up, where it goes on from one of another name or kind.
ALTER TABLE "Branch" ADD COLUMN "establishedOn" DATE;

-- AlterTable
ALTER TABLE "BranchSuccession" ADD COLUMN     "reorganizationId" UUID;

-- CreateTable
CREATE TABLE "Reorganization" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ReorganizationKind" NOT NULL,
    "state" "ReorganizationState" NOT NULL DEFAULT 'PROPOSED',
    "effectiveOn" DATE NOT NULL,
    "decisionNumber" TEXT NOT NULL,
    "decisionOn" DATE NOT NULL,
    "decisionBody" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedOn" DATE NOT NULL,
    "decidedById" UUID,
    "decidedBy" TEXT,
    "decidedOn" DATE,
    "closeReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Reorganization_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "ReorganizationBranch" (
    "committeeId" UUID NOT NULL,
    "reorganizationId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "part" "ReorganizationPart" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "BranchKind" NOT NULL,

    CONSTRAINT "ReorganizationBranch_pkey" PRIMARY KEY ("committeeId","reorganizationId","branchId")
);

-- CreateTable
CREATE TABLE "ReorganizationSettlement" (
    "committeeId" UUID NOT NULL,
    "reorganizationId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "kind" "SettledKind" NOT NULL,
    "role" TEXT,
    "name" TEXT NOT NULL,
    "fromBranchId" UUID NOT NULL,
    "toBranchId" UUID,

    CONSTRAINT "ReorganizationSettlement_pkey" PRIMARY KEY ("committeeId","reorganizationId","recordId")
);

-- CreateIndex
CREATE INDEX "Reorganization_committeeId_state_idx" ON "Reorganization"("committeeId", "state");

-- CreateIndex
CREATE INDEX "ReorganizationBranch_committeeId_branchId_idx" ON "ReorganizationBranch"("committeeId", "branchId");

-- AddForeignKey
ALTER TABLE "BranchSuccession" ADD CONSTRAINT "BranchSuccession_committeeId_reorganizationId_fkey" FOREIGN KEY ("committeeId", "reorganizationId") REFERENCES "Reorganization"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReorganizationBranch" ADD CONSTRAINT "ReorganizationBranch_committeeId_reorganizationId_fkey" FOREIGN KEY ("committeeId", "reorganizationId") REFERENCES "Reorganization"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReorganizationSettlement" ADD CONSTRAINT "ReorganizationSettlement_committeeId_reorganizationId_fkey" FOREIGN KEY ("committeeId", "reorganizationId") REFERENCES "Reorganization"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Reorganization"
  ADD CONSTRAINT "Reorganization_decided" CHECK ((state = 'PROPOSED') = ("decidedById" IS NULL) AND num_nulls("decidedById", "decidedBy", "decidedOn") IN (0, 3)),
  ADD CONSTRAINT "Reorganization_decided_by_another" CHECK (state NOT IN ('CONFIRMED', 'REJECTED') OR "decidedById" <> "proposedById"),
  ADD CONSTRAINT "Reorganization_closed" CHECK ((state IN ('REJECTED', 'CANCELLED')) = ("closeReason" IS NOT NULL)),
  ADD CONSTRAINT "Reorganization_not_ahead" CHECK (state <> 'CONFIRMED' OR "effectiveOn" <= "decidedOn");

-- It stays as it was proposed but for the answer, which comes once and is signed by who gives it: a leader confirms or rejects.
CREATE FUNCTION public.reorganization_in_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE answer text[] := ARRAY['state', 'decidedById', 'decidedBy', 'decidedOn', 'closeReason', 'version'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - answer IS DISTINCT FROM to_jsonb(OLD) - answer THEN
    RAISE EXCEPTION 'a reorganisation stays as it was proposed' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state <> 'PROPOSED' THEN
    RAISE EXCEPTION 'an answered reorganisation is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Reorganization_answered_is_final';
  END IF;
  IF current_user = 'sodb_app' AND (TG_OP = 'INSERT' AND NEW."proposedById" IS DISTINCT FROM app.account()
    OR TG_OP = 'UPDATE' AND (NEW."decidedById" IS DISTINCT FROM app.account() OR NOT app.has(CASE NEW.state WHEN 'CANCELLED' THEN 'O' ELSE 'L' END))) THEN
    RAISE EXCEPTION 'a step of a reorganisation is signed by who takes it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reorganization_in_own_hand BEFORE INSERT OR UPDATE ON public."Reorganization"
  FOR EACH ROW EXECUTE FUNCTION public.reorganization_in_own_hand();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Reorganization', 'ReorganizationBranch', 'ReorganizationSettlement'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE ON public."Reorganization" TO sodb_app;
GRANT SELECT ON public."Reorganization", public."ReorganizationBranch" TO sodb_resolver;

-- The office proposes and takes back, a leader answers. Who knows the branches knows what has become of them, but not by name
-- who went where.
CREATE POLICY reorganization_read ON public."Reorganization" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR state = 'CONFIRMED' AND (SELECT app.has('[IBC]'))));
CREATE POLICY reorganization_insert ON public."Reorganization" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND state = 'PROPOSED');
CREATE POLICY reorganization_update ON public."Reorganization" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[OL]')) AND state = 'PROPOSED')
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "decidedById" = (SELECT app.account())
    AND ((SELECT app.has('O')) AND state = 'CANCELLED' OR (SELECT app.has('L')) AND state IN ('CONFIRMED', 'REJECTED')));
CREATE POLICY part_read ON public."ReorganizationBranch" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Reorganization" r
    WHERE r."committeeId" = "ReorganizationBranch"."committeeId" AND r.id = "reorganizationId"));
CREATE POLICY settlement_read ON public."ReorganizationSettlement" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ReorganizationBranch', 'ReorganizationSettlement'] LOOP
    EXECUTE format($f$CREATE POLICY part_insert ON public.%1$I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND EXISTS (SELECT 1 FROM public."Reorganization" r
        WHERE r."committeeId" = %1$I."committeeId" AND r.id = "reorganizationId" AND r.state = 'PROPOSED'
          AND r."proposedById" = (SELECT app.account())))$f$, t);
  END LOOP;
END $$;

-- The branches whose rows the caller may write because the caller confirms their reorganisation in this very transaction.
CREATE FUNCTION app.reorganized_branches() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT coalesce(array_agg(b."branchId"), '{}') FROM public."Reorganization" r
      JOIN public."ReorganizationBranch" b ON b."committeeId" = r."committeeId" AND b."reorganizationId" = r.id
      WHERE r."committeeId" = app.committee() AND r.state = 'CONFIRMED' AND r."decidedById" = app.account()
        AND r.xmin = pg_current_xact_id()::xid;
  END;
REVOKE ALL ON FUNCTION app.reorganized_branches() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reorganized_branches() TO sodb_app, sodb_resolver;
ALTER FUNCTION app.reorganized_branches() OWNER TO sodb_resolver;
DO $$
DECLARE t text;
DECLARE whose text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Branch', 'BranchContact', 'BranchSuccession', 'BranchVillage', 'BranchOffice', 'Assignment', 'Membership'] LOOP
    whose := CASE t WHEN 'Branch' THEN 'id' WHEN 'BranchSuccession' THEN '"successorId"' ELSE '"branchId"' END;
    EXECUTE format($f$CREATE POLICY reorganized_insert ON public.%1$I FOR INSERT TO sodb_app
      WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND %2$s = ANY ((SELECT app.reorganized_branches())::uuid[]))$f$,
      t, whose);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Branch', 'BranchVillage', 'BranchOffice', 'Assignment', 'Membership', 'Dossier'] LOOP
    whose := CASE t WHEN 'Branch' THEN 'id' ELSE '"branchId"' END;
    EXECUTE format($f$CREATE POLICY reorganized_update ON public.%1$I FOR UPDATE TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND %2$s = ANY ((SELECT app.reorganized_branches())::uuid[]))$f$,
      t, whose);
  END LOOP;
END $$;

-- Nothing begins in a branch that outlasts it. A branch that is closed is locked first, so that whoever writes into it at the
-- same time either is seen by the one who closes it or finds it closed here.
CREATE FUNCTION public.ends_with_its_branch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added a JOIN public."Branch" b ON b."committeeId" = a."committeeId" AND b.id = a."branchId"
      WHERE b."endsOn" IS NOT NULL AND (a."endsOn" IS NULL OR a."endsOn" > b."endsOn")) THEN
    RAISE EXCEPTION 'Branch_ended_before' USING ERRCODE = '23514', CONSTRAINT = 'Branch_ended_before';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Membership', 'BranchOffice', 'Assignment'] LOOP
    EXECUTE format('CREATE TRIGGER ends_with_its_branch AFTER INSERT ON public.%I REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION public.ends_with_its_branch()', t);
  END LOOP;
END $$;
