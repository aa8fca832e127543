-- Photos of the paper notebook in which the minutes of a meeting were written. They come and go with the draft; what was sent stays.
CREATE TABLE public."MeetingPhoto" (
  "committeeId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "meetingId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "size" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  "small" BYTEA NOT NULL,
  "recordedById" UUID,
  "recordedBy" TEXT NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "MeetingPhoto_pkey" PRIMARY KEY ("committeeId", "id")
);
-- Each photo has a place of its own, so that there are never more than places.
CREATE UNIQUE INDEX "MeetingPhoto_place" ON public."MeetingPhoto" ("committeeId", "meetingId", "position");
-- Nobody keeps the same photo twice, however often it is sent.
CREATE UNIQUE INDEX "MeetingPhoto_once" ON public."MeetingPhoto" ("committeeId", "meetingId", "hash");
ALTER TABLE public."MeetingPhoto" ADD CONSTRAINT "MeetingPhoto_committeeId_meetingId_fkey"
  FOREIGN KEY ("committeeId", "meetingId") REFERENCES public."Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."MeetingPhoto"
  ADD CONSTRAINT "MeetingPhoto_places" CHECK ("position" BETWEEN 1 AND 12),
  ADD CONSTRAINT "MeetingPhoto_size" CHECK ("size" = octet_length("bytes") AND "size" BETWEEN 1 AND 307200
    AND octet_length("small") BETWEEN 1 AND 30720 AND "width" BETWEEN 1 AND 2000 AND "height" BETWEEN 1 AND 2000);

GRANT SELECT, INSERT, DELETE ON public."MeetingPhoto" TO sodb_app;
GRANT SELECT ON public."MeetingPhoto" TO sodb_backup;
ALTER TABLE public."MeetingPhoto" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."MeetingPhoto" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."MeetingPhoto" TO CURRENT_USER USING (true) WITH CHECK (true);

-- A photo is read with its meeting, attached by who writes the draft and taken away from drafts only.
CREATE POLICY photo_read ON public."MeetingPhoto" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingPhoto"."committeeId" AND m.id = "MeetingPhoto"."meetingId"));
CREATE POLICY photo_insert ON public."MeetingPhoto" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Meeting" m
      WHERE m."committeeId" = "MeetingPhoto"."committeeId" AND m.id = "MeetingPhoto"."meetingId" AND m.state = 'DRAFT'
        AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY photo_delete ON public."MeetingPhoto" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingPhoto"."committeeId" AND m.id = "MeetingPhoto"."meetingId" AND m.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
