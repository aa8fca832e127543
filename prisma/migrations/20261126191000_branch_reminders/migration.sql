-- When a branch was reminded of what it has to do, by whom and how. Never changed.
CREATE TYPE "ReminderWay" AS ENUM ('CALL', 'MESSAGE', 'IN_PERSON');

CREATE TABLE "BranchReminder" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "way" "ReminderWay" NOT NULL,
    "note" TEXT,
    "openLines" INTEGER NOT NULL,
    "remindedOn" DATE NOT NULL,
    "remindedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindedById" UUID,
    "remindedBy" TEXT NOT NULL,

    CONSTRAINT "BranchReminder_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "BranchReminder_committeeId_branchId_remindedOn_idx" ON "BranchReminder"("committeeId", "branchId", "remindedOn");
ALTER TABLE "BranchReminder" ADD CONSTRAINT "BranchReminder_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."BranchReminder" ADD CONSTRAINT "BranchReminder_of_something" CHECK ("openLines" > 0);

ALTER TABLE public."BranchReminder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."BranchReminder" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."BranchReminder" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
GRANT SELECT, INSERT ON public."BranchReminder" TO sodb_app;
GRANT SELECT ON public."BranchReminder" TO sodb_backup;

CREATE POLICY reminder_read ON public."BranchReminder" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY reminder_insert ON public."BranchReminder" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "remindedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND "remindedOn" = (SELECT app.today())
    AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.assigned_branches())::uuid[])));
