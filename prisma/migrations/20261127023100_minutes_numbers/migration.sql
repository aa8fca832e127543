-- Minutes of a branch are numbered in each term of its committee, without gaps, when they are sent; where no term was on record
-- then, when they are signed (QĐ 399-QĐ/TW, HD 05-HD/VPTW 2026: per kind of paper and term).
ALTER TABLE "Meeting" ADD COLUMN "number" INTEGER, ADD COLUMN "termId" UUID;
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_committeeId_termId_fkey" FOREIGN KEY ("committeeId", "termId") REFERENCES "BranchTerm"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."Meeting"
  ADD CONSTRAINT "Meeting_number" CHECK (number BETWEEN 1 AND 99999),
  ADD CONSTRAINT "Meeting_numbered" CHECK (num_nulls(number, "termId") IN (0, 2) AND (state <> 'DRAFT' OR number IS NULL));
CREATE UNIQUE INDEX "Meeting_minutes_number" ON public."Meeting" ("committeeId", "branchId", "termId", number) WHERE number IS NOT NULL;

-- A number is the next one of a term of the branch itself that was in force on the day of the meeting.
CREATE FUNCTION public.minutes_number_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public."BranchTerm" t WHERE t."committeeId" = NEW."committeeId" AND t.id = NEW."termId"
    AND t."branchId" = NEW."branchId" AND t."startsOn" <= NEW."heldOn" AND (t."endsOn" IS NULL OR t."endsOn" > NEW."heldOn")) THEN
    RAISE EXCEPTION 'minutes are numbered in the term of their day' USING ERRCODE = '23514', CONSTRAINT = 'Meeting_number_of_term';
  END IF;
  IF NEW.number <> 1 + (SELECT coalesce(max(m.number), 0) FROM public."Meeting" m
    WHERE m."committeeId" = NEW."committeeId" AND m."branchId" = NEW."branchId" AND m."termId" = NEW."termId") THEN
    RAISE EXCEPTION 'minutes are numbered without gaps' USING ERRCODE = '23514', CONSTRAINT = 'Meeting_number_follows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Meeting_number_follows" BEFORE UPDATE ON public."Meeting"
  FOR EACH ROW WHEN (OLD.number IS NULL AND NEW.number IS NOT NULL) EXECUTE FUNCTION public.minutes_number_follows();

-- To minutes that have been sent the signature is added, with the number that they have not been given yet; nothing after that.
CREATE OR REPLACE FUNCTION public.meeting_stays_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE added text[] := ARRAY['state', 'signedOn', 'version'];
BEGIN
  IF OLD.state = 'SENT' AND OLD.number IS NULL AND NEW.state = 'SIGNED' THEN
    added := added || ARRAY['number', 'termId'];
  END IF;
  IF OLD.state = 'SIGNED' OR OLD.state = 'SENT' AND (NEW.state = 'DRAFT' OR to_jsonb(NEW) - added IS DISTINCT FROM to_jsonb(OLD) - added) THEN
    RAISE EXCEPTION 'minutes that have been sent stay as they are' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
