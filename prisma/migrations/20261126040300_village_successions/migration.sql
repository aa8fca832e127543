CREATE TABLE "VillageSuccession" (
    "committeeId" UUID NOT NULL,
    "predecessorId" UUID NOT NULL,
    "successorId" UUID NOT NULL,
    "takesEffectOn" DATE NOT NULL,
    "decisionNumber" TEXT NOT NULL,
    "decisionOn" DATE NOT NULL,
    "decisionBody" TEXT NOT NULL,

    CONSTRAINT "VillageSuccession_pkey" PRIMARY KEY ("committeeId","predecessorId","successorId")
);
ALTER TABLE "VillageSuccession" ADD CONSTRAINT "VillageSuccession_committeeId_predecessorId_fkey" FOREIGN KEY ("committeeId", "predecessorId") REFERENCES "Village"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VillageSuccession" ADD CONSTRAINT "VillageSuccession_committeeId_successorId_fkey" FOREIGN KEY ("committeeId", "successorId") REFERENCES "Village"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."VillageSuccession" ADD CONSTRAINT "VillageSuccession_of_another" CHECK ("predecessorId" <> "successorId");

-- Which village followed which is read by who knows the villages, and written once.
GRANT SELECT, INSERT ON public."VillageSuccession" TO sodb_app;
GRANT SELECT ON public."VillageSuccession" TO sodb_backup;
ALTER TABLE public."VillageSuccession" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."VillageSuccession" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."VillageSuccession" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY register_read ON public."VillageSuccession" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOLIBC]')));
CREATE POLICY register_insert ON public."VillageSuccession" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
