-- A correction waits beside the decision it names until a second person has confirmed it: one rating in force, one correction waiting.
DROP INDEX public."Rating_one_per_member";
DROP INDEX public."Rating_one_per_branch";
DROP INDEX public."Rating_one_for_the_committee";
CREATE UNIQUE INDEX "Rating_one_per_member" ON public."Rating" ("committeeId", "roundId", "memberId")
  WHERE subject = 'MEMBER' AND "supersededById" IS NULL AND ("supersedesId" IS NULL OR state = 'DECIDED');
CREATE UNIQUE INDEX "Rating_one_per_branch" ON public."Rating" ("committeeId", "roundId", "branchId")
  WHERE subject = 'BRANCH' AND "supersededById" IS NULL AND ("supersedesId" IS NULL OR state = 'DECIDED');
CREATE UNIQUE INDEX "Rating_one_for_the_committee" ON public."Rating" ("committeeId", "roundId")
  WHERE subject = 'COMMITTEE' AND "supersededById" IS NULL AND ("supersedesId" IS NULL OR state = 'DECIDED');

-- A leader locks the round while the cap is counted, and writes nothing in it.
CREATE POLICY round_lock ON public."RatingRound" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('L'))) WITH CHECK (false);

-- Each step of a rating is signed by the account that takes it, and only a leader confirms.
CREATE FUNCTION public.rating_in_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hand uuid;
BEGIN
  IF current_user <> 'sodb_app' THEN RETURN NEW; END IF;
  hand := app.account();
  IF NEW."proposedById" IS DISTINCT FROM OLD."proposedById" AND NEW."proposedById" IS DISTINCT FROM hand AND NEW."supersedesId" IS NULL
    OR NEW."recordedById" IS DISTINCT FROM OLD."recordedById" AND NEW."recordedById" IS DISTINCT FROM hand
    OR NEW."confirmedById" IS DISTINCT FROM OLD."confirmedById" AND (NEW."confirmedById" IS DISTINCT FROM hand OR NOT app.has('L')) THEN
    RAISE EXCEPTION 'a step of a rating is signed by who takes it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_in_own_hand BEFORE INSERT OR UPDATE ON public."Rating"
  FOR EACH ROW EXECUTE FUNCTION public.rating_in_own_hand();
