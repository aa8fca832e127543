-- How long a branch's committee is elected for.
ALTER TYPE "RuleKind" ADD VALUE 'TERM';

CREATE TABLE public."BranchTerm" (
  "committeeId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "branchId" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "congressOn" DATE NOT NULL,
  "startsOn" DATE NOT NULL,
  "endsOn" DATE,
  "decisionNumber" TEXT,
  "ruleSetId" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "BranchTerm_pkey" PRIMARY KEY ("committeeId", "id")
);
CREATE INDEX "BranchTerm_committeeId_branchId_idx" ON public."BranchTerm"("committeeId", "branchId");
ALTER TABLE public."BranchTerm" ADD CONSTRAINT "BranchTerm_committeeId_branchId_fkey"
  FOREIGN KEY ("committeeId", "branchId") REFERENCES public."Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."BranchTerm" ADD CONSTRAINT "BranchTerm_committeeId_ruleSetId_fkey"
  FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES public."RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."BranchTerm"
  ADD CONSTRAINT "BranchTerm_period" CHECK ("endsOn" IS NULL OR "endsOn" > "startsOn"),
  ADD CONSTRAINT "BranchTerm_congress_first" CHECK ("congressOn" <= "startsOn"),
  ADD CONSTRAINT "BranchTerm_number" CHECK ("number" BETWEEN 1 AND 200),
  ADD CONSTRAINT "BranchTerm_numbered_once" UNIQUE ("committeeId", "branchId", "number"),
  ADD CONSTRAINT "BranchTerm_one_at_a_time"
    EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, daterange("startsOn", "endsOn") WITH &&);

GRANT SELECT, INSERT, UPDATE ON public."BranchTerm" TO sodb_app;
GRANT SELECT ON public."BranchTerm" TO sodb_backup;
ALTER TABLE public."BranchTerm" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."BranchTerm" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."BranchTerm" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY branch_term_read ON public."BranchTerm" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLI]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY branch_term_insert ON public."BranchTerm" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY branch_term_update ON public."BranchTerm" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
