-- Complaints about discipline: while one is open a decision keeps its effect past its months (QĐ 69-QĐ/TW, 2); one that annuls it ends it.
-- How long a complaint may take is not known from a source that was read.
UPDATE public."RuleSet" SET parameters = parameters || '{
  "complaintHoldsEffect":{"value":true,"citation":"QĐ 69-QĐ/TW, 2","certainty":"CONFIRMED"},
  "complaintDays":{"value":90,"citation":null,"certainty":"UNCONFIRMED"}}'::jsonb
  WHERE kind = 'DISCIPLINE' AND NOT parameters ? 'complaintDays';
ALTER TABLE public."RuleRevision" DISABLE TRIGGER rule_revision_in_own_hand;
UPDATE public."RuleRevision" r SET parameters = r.parameters || jsonb_build_object('complaintHoldsEffect', s.parameters->'complaintHoldsEffect', 'complaintDays', s.parameters->'complaintDays')
  FROM public."RuleSet" s WHERE s."committeeId" = r."committeeId" AND s.id = r."ruleSetId" AND s.kind = 'DISCIPLINE' AND NOT r.parameters ? 'complaintDays';
ALTER TABLE public."RuleRevision" ENABLE TRIGGER rule_revision_in_own_hand;

CREATE TYPE "ComplaintState" AS ENUM ('RECEIVED', 'TO_CONFIRM', 'SETTLED', 'WITHDRAWN');
CREATE TYPE "ComplaintOutcome" AS ENUM ('UPHELD', 'CHANGED', 'ANNULLED');
CREATE TABLE "DisciplineComplaint" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "disciplineId" UUID NOT NULL,
    "receivedOn" DATE NOT NULL,
    "representative" TEXT,
    "content" TEXT NOT NULL,
    "addressedTo" TEXT NOT NULL,
    "state" "ComplaintState" NOT NULL DEFAULT 'RECEIVED',
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "ComplaintOutcome",
    "settlementNumber" TEXT,
    "settledOn" DATE,
    "settlingBody" TEXT,
    "settlementRecordedById" UUID,
    "settlementRecordedBy" TEXT,
    "confirmedById" UUID,
    "confirmedBy" TEXT,
    "confirmedOn" DATE,
    "withdrawnOn" DATE,
    "withdrawnBy" TEXT,
    "withdrawnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DisciplineComplaint_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "DisciplineComplaint_committeeId_disciplineId_idx" ON "DisciplineComplaint"("committeeId", "disciplineId");
ALTER TABLE "DisciplineComplaint" ADD CONSTRAINT "DisciplineComplaint_committeeId_disciplineId_fkey" FOREIGN KEY ("committeeId", "disciplineId") REFERENCES "Discipline"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."DisciplineComplaint"
  ADD CONSTRAINT "DisciplineComplaint_said" CHECK (btrim(content) <> '' AND length(content) <= 1000 AND btrim("addressedTo") <> ''),
  ADD CONSTRAINT "DisciplineComplaint_settled" CHECK (num_nonnulls(outcome, "settlementNumber", "settledOn", "settlingBody", "settlementRecordedBy")
    = CASE WHEN state IN ('TO_CONFIRM', 'SETTLED') THEN 5 ELSE 0 END),
  ADD CONSTRAINT "DisciplineComplaint_confirmed" CHECK (num_nonnulls("confirmedById", "confirmedBy", "confirmedOn") = CASE state WHEN 'SETTLED' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "DisciplineComplaint_two_people" CHECK ("confirmedById" IS DISTINCT FROM "settlementRecordedById" OR "confirmedById" IS NULL),
  ADD CONSTRAINT "DisciplineComplaint_withdrawn" CHECK (num_nonnulls("withdrawnOn", "withdrawnBy", "withdrawnReason") = CASE state WHEN 'WITHDRAWN' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "DisciplineComplaint_days" CHECK ("settledOn" >= "receivedOn" AND "withdrawnOn" >= "receivedOn");
CREATE UNIQUE INDEX "DisciplineComplaint_one_open" ON public."DisciplineComplaint" ("committeeId", "disciplineId") WHERE state IN ('RECEIVED', 'TO_CONFIRM');

ALTER TABLE public."DisciplineComplaint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."DisciplineComplaint" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."DisciplineComplaint" TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (state, outcome, "settlementNumber", "settledOn", "settlingBody", "settlementRecordedById", "settlementRecordedBy", "confirmedById",
    "confirmedBy", "confirmedOn", "withdrawnOn", "withdrawnBy", "withdrawnReason", version) ON public."DisciplineComplaint" TO sodb_app;
GRANT SELECT ON public."DisciplineComplaint" TO sodb_backup, sodb_resolver;
CREATE POLICY resolver_reads ON public."DisciplineComplaint" FOR SELECT TO sodb_resolver USING (true);

-- Read by who reads the decision; nobody has a hand in what is about the own case (SOD-2, SOD-11).
CREATE POLICY complaint_read ON public."DisciplineComplaint" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Discipline" d
    WHERE d."committeeId" = "DisciplineComplaint"."committeeId" AND d.id = "disciplineId"));
