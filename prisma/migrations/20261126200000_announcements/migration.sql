-- What the committee tells all branches or some of them, and what the branches say about it, each under a name.
CREATE TABLE "Announcement" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isToAll" BOOLEAN NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "postedById" UUID NOT NULL,
    "postedBy" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBy" TEXT,
    "withdrawnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "AnnouncementBranch" (
    "committeeId" UUID NOT NULL,
    "announcementId" UUID NOT NULL,
    "branchId" UUID NOT NULL,

    CONSTRAINT "AnnouncementBranch_pkey" PRIMARY KEY ("committeeId","announcementId","branchId")
);
CREATE TABLE "AnnouncementComment" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "announcementId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "writtenById" UUID NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "hiddenAt" TIMESTAMPTZ(3),
    "hiddenBy" TEXT,
    "hiddenReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AnnouncementComment_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE INDEX "Announcement_committeeId_postedAt_idx" ON "Announcement"("committeeId", "postedAt");
CREATE INDEX "AnnouncementComment_committeeId_announcementId_writtenAt_idx" ON "AnnouncementComment"("committeeId", "announcementId", "writtenAt");
ALTER TABLE "AnnouncementBranch" ADD CONSTRAINT "AnnouncementBranch_committeeId_announcementId_fkey" FOREIGN KEY ("committeeId", "announcementId") REFERENCES "Announcement"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AnnouncementBranch" ADD CONSTRAINT "AnnouncementBranch_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AnnouncementComment" ADD CONSTRAINT "AnnouncementComment_committeeId_announcementId_fkey" FOREIGN KEY ("committeeId", "announcementId") REFERENCES "Announcement"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Announcement" ADD CONSTRAINT "Announcement_withdrawn"
  CHECK (num_nulls("withdrawnAt", "withdrawnBy", "withdrawnReason") IN (0, 3));
ALTER TABLE public."AnnouncementComment"
  ADD CONSTRAINT "AnnouncementComment_length" CHECK (char_length(text) BETWEEN 5 AND 500),
  ADD CONSTRAINT "AnnouncementComment_hidden" CHECK (num_nulls("hiddenAt", "hiddenBy", "hiddenReason") IN (0, 3));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Announcement', 'AnnouncementBranch', 'AnnouncementComment'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE ("withdrawnAt", "withdrawnBy", "withdrawnReason", version) ON public."Announcement" TO sodb_app;
GRANT UPDATE ("hiddenAt", "hiddenBy", "hiddenReason", version) ON public."AnnouncementComment" TO sodb_app;

-- A branch reads what is for all and what is for it.
CREATE POLICY addressed_read ON public."AnnouncementBranch" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY addressed_insert ON public."AnnouncementBranch" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY announcement_read ON public."Announcement" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR "isToAll" AND cardinality((SELECT app.read_branches())::uuid[]) > 0
    OR EXISTS (SELECT 1 FROM public."AnnouncementBranch" b WHERE b."committeeId" = "Announcement"."committeeId"
      AND b."announcementId" = "Announcement".id)));
CREATE POLICY announcement_insert ON public."Announcement" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')) AND "postedById" = (SELECT app.account())
    AND "withdrawnAt" IS NULL);
CREATE POLICY announcement_update ON public."Announcement" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')) AND "withdrawnAt" IS NULL)
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));

-- What was hidden is read by office and leadership, and by who wrote it.
CREATE POLICY comment_read ON public."AnnouncementComment" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR ("hiddenAt" IS NULL OR "writtenById" = (SELECT app.account()))
      AND EXISTS (SELECT 1 FROM public."Announcement" a WHERE a."committeeId" = "AnnouncementComment"."committeeId"
        AND a.id = "AnnouncementComment"."announcementId")));
CREATE POLICY comment_insert ON public."AnnouncementComment" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "writtenById" = (SELECT app.account()) AND "hiddenAt" IS NULL
    AND EXISTS (SELECT 1 FROM public."Announcement" a WHERE a."committeeId" = "AnnouncementComment"."committeeId"
      AND a.id = "AnnouncementComment"."announcementId" AND a."withdrawnAt" IS NULL));
CREATE POLICY comment_update ON public."AnnouncementComment" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "hiddenAt" IS NULL)
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
