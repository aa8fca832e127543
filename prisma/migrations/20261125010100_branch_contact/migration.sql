-- Other branches read a branch's name and not its telephone. Row level security hides rows and not columns, so the contact
-- has a row of its own, and the branch's row is the office's alone to change.
CREATE TABLE public."BranchContact" (
  "committeeId" UUID NOT NULL,
  "branchId" UUID NOT NULL,
  "phone" TEXT,
  "meetingPlace" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "BranchContact_pkey" PRIMARY KEY ("committeeId", "branchId")
);
ALTER TABLE public."BranchContact" ADD CONSTRAINT "BranchContact_committeeId_branchId_fkey"
  FOREIGN KEY ("committeeId", "branchId") REFERENCES public."Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."BranchContact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."BranchContact" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."BranchContact" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY resolver_reads ON public."BranchContact" FOR SELECT TO sodb_resolver USING (true);
GRANT SELECT, INSERT, UPDATE ON public."BranchContact" TO sodb_app;
GRANT SELECT ON public."BranchContact" TO sodb_backup;

INSERT INTO public."BranchContact" SELECT "committeeId", id, phone, "meetingPlace", version FROM public."Branch";
DROP TRIGGER branch_office_columns ON public."Branch";
ALTER TABLE public."Branch" DROP COLUMN phone, DROP COLUMN "meetingPlace";

CREATE POLICY contact_read ON public."BranchContact" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY contact_insert ON public."BranchContact" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY contact_update ON public."BranchContact" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
ALTER POLICY branch_update ON public."Branch"
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