CREATE POLICY complaint_insert ON public."DisciplineComplaint" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND state = 'RECEIVED'
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account()) AND "receivedOn" <= (SELECT app.today())
    AND EXISTS (SELECT 1 FROM public."Discipline" d WHERE d."committeeId" = "DisciplineComplaint"."committeeId" AND d.id = "disciplineId"
      AND d.state = 'CONFIRMED' AND CASE WHEN d."memberId" IS NULL THEN d."branchId" <> ALL ((SELECT app.own_branches())::uuid[])
        ELSE d."memberId" IS DISTINCT FROM (SELECT app.member()) END));
CREATE POLICY complaint_settle ON public."DisciplineComplaint" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND state IN ('RECEIVED', 'TO_CONFIRM')
    AND EXISTS (SELECT 1 FROM public."Discipline" d WHERE d."committeeId" = "DisciplineComplaint"."committeeId" AND d.id = "disciplineId"
      AND CASE WHEN d."memberId" IS NULL THEN d."branchId" <> ALL ((SELECT app.own_branches())::uuid[])
        ELSE d."memberId" IS DISTINCT FROM (SELECT app.member()) END))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "confirmedById" IS NULL
    AND (state = 'WITHDRAWN' AND "withdrawnOn" <= (SELECT app.today())
      OR state = 'TO_CONFIRM' AND "settledOn" <= (SELECT app.today()) AND "settlementRecordedById" IS NOT DISTINCT FROM (SELECT app.account())));
CREATE POLICY complaint_confirm ON public."DisciplineComplaint" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND state = 'TO_CONFIRM'
    AND "settlementRecordedById" IS DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Discipline" d WHERE d."committeeId" = "DisciplineComplaint"."committeeId" AND d.id = "disciplineId"
      AND CASE WHEN d."memberId" IS NULL THEN d."branchId" <> ALL ((SELECT app.own_branches())::uuid[])
        ELSE d."memberId" IS DISTINCT FROM (SELECT app.member()) END))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L')) AND state = 'SETTLED' AND "confirmedById" = (SELECT app.account()));

-- A complaint is about a decision that stands, after its announcement, and names who speaks for an organization; one that is settled or
-- withdrawn stays as it is, and what is confirmed is what was entered.
CREATE FUNCTION public.complaint_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  settlement text[] := ARRAY['state', 'outcome', 'settlementNumber', 'settledOn', 'settlingBody', 'settlementRecordedById', 'settlementRecordedBy', 'version'];
  withdrawal text[] := ARRAY['state', 'withdrawnOn', 'withdrawnBy', 'withdrawnReason', 'version'];
  confirmation text[] := ARRAY['state', 'confirmedById', 'confirmedBy', 'confirmedOn', 'version'];
  steps text[] := CASE NEW.state WHEN 'TO_CONFIRM' THEN settlement WHEN 'WITHDRAWN' THEN withdrawal WHEN 'SETTLED' THEN confirmation ELSE '{}' END;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM public."Discipline" d WHERE d."committeeId" = NEW."committeeId" AND d.id = NEW."disciplineId" AND d.state = 'CONFIRMED'
        AND d."announcedOn" <= NEW."receivedOn" AND (d."memberId" IS NULL) = (NEW.representative IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM public."Discipline" c WHERE c."committeeId" = d."committeeId" AND c."correctsId" = d.id AND c.state <> 'WITHDRAWN')) THEN
      RAISE EXCEPTION 'DisciplineComplaint_stands: a complaint is about a decision that stands' USING ERRCODE = '23514', CONSTRAINT = 'DisciplineComplaint_stands';
    END IF;
  ELSIF OLD.state NOT IN ('RECEIVED', 'TO_CONFIRM') OR (OLD.state = 'TO_CONFIRM') <> (NEW.state = 'SETTLED') AND NEW.state <> 'TO_CONFIRM'
      OR to_jsonb(NEW) - steps IS DISTINCT FROM to_jsonb(OLD) - steps THEN
    RAISE EXCEPTION 'a complaint stays as it is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_stands BEFORE INSERT OR UPDATE ON public."DisciplineComplaint" FOR EACH ROW EXECUTE FUNCTION public.complaint_stands();

