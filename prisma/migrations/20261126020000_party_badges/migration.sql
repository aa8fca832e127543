CREATE TYPE "BadgeKind" AS ENUM ('ON_TIME', 'EARLY', 'POSTHUMOUS');
CREATE TYPE "BadgeState" AS ENUM ('PROPOSED', 'AWARDED', 'WITHDRAWN');

CREATE TABLE "PartyBadge" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "years" INTEGER NOT NULL,
    "kind" "BadgeKind" NOT NULL,
    "state" "BadgeState" NOT NULL,
    "awardOn" DATE NOT NULL,
    "ruleSetId" UUID,
    "earlyReason" TEXT,
    "proposalNumber" TEXT,
    "proposedOn" DATE,
    "decisionNumber" TEXT,
    "decidedOn" DATE,
    "badgeNumber" TEXT,
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PartyBadge_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "PartyBadge_committeeId_memberId_idx" ON "PartyBadge"("committeeId", "memberId");
CREATE INDEX "PartyBadge_committeeId_awardOn_idx" ON "PartyBadge"("committeeId", "awardOn");
ALTER TABLE "PartyBadge" ADD CONSTRAINT "PartyBadge_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PartyBadge" ADD CONSTRAINT "PartyBadge_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."PartyBadge"
  ADD CONSTRAINT "PartyBadge_years" CHECK ("years" BETWEEN 1 AND 120),
  ADD CONSTRAINT "PartyBadge_early_says_why" CHECK ("kind" <> 'EARLY' OR "earlyReason" IS NOT NULL OR "proposedOn" IS NULL),
  ADD CONSTRAINT "PartyBadge_proposed_by_paper" CHECK ("state" <> 'PROPOSED' OR "proposalNumber" IS NOT NULL AND "proposedOn" IS NOT NULL AND "ruleSetId" IS NOT NULL),
  ADD CONSTRAINT "PartyBadge_awarded_by_decision" CHECK ("state" <> 'AWARDED' OR "decisionNumber" IS NOT NULL AND "decidedOn" IS NOT NULL),
  ADD CONSTRAINT "PartyBadge_withdrawn_says_why" CHECK (("state" = 'WITHDRAWN') = ("withdrawReason" IS NOT NULL));
-- A badge of so many years stands once.
CREATE UNIQUE INDEX "PartyBadge_once" ON public."PartyBadge" ("committeeId", "memberId", "years") WHERE "state" <> 'WITHDRAWN';

GRANT SELECT, INSERT, UPDATE ON public."PartyBadge" TO sodb_app;
GRANT SELECT ON public."PartyBadge" TO sodb_backup;
ALTER TABLE public."PartyBadge" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."PartyBadge" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."PartyBadge" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY badge_read ON public."PartyBadge" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "memberId" = ANY ((SELECT app.own_members())::uuid[])
    OR "memberId" = (SELECT app.member())));
CREATE POLICY badge_insert ON public."PartyBadge" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY badge_update ON public."PartyBadge" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- What has been awarded or withdrawn stays as it is; an award may only be withdrawn.
CREATE FUNCTION public.badge_stays_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'WITHDRAWN' OR OLD."state" = 'AWARDED' AND (NEW."state" <> 'WITHDRAWN'
    OR (to_jsonb(NEW) - ARRAY['state', 'withdrawReason', 'version']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'withdrawReason', 'version'])) THEN
    RAISE EXCEPTION 'a decided badge stays as it is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER badge_stays_decided BEFORE UPDATE ON public."PartyBadge" FOR EACH ROW EXECUTE FUNCTION public.badge_stays_decided();
