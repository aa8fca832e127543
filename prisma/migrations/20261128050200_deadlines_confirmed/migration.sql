-- The deadlines of a round are set by the office and confirmed by a leader; a setting that has been followed by another is not confirmed any more.
ALTER TABLE "RatingDeadlines" ADD COLUMN "confirmedById" UUID, ADD COLUMN "confirmedBy" TEXT, ADD COLUMN "confirmedAt" TIMESTAMPTZ(3);

ALTER TABLE public."RatingDeadlines"
  ADD CONSTRAINT "RatingDeadlines_confirmed_by_another" CHECK ("confirmedById" <> "setById"),
  ADD CONSTRAINT "RatingDeadlines_confirmed" CHECK (num_nonnulls("confirmedBy", "confirmedAt") IN (0, 2) AND ("confirmedById" IS NULL OR "confirmedAt" IS NOT NULL));

-- What was set stays, by whatever hand, but for the confirmation of the last setting while the round is open.
CREATE FUNCTION public.rating_deadlines_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE confirmation text[] := ARRAY['confirmedById', 'confirmedBy', 'confirmedAt'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD."confirmedAt" IS NOT NULL OR to_jsonb(NEW) - confirmation <> to_jsonb(OLD) - confirmation THEN
    RAISE EXCEPTION 'what was set stays' USING ERRCODE = '23514', CONSTRAINT = 'RatingDeadlines_stay';
  END IF;
  IF EXISTS (SELECT 1 FROM public."RatingDeadlines" d WHERE d."committeeId" = NEW."committeeId" AND d."roundId" = NEW."roundId" AND d.version > NEW.version)
    OR EXISTS (SELECT 1 FROM public."RatingRound" r WHERE r."committeeId" = NEW."committeeId" AND r.id = NEW."roundId" AND r."closedOn" IS NOT NULL) THEN
    RAISE EXCEPTION 'only what holds is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'RatingDeadlines_last_confirmed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_deadlines_stay BEFORE UPDATE OR DELETE ON public."RatingDeadlines"
  FOR EACH ROW EXECUTE FUNCTION public.rating_deadlines_stay();

ALTER POLICY deadlines_insert ON public."RatingDeadlines"
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "setById" IS NOT DISTINCT FROM (SELECT app.account())
    AND "confirmedAt" IS NULL);
CREATE POLICY deadlines_confirm ON public."RatingDeadlines" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SL]')) AND "confirmedAt" IS NULL
    AND "setById" IS DISTINCT FROM (SELECT app.account()))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "confirmedById" IS NOT DISTINCT FROM (SELECT app.account()));
GRANT UPDATE ("confirmedById", "confirmedBy", "confirmedAt") ON public."RatingDeadlines" TO sodb_app;
