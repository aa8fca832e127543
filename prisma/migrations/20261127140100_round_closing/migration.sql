-- A round is closed once, when all of it is decided; from then on only corrections are written in it.
CREATE FUNCTION public.rating_round_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'sodb_app' OR NEW."closedOn" IS NOT DISTINCT FROM OLD."closedOn" THEN RETURN NEW; END IF;
  IF OLD."closedOn" IS NOT NULL THEN
    RAISE EXCEPTION 'a closed round stays closed' USING ERRCODE = '23514', CONSTRAINT = 'RatingRound_closed_once';
  END IF;
  IF EXISTS (SELECT 1 FROM public."Rating" r WHERE r."committeeId" = NEW."committeeId" AND r."roundId" = NEW.id AND r.state <> 'DECIDED') THEN
    RAISE EXCEPTION 'something of the round is not decided' USING ERRCODE = '23514', CONSTRAINT = 'RatingRound_closed_when_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_round_closing BEFORE UPDATE ON public."RatingRound"
  FOR EACH ROW EXECUTE FUNCTION public.rating_round_closing();

CREATE FUNCTION public.rating_in_open_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'sodb_app' AND NEW."supersedesId" IS NULL AND NEW."supersededById" IS NULL
    AND EXISTS (SELECT 1 FROM public."RatingRound" o WHERE o."committeeId" = NEW."committeeId" AND o.id = NEW."roundId" AND o."closedOn" IS NOT NULL) THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = '23514', CONSTRAINT = 'Rating_round_open';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_in_open_round AFTER INSERT OR UPDATE ON public."Rating"
  FOR EACH ROW EXECUTE FUNCTION public.rating_in_open_round();
