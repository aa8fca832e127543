-- A case of the committee or its commission may carry out a line of an issued programme of its year.
ALTER TABLE "Inspection" ADD COLUMN "programmeLineId" UUID;
CREATE INDEX "Inspection_committeeId_programmeLineId_idx" ON "Inspection"("committeeId", "programmeLineId");
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_committeeId_programmeLineId_fkey" FOREIGN KEY ("committeeId", "programmeLineId") REFERENCES "ProgrammeLine"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One case carries out a line. Of a case in progress nobody outside its circle may learn, also not by being refused: the trigger
-- sees no more than the writer does, and what holds for all are the concluded ones.
CREATE UNIQUE INDEX "Inspection_line_carried_out_once" ON public."Inspection" ("committeeId", "programmeLineId") WHERE state = 'CONCLUDED';
CREATE FUNCTION public.case_fits_its_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('programme line ' || NEW."committeeId" || ' ' || NEW."programmeLineId"));
  IF NOT EXISTS (SELECT 1 FROM public."ProgrammeLine" l JOIN public."InspectionProgramme" p
      ON p."committeeId" = l."committeeId" AND p.id = l."programmeId"
      WHERE l."committeeId" = NEW."committeeId" AND l.id = NEW."programmeLineId" AND p.state = 'ISSUED' AND p."branchId" IS NULL
        AND p.year = NEW.year AND l.mode = NEW.mode
        AND (l."droppedOn" IS NULL OR TG_OP = 'UPDATE' AND OLD."programmeLineId" IS NOT DISTINCT FROM NEW."programmeLineId")) THEN
    RAISE EXCEPTION 'a case fits the line that it carries out' USING ERRCODE = '23514', CONSTRAINT = 'Inspection_fits_its_line';
  END IF;
  IF EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = NEW."committeeId"
      AND i."programmeLineId" = NEW."programmeLineId" AND i.id <> NEW.id) THEN
    RAISE EXCEPTION 'a line is carried out by one case' USING ERRCODE = '23514', CONSTRAINT = 'Inspection_line_carried_out_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_fits_its_line BEFORE INSERT OR UPDATE OF "programmeLineId", year, mode ON public."Inspection"
  FOR EACH ROW WHEN (NEW."programmeLineId" IS NOT NULL) EXECUTE FUNCTION public.case_fits_its_line();

-- What has been carried out and concluded is not dropped any more.
CREATE FUNCTION public.concluded_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public."Inspection" i WHERE i."committeeId" = NEW."committeeId" AND i."programmeLineId" = NEW.id
      AND i.state = 'CONCLUDED') THEN
    RAISE EXCEPTION 'a line that was carried out is not dropped' USING ERRCODE = '23514', CONSTRAINT = 'ProgrammeLine_carried_out';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER concluded_line_stays BEFORE UPDATE OF "droppedOn" ON public."ProgrammeLine"
  FOR EACH ROW WHEN (NEW."droppedOn" IS NOT NULL) EXECUTE FUNCTION public.concluded_line_stays();
