-- Meetings of the committee's own bodies stand beside those of branches: one of the two holds a meeting.
CREATE TYPE "MeetingBody" AS ENUM ('COMMITTEE', 'STANDING_COMMITTEE');
ALTER TABLE "Meeting" ALTER COLUMN "branchId" DROP NOT NULL, ADD COLUMN "body" "MeetingBody";
ALTER TABLE public."Meeting"
  ADD CONSTRAINT "Meeting_held_by" CHECK (num_nonnulls("branchId", body) = 1),
  ADD CONSTRAINT "Meeting_body_month" CHECK (body IS NULL OR "monthOn" = "heldOn" - (extract(day FROM "heldOn")::int - 1)),
  -- How minutes of a body are numbered is not confirmed.
  ADD CONSTRAINT "Meeting_body_number" CHECK (body IS NULL OR number IS NULL);
-- A body meets once on a day.
CREATE UNIQUE INDEX "Meeting_body_day" ON public."Meeting" ("committeeId", body, "heldOn") WHERE body IS NOT NULL;

CREATE FUNCTION public.meeting_keeps_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a meeting stays that of the body that held it' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER meeting_keeps_body BEFORE UPDATE ON public."Meeting"
  FOR EACH ROW WHEN (OLD.body IS DISTINCT FROM NEW.body) EXECUTE FUNCTION public.meeting_keeps_body();

-- Only a branch scores its meetings (HD 42).
CREATE FUNCTION public.score_is_of_branch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = NEW."committeeId" AND m.id = NEW."meetingId" AND m.body IS NOT NULL) THEN
    RAISE EXCEPTION 'only meetings of branches are scored' USING ERRCODE = '23514', CONSTRAINT = 'MeetingScore_of_branch';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_is_of_branch BEFORE INSERT ON public."MeetingScore" FOR EACH ROW EXECUTE FUNCTION public.score_is_of_branch();

-- A meeting of a body is read by the office, by leadership, and by who sat in that body on its day: secretary, deputies and standing
-- members are the standing committee, with the other members they are the executive committee.
DROP POLICY meeting_read ON public."Meeting";
CREATE POLICY meeting_read ON public."Meeting" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])
    OR body IS NOT NULL AND EXISTS (SELECT 1 FROM public."CommitteeOffice" o
      WHERE o."committeeId" = "Meeting"."committeeId" AND o."memberId" = (SELECT app.member())
        AND o."startsOn" <= "heldOn" AND (o."endsOn" IS NULL OR o."endsOn" > "heldOn")
        AND (o.kind IN ('SECRETARY', 'DEPUTY', 'STANDING_MEMBER') OR o.kind = 'MEMBER' AND body = 'COMMITTEE'))));