-- A decision is not replaced by a correction while a complaint about it is open: the complaint would be about nothing.
CREATE FUNCTION public.complaint_before_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."DisciplineComplaint" c WHERE c."committeeId" = NEW."committeeId" AND c."disciplineId" = NEW."correctsId"
      AND c.state IN ('RECEIVED', 'TO_CONFIRM')) THEN
    RAISE EXCEPTION 'Discipline_complaint_open: a complaint is open' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_complaint_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_before_correction BEFORE INSERT ON public."Discipline" FOR EACH ROW WHEN (NEW."correctsId" IS NOT NULL)
  EXECUTE FUNCTION public.complaint_before_correction();

-- From which day a decision has no effect any more, complaints counted in; null where it does not end by itself, or not before a complaint
-- is settled. `effectOf` of the rules of discipline says the same.
SET LOCAL ROLE sodb_resolver;
CREATE FUNCTION app.discipline_ends_on(committee uuid, discipline uuid) RETURNS date LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
  d record;
  c record;
  ends date;
  held date;
BEGIN
  SELECT o.form, o."announcedOn", (s.parameters -> 'effectMonths' ->> 'value')::int AS months,
      (s.parameters -> 'complaintHoldsEffect' ->> 'value')::boolean AS holds INTO STRICT d
    FROM public."Discipline" o JOIN public."RuleSet" s ON s."committeeId" = o."committeeId" AND s.id = o."ruleSetId"
    WHERE o."committeeId" = committee AND o.id = discipline;
  ends := CASE WHEN d.form IN ('EXPULSION', 'DISSOLUTION') THEN NULL ELSE (d."announcedOn" + make_interval(months => d.months))::date END;
  FOR c IN SELECT p."receivedOn", p.outcome, CASE p.state WHEN 'SETTLED' THEN p."settledOn" WHEN 'WITHDRAWN' THEN p."withdrawnOn" END AS closed
      FROM public."DisciplineComplaint" p WHERE p."committeeId" = committee AND p."disciplineId" = discipline ORDER BY p."receivedOn", p.id LOOP
    CONTINUE WHEN c."receivedOn" >= ends;
    held := CASE WHEN NOT d.holds OR ends IS NULL THEN ends WHEN c.closed IS NULL THEN NULL ELSE GREATEST(ends, c.closed) END;
    IF c.outcome = 'ANNULLED' AND c.closed IS NOT NULL THEN RETURN LEAST(held, c.closed); END IF;
    ends := held;
  END LOOP;
  RETURN ends;
END $$;
REVOKE ALL ON FUNCTION app.discipline_ends_on(uuid, uuid) FROM PUBLIC;
CREATE OR REPLACE FUNCTION app.discipline_in_effect() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE day date := (to_jsonb(NEW) ->> TG_ARGV[0])::date;
BEGIN
  IF EXISTS (SELECT 1 FROM public."Discipline" d
      WHERE d."committeeId" = NEW."committeeId" AND d."memberId" = NEW."memberId" AND d.state = 'CONFIRMED' AND d."announcedOn" <= day
        AND COALESCE(day < app.discipline_ends_on(d."committeeId", d.id), true)
        AND NOT EXISTS (SELECT 1 FROM public."Discipline" c WHERE c."committeeId" = d."committeeId" AND c."correctsId" = d.id
          AND c.state = 'CONFIRMED')) THEN
    RAISE EXCEPTION 'Discipline_in_effect: the member is under discipline' USING ERRCODE = '23514', CONSTRAINT = 'Discipline_in_effect';
  END IF;
  RETURN NEW;
END $$;
RESET ROLE;
