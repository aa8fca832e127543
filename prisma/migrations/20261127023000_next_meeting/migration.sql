-- When and where the branch meets next, as it is said at the end of a meeting and stands in the minutes that are sent.
ALTER TABLE "Meeting" ADD COLUMN "nextOn" DATE, ADD COLUMN "nextTime" TEXT, ADD COLUMN "nextPlace" TEXT;
ALTER TABLE public."Meeting"
  ADD CONSTRAINT "Meeting_next_follows" CHECK ("nextOn" > "heldOn"),
  ADD CONSTRAINT "Meeting_next_time" CHECK ("nextTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "Meeting_next" CHECK (("nextOn" IS NOT NULL OR num_nonnulls("nextTime", "nextPlace") = 0)
    AND (state <> 'DRAFT' OR "nextOn" IS NULL));
