-- The invitation to a meeting: from what time, with which enclosures, when it was sent and by whom.
ALTER TABLE "Meeting" ADD COLUMN "startTime" TEXT, ADD COLUMN "enclosures" TEXT, ADD COLUMN "invitedOn" DATE, ADD COLUMN "invitedBy" TEXT;
ALTER TABLE public."Meeting"
  ADD CONSTRAINT "Meeting_start_time" CHECK ("startTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "Meeting_invited" CHECK (num_nulls("invitedOn", "invitedBy") IN (0, 2) AND ("invitedOn" IS NULL OR "startTime" IS NOT NULL));
