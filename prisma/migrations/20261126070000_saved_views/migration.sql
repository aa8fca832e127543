CREATE TABLE "SavedView" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "ownerName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE UNIQUE INDEX "SavedView_committeeId_accountId_name_key" ON "SavedView"("committeeId", "accountId", "name");
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."SavedView" ADD CONSTRAINT "SavedView_short" CHECK (length("name") <= 60 AND length("list") <= 2000);

-- A view is its owner's; one that the office shares is read by the office and the leaders. It holds words of a filter and no
-- member, and opens nothing: what it lists is what its reader may see.
GRANT SELECT, INSERT, UPDATE, DELETE ON public."SavedView" TO sodb_app;
GRANT SELECT ON public."SavedView" TO sodb_backup;
ALTER TABLE public."SavedView" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."SavedView" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."SavedView" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY view_read ON public."SavedView" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ("accountId" = (SELECT app.account()) OR "isShared" AND (SELECT app.has('[SOL]'))));
CREATE POLICY view_insert ON public."SavedView" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account())
    AND (NOT "isShared" OR (SELECT app.has('O'))));
CREATE POLICY view_update ON public."SavedView" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account())
    AND (NOT "isShared" OR (SELECT app.has('O'))));
CREATE POLICY view_delete ON public."SavedView" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()));
