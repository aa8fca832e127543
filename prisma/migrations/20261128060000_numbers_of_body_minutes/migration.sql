-- Minutes of a body of the committee are numbered as those of branches are, each body in a line of its own in the committee's term of
-- the day of the meeting (QĐ 399-QĐ/TW, HD 05-HD/VPTW 2026: per kind of paper and term).
ALTER TABLE "Meeting" ADD COLUMN "committeeTermId" UUID;
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_committeeId_committeeTermId_fkey" FOREIGN KEY ("committeeId", "committeeTermId") REFERENCES "Term"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."Meeting"
  DROP CONSTRAINT "Meeting_body_number",
  DROP CONSTRAINT "Meeting_numbered",
  ADD CONSTRAINT "Meeting_numbered" CHECK (num_nonnulls("termId", "committeeTermId") = num_nonnulls(number)
    AND (state <> 'DRAFT' OR number IS NULL));
CREATE UNIQUE INDEX "Meeting_body_minutes_number" ON public."Meeting" ("committeeId", body, "committeeTermId", number)
  WHERE number IS NOT NULL AND body IS NOT NULL;

-- A number is the next one of who met, in a term of the branch itself, or of the committee, that was in force on the day of the meeting.
CREATE OR REPLACE FUNCTION public.minutes_number_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.body IS NULL AND NOT EXISTS (SELECT 1 FROM public."BranchTerm" t WHERE t."committeeId" = NEW."committeeId" AND t.id = NEW."termId"
    AND t."branchId" = NEW."branchId" AND t."startsOn" <= NEW."heldOn" AND (t."endsOn" IS NULL OR t."endsOn" > NEW."heldOn")) THEN
    RAISE EXCEPTION 'minutes are numbered in the term of their day' USING ERRCODE = '23514', CONSTRAINT = 'Meeting_number_of_term';
  END IF;
  IF NEW.body IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public."Term" t WHERE t."committeeId" = NEW."committeeId"
    AND t.id = NEW."committeeTermId" AND t."startsOn" <= NEW."heldOn" AND (t."endsOn" IS NULL OR t."endsOn" > NEW."heldOn")) THEN
    RAISE EXCEPTION 'minutes are numbered in the term of their day' USING ERRCODE = '23514', CONSTRAINT = 'Meeting_number_of_committee_term';
  END IF;
  IF NEW.number <> 1 + (SELECT coalesce(max(m.number), 0) FROM public."Meeting" m WHERE m."committeeId" = NEW."committeeId"
    AND CASE WHEN NEW.body IS NULL THEN m."branchId" = NEW."branchId" AND m."termId" = NEW."termId"
      ELSE m.body = NEW.body AND m."committeeTermId" = NEW."committeeTermId" END) THEN
    RAISE EXCEPTION 'minutes are numbered without gaps' USING ERRCODE = '23514', CONSTRAINT = 'Meeting_number_follows';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION public.meeting_stays_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE added text[] := ARRAY['state', 'signedOn', 'version'];
BEGIN
  IF OLD.state = 'SENT' AND OLD.number IS NULL AND NEW.state = 'SIGNED' THEN
    added := added || ARRAY['number', 'termId', 'committeeTermId'];
  END IF;
  IF OLD.state = 'SIGNED' OR OLD.state = 'SENT' AND (NEW.state = 'DRAFT' OR to_jsonb(NEW) - added IS DISTINCT FROM to_jsonb(OLD) - added) THEN
    RAISE EXCEPTION 'minutes that have been sent stay as they are' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
