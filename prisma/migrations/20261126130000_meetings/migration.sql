CREATE TYPE "MeetingKind" AS ENUM ('MONTHLY', 'TOPICAL', 'EXTENDED', 'EXTRAORDINARY');
CREATE TYPE "MeetingState" AS ENUM ('DRAFT', 'SENT', 'SIGNED');
CREATE TYPE "Presence" AS ENUM ('PRESENT', 'ABSENT_EXCUSED', 'ABSENT_UNEXCUSED');

CREATE TABLE "Meeting" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "monthOn" DATE NOT NULL,
    "heldOn" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "chairId" UUID NOT NULL,
    "chairName" TEXT NOT NULL,
    "writerId" UUID NOT NULL,
    "writerName" TEXT NOT NULL,
    "guests" TEXT,
    "state" "MeetingState" NOT NULL DEFAULT 'DRAFT',
    "sentOn" DATE,
    "sentBy" TEXT,
    "signedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE TABLE "MeetingAttendance" (
    "committeeId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "isOfficial" BOOLEAN NOT NULL,
    "isExempt" BOOLEAN NOT NULL,
    "presence" "Presence" NOT NULL,
    "reason" TEXT,

    CONSTRAINT "MeetingAttendance_pkey" PRIMARY KEY ("committeeId","meetingId","memberId")
);

CREATE INDEX "Meeting_committeeId_branchId_monthOn_idx" ON "Meeting"("committeeId", "branchId", "monthOn");
CREATE INDEX "Meeting_committeeId_monthOn_idx" ON "Meeting"("committeeId", "monthOn");

ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_committeeId_chairId_fkey" FOREIGN KEY ("committeeId", "chairId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_committeeId_writerId_fkey" FOREIGN KEY ("committeeId", "writerId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingAttendance" ADD CONSTRAINT "MeetingAttendance_committeeId_meetingId_fkey" FOREIGN KEY ("committeeId", "meetingId") REFERENCES "Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MeetingAttendance" ADD CONSTRAINT "MeetingAttendance_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."Meeting"
  ADD CONSTRAINT "Meeting_month" CHECK (extract(day FROM "monthOn") = 1),
  ADD CONSTRAINT "Meeting_sent" CHECK ((state <> 'DRAFT') = ("sentOn" IS NOT NULL) AND ("sentOn" IS NULL) = ("sentBy" IS NULL)),
  ADD CONSTRAINT "Meeting_signed" CHECK ((state = 'SIGNED') = ("signedOn" IS NOT NULL) AND "signedOn" >= "heldOn");
ALTER TABLE public."MeetingAttendance"
  ADD CONSTRAINT "MeetingAttendance_reason" CHECK (reason IS NULL OR presence = 'ABSENT_EXCUSED'),
  ADD CONSTRAINT "MeetingAttendance_exempt" CHECK (NOT "isExempt" OR presence = 'PRESENT');
-- A branch meets once for a month; what else it meets about in that month is of another kind.
CREATE UNIQUE INDEX "Meeting_one_monthly" ON public."Meeting" ("committeeId", "branchId", "monthOn") WHERE kind = 'MONTHLY';

-- Minutes that have been sent stay as they are: to them only the signature is added, and nothing after that.
CREATE FUNCTION public.meeting_stays_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE signature text[] := ARRAY['state', 'signedOn', 'version'];
BEGIN
  IF OLD.state = 'SIGNED' OR OLD.state = 'SENT' AND (NEW.state = 'DRAFT' OR to_jsonb(NEW) - signature IS DISTINCT FROM to_jsonb(OLD) - signature) THEN
    RAISE EXCEPTION 'minutes that have been sent stay as they are' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_stays_sent BEFORE UPDATE ON public."Meeting" FOR EACH ROW EXECUTE FUNCTION public.meeting_stays_sent();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Meeting', 'MeetingAttendance'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
GRANT UPDATE ON public."Meeting" TO sodb_app;
GRANT DELETE ON public."MeetingAttendance" TO sodb_app;

CREATE POLICY meeting_read ON public."Meeting" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY meeting_insert ON public."Meeting" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'DRAFT'
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY meeting_update ON public."Meeting" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state <> 'SIGNED'
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));

-- The roll is read with its meeting, and written by who writes the draft.
CREATE POLICY attendance_read ON public."MeetingAttendance" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingAttendance"."committeeId" AND m.id = "MeetingAttendance"."meetingId"));
CREATE POLICY attendance_insert ON public."MeetingAttendance" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingAttendance"."committeeId" AND m.id = "MeetingAttendance"."meetingId" AND m.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
CREATE POLICY attendance_delete ON public."MeetingAttendance" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."Meeting" m
    WHERE m."committeeId" = "MeetingAttendance"."committeeId" AND m.id = "MeetingAttendance"."meetingId" AND m.state = 'DRAFT'
      AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
