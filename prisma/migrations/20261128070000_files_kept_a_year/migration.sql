-- A person keeps at most 200 files a calendar year, over all the places that keep files. Counted are the rows that are there, so a file
-- that was taken away again does not count, by who is asking; files that the product itself writes are not counted. Whoever keeps one
-- waits for the own other one, so that two at once do not pass the limit together.
CREATE INDEX "PartyDocumentFile_kept_by" ON public."PartyDocumentFile" ("committeeId", "recordedById", "recordedAt");
CREATE INDEX "WorkingRegulationFile_kept_by" ON public."WorkingRegulationFile" ("committeeId", "recordedById", "recordedAt");
CREATE INDEX "TaskEvidence_kept_by" ON public."TaskEvidence" ("committeeId", "recordedById", "recordedAt");
CREATE INDEX "MeetingPhoto_kept_by" ON public."MeetingPhoto" ("committeeId", "recordedById", "recordedAt");
CREATE INDEX "DocumentTemplate_kept_by" ON public."DocumentTemplate" ("committeeId", "acceptedById", "acceptedAt");

GRANT SELECT ("committeeId", "recordedById", "recordedAt") ON public."PartyDocumentFile", public."WorkingRegulationFile",
  public."TaskEvidence", public."MeetingPhoto" TO sodb_resolver;
GRANT SELECT ("committeeId", "acceptedById", "acceptedAt", "fileName") ON public."DocumentTemplate" TO sodb_resolver;
CREATE POLICY resolver_reads ON public."PartyDocumentFile" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_reads ON public."WorkingRegulationFile" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_reads ON public."TaskEvidence" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_reads ON public."MeetingPhoto" FOR SELECT TO sodb_resolver USING (true);
CREATE POLICY resolver_reads ON public."DocumentTemplate" FOR SELECT TO sodb_resolver USING (true);

CREATE FUNCTION app.files_kept_a_year() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  most_a_year CONSTANT integer := 200;
  hand CONSTANT uuid := app.account();
  new_year CONSTANT timestamptz := date_trunc('year', now(), 'Asia/Ho_Chi_Minh');
  kept bigint;
BEGIN
  IF hand IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('files kept by ' || hand, 0));
  SELECT count(*) INTO kept FROM (
    SELECT 1 FROM public."PartyDocumentFile" WHERE "committeeId" = NEW."committeeId" AND "recordedById" = hand AND "recordedAt" >= new_year
    UNION ALL SELECT 1 FROM public."WorkingRegulationFile" WHERE "committeeId" = NEW."committeeId" AND "recordedById" = hand AND "recordedAt" >= new_year
    UNION ALL SELECT 1 FROM public."TaskEvidence" WHERE "committeeId" = NEW."committeeId" AND "recordedById" = hand AND "recordedAt" >= new_year
    UNION ALL SELECT 1 FROM public."MeetingPhoto" WHERE "committeeId" = NEW."committeeId" AND "recordedById" = hand AND "recordedAt" >= new_year
    UNION ALL SELECT 1 FROM public."DocumentTemplate" WHERE "committeeId" = NEW."committeeId" AND "acceptedById" = hand AND "acceptedAt" >= new_year
      AND "fileName" IS NOT NULL) AS files;
  IF kept >= most_a_year THEN
    RAISE EXCEPTION 'Files_kept_a_year: this account keeps as many files as it may' USING ERRCODE = '23514', CONSTRAINT = 'Files_kept_a_year';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.files_kept_a_year() FROM PUBLIC;
CREATE TRIGGER files_kept_a_year BEFORE INSERT ON public."PartyDocumentFile" FOR EACH ROW EXECUTE FUNCTION app.files_kept_a_year();
CREATE TRIGGER files_kept_a_year BEFORE INSERT ON public."WorkingRegulationFile" FOR EACH ROW EXECUTE FUNCTION app.files_kept_a_year();
CREATE TRIGGER files_kept_a_year BEFORE INSERT ON public."TaskEvidence" FOR EACH ROW EXECUTE FUNCTION app.files_kept_a_year();
CREATE TRIGGER files_kept_a_year BEFORE INSERT ON public."MeetingPhoto" FOR EACH ROW EXECUTE FUNCTION app.files_kept_a_year();
CREATE TRIGGER files_kept_a_year BEFORE INSERT ON public."DocumentTemplate" FOR EACH ROW WHEN (NEW."fileName" IS NOT NULL)
  EXECUTE FUNCTION app.files_kept_a_year();
ALTER FUNCTION app.files_kept_a_year() OWNER TO sodb_resolver;
