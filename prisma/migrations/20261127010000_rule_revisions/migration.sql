CREATE TYPE "RuleRevisionState" AS ENUM ('DRAFT', 'SUBMITTED', 'CONFIRMED', 'DISCARDED');

CREATE TABLE "RuleRevision" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "parameters" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RuleRevisionState" NOT NULL DEFAULT 'DRAFT',
    "openedBy" TEXT NOT NULL,
    "submittedById" UUID,
    "submittedBy" TEXT,
    "submittedOn" DATE,
    "closedById" UUID,
    "closedBy" TEXT,
    "closedOn" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RuleRevision_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "RuleRevision_committeeId_ruleSetId_idx" ON "RuleRevision"("committeeId", "ruleSetId");
ALTER TABLE "RuleRevision" ADD CONSTRAINT "RuleRevision_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RuleSet" ADD COLUMN "revisionId" UUID;
CREATE UNIQUE INDEX "RuleSet_made_once" ON "RuleSet"("committeeId", "revisionId");
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_revision_fkey" FOREIGN KEY ("committeeId", "revisionId") REFERENCES "RuleRevision"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."RuleRevision"
  ADD CONSTRAINT "RuleRevision_submitted" CHECK (num_nonnulls("submittedById", "submittedBy", "submittedOn") = CASE WHEN state IN ('SUBMITTED', 'CONFIRMED') THEN 3 ELSE 0 END),
  ADD CONSTRAINT "RuleRevision_closed" CHECK (num_nonnulls("closedById", "closedBy", "closedOn") = CASE WHEN state IN ('CONFIRMED', 'DISCARDED') THEN 3 ELSE 0 END),
  ADD CONSTRAINT "RuleRevision_discarded_says_why" CHECK (state <> 'DISCARDED' OR note IS NOT NULL),
  ADD CONSTRAINT "RuleRevision_confirmed_by_another" CHECK (state <> 'CONFIRMED' OR "closedById" <> "submittedById");
CREATE UNIQUE INDEX "RuleRevision_one_open" ON public."RuleRevision" ("committeeId", "ruleSetId") WHERE state IN ('DRAFT', 'SUBMITTED');

-- Written and submitted by the office, sent back or confirmed by a leader; what is confirmed or given up stays.
CREATE FUNCTION public.rule_revision_in_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('DRAFT', 'SUBMITTED') THEN
    RAISE EXCEPTION 'RuleRevision_final' USING ERRCODE = '23514', CONSTRAINT = 'RuleRevision_final';
  END IF;
  IF (OLD.state || '>' || NEW.state) NOT IN ('DRAFT>DRAFT', 'DRAFT>SUBMITTED', 'DRAFT>DISCARDED', 'SUBMITTED>DRAFT', 'SUBMITTED>CONFIRMED') THEN
    RAISE EXCEPTION 'a next version of rules goes from draft to submitted to confirmed' USING ERRCODE = '42501';
  END IF;
  IF OLD.state = 'SUBMITTED' AND ROW(NEW.document, NEW."startsOn", NEW.parameters, NEW.reason)
    IS DISTINCT FROM ROW(OLD.document, OLD."startsOn", OLD.parameters, OLD.reason) THEN
    RAISE EXCEPTION 'what is submitted is confirmed as it is' USING ERRCODE = '42501';
  END IF;
  IF current_user = 'sodb_app' AND (NEW.state = 'SUBMITTED' AND NEW."submittedById" IS DISTINCT FROM app.account()
    OR NEW.state IN ('CONFIRMED', 'DISCARDED') AND NEW."closedById" IS DISTINCT FROM app.account()) THEN
    RAISE EXCEPTION 'a step of a next version is signed by who takes it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_revision_in_own_hand BEFORE UPDATE ON public."RuleRevision"
  FOR EACH ROW EXECUTE FUNCTION public.rule_revision_in_own_hand();

DO $$
BEGIN
  ALTER TABLE public."RuleRevision" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE public."RuleRevision" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY owner_all ON public."RuleRevision" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE POLICY resolver_reads ON public."RuleRevision" FOR SELECT TO sodb_resolver USING (true);
GRANT SELECT ON public."RuleRevision" TO sodb_backup, sodb_resolver;
GRANT SELECT, INSERT ON public."RuleRevision" TO sodb_app;
GRANT UPDATE (document, "startsOn", parameters, reason, state, "submittedById", "submittedBy", "submittedOn", "closedById", "closedBy",
  "closedOn", note, version) ON public."RuleRevision" TO sodb_app;

CREATE POLICY revision_read ON public."RuleRevision" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY revision_insert ON public."RuleRevision" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND state = 'DRAFT');
CREATE POLICY revision_update ON public."RuleRevision" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('O')) AND state IN ('DRAFT', 'SUBMITTED') OR (SELECT app.has('L')) AND state = 'SUBMITTED'))
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('O')) AND state IN ('DRAFT', 'SUBMITTED', 'DISCARDED') OR (SELECT app.has('L')) AND state IN ('DRAFT', 'CONFIRMED')));

-- A confirmed version ends the one it follows and takes its place, in the transaction of whoever confirms it and in no other way,
-- word for word.
GRANT SELECT ON public."RuleSet" TO sodb_resolver;
CREATE FUNCTION app.confirmed_revisions() RETURNS TABLE (id uuid, followed uuid, kind public."RuleKind", starts date, document text, parameters jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT r.id, s.id, s.kind, r."startsOn", r.document, r.parameters FROM public."RuleRevision" r
      JOIN public."RuleSet" s ON s."committeeId" = r."committeeId" AND s.id = r."ruleSetId"
      WHERE r."committeeId" = app.committee() AND r.state = 'CONFIRMED' AND r."closedById" = app.account()
        AND r.xmin = pg_current_xact_id()::xid;
  END;
REVOKE ALL ON FUNCTION app.confirmed_revisions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.confirmed_revisions() TO sodb_app, sodb_resolver;
ALTER FUNCTION app.confirmed_revisions() OWNER TO sodb_resolver;
GRANT UPDATE ("endsOn", version) ON public."RuleSet" TO sodb_app;
CREATE POLICY confirmed_insert ON public."RuleSet" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND EXISTS (SELECT 1 FROM app.confirmed_revisions() r
    WHERE r.id = "revisionId" AND r.kind = "RuleSet".kind AND r.starts = "startsOn" AND r.document = "RuleSet".document
      AND r.parameters = "RuleSet".parameters));
CREATE POLICY confirmed_end ON public."RuleSet" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L'))
    AND EXISTS (SELECT 1 FROM app.confirmed_revisions() r WHERE r.followed = "RuleSet".id))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L'))
    AND EXISTS (SELECT 1 FROM app.confirmed_revisions() r WHERE r.followed = "RuleSet".id AND r.starts = "endsOn"));
