ALTER TABLE "Meeting" ADD COLUMN "conclusion" TEXT, ADD COLUMN "penId" UUID, ADD COLUMN "penName" TEXT;

CREATE TABLE "MeetingItem" (
    "committeeId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "opinions" TEXT,
    "conclusion" TEXT,
    "yes" INTEGER,
    "no" INTEGER,
    "other" INTEGER,

    CONSTRAINT "MeetingItem_pkey" PRIMARY KEY ("committeeId","meetingId","position")
);

CREATE TABLE "MeetingAddendum" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingAddendum_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE INDEX "MeetingAddendum_committeeId_meetingId_idx" ON "MeetingAddendum"("committeeId", "meetingId");

ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingAddendum" ADD CONSTRAINT "MeetingAddendum_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Meeting" ADD CONSTRAINT "Meeting_pen" CHECK ("penId" IS NULL OR "penName" IS NOT NULL);
ALTER TABLE public."MeetingItem" ADD CONSTRAINT "MeetingItem_votes"
  CHECK (num_nulls("yes", "no", "other") IN (0, 3) AND coalesce(least("yes", "no", "other"), 0) >= 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['MeetingItem', 'MeetingAddendum'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    EXECUTE format($f$CREATE POLICY part_read ON public.%1$I FOR SELECT TO sodb_app
      USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
        WHERE m."committeeId" = %1$I."committeeId" AND m.id = %1$I."meetingId"))$f$, t);
  END LOOP;
END $$;
GRANT DELETE ON public."MeetingItem" TO sodb_app;

-- The text is written while it is a draft; to minutes that were sent something is only added, in the hand of who adds it.
CREATE POLICY item_insert ON public."MeetingItem" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingItem"."committeeId" AND m.id = "MeetingItem"."meetingId" AND m.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY item_delete ON public."MeetingItem" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingItem"."committeeId" AND m.id = "MeetingItem"."meetingId" AND m.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY addendum_insert ON public."MeetingAddendum" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Meeting" m
      WHERE m."committeeId" = "MeetingAddendum"."committeeId" AND m.id = "MeetingAddendum"."meetingId" AND m.state <> 'DRAFT'
        AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
