-- By which days the steps of a rating round are to be done: every setting is a version of its own, and the last one holds.
CREATE TABLE "RatingDeadlines" (
    "committeeId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "selfReviewDueOn" DATE,
    "meetingDueOn" DATE,
    "proposalDueOn" DATE,
    "decisionDueOn" DATE,
    "announcementDueOn" DATE,
    "reason" TEXT,
    "setById" UUID,
    "setBy" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RatingDeadlines_pkey" PRIMARY KEY ("committeeId","roundId","version")
);
ALTER TABLE "RatingDeadlines" ADD CONSTRAINT "RatingDeadlines_committeeId_roundId_fkey" FOREIGN KEY ("committeeId", "roundId") REFERENCES "RatingRound"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The steps follow one another; greatest() and a comparison leave out those without a deadline.
ALTER TABLE public."RatingDeadlines"
  ADD CONSTRAINT "RatingDeadlines_in_order" CHECK ("meetingDueOn" >= "selfReviewDueOn" AND "proposalDueOn" >= greatest("selfReviewDueOn", "meetingDueOn")
    AND "decisionDueOn" >= greatest("selfReviewDueOn", "meetingDueOn", "proposalDueOn")
    AND "announcementDueOn" >= greatest("selfReviewDueOn", "meetingDueOn", "proposalDueOn", "decisionDueOn")),
  ADD CONSTRAINT "RatingDeadlines_reason" CHECK (length(btrim(reason)) > 0);

-- A version follows the last one, lies within half a year of the reckoning day of an open round, and says why once a branch has proposed.
CREATE FUNCTION public.rating_deadlines_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_round public."RatingRound";
BEGIN
  SELECT * INTO of_round FROM public."RatingRound" o WHERE o."committeeId" = NEW."committeeId" AND o.id = NEW."roundId";
  IF of_round."closedOn" IS NOT NULL THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = '23514', CONSTRAINT = 'RatingDeadlines_round_open';
  END IF;
  IF NEW.version <> (SELECT count(*) FROM public."RatingDeadlines" d WHERE d."committeeId" = NEW."committeeId" AND d."roundId" = NEW."roundId") THEN
    RAISE EXCEPTION 'a version follows the last one' USING ERRCODE = '23505', CONSTRAINT = 'RatingDeadlines_pkey';
  END IF;
  IF least(NEW."selfReviewDueOn", NEW."meetingDueOn", NEW."proposalDueOn", NEW."decisionDueOn", NEW."announcementDueOn") < of_round."reckoningOn" - interval '6 months'
    OR greatest(NEW."selfReviewDueOn", NEW."meetingDueOn", NEW."proposalDueOn", NEW."decisionDueOn", NEW."announcementDueOn") > of_round."reckoningOn" + interval '6 months' THEN
    RAISE EXCEPTION 'a deadline is too far from the reckoning day' USING ERRCODE = '23514', CONSTRAINT = 'RatingDeadlines_near_the_reckoning';
  END IF;
  IF NEW.reason IS NULL AND EXISTS (SELECT 1 FROM public."Rating" r WHERE r."committeeId" = NEW."committeeId" AND r."roundId" = NEW."roundId"
      AND r.subject <> 'COMMITTEE' AND r."proposedLevel" IS NOT NULL) THEN
    RAISE EXCEPTION 'a branch has proposed' USING ERRCODE = '23514', CONSTRAINT = 'RatingDeadlines_reason';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_deadlines_follow AFTER INSERT ON public."RatingDeadlines"
  FOR EACH ROW EXECUTE FUNCTION public.rating_deadlines_follow();

ALTER TABLE public."RatingDeadlines" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."RatingDeadlines" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."RatingDeadlines" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
-- What was set stays; a change is the next version.
GRANT SELECT, INSERT ON public."RatingDeadlines" TO sodb_app;
GRANT SELECT ON public."RatingDeadlines" TO sodb_backup;
CREATE POLICY deadlines_read ON public."RatingDeadlines" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOLIBC]')) OR (SELECT app.member()) IS NOT NULL));
CREATE POLICY deadlines_insert ON public."RatingDeadlines" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "setById" IS NOT DISTINCT FROM (SELECT app.account()));

-- By which day of the year grassroots committees decide, and from how many months in the old branch its comments are asked for:
-- registers that hold the rules of rating already, and next versions that are being written, get the values of the same version.
UPDATE public."RuleSet" SET parameters = parameters || '{"transferCommentMonths":{"value":6,"citation":null,"certainty":"SINGLE_SOURCE"},"decisionDay":{"value":["12-31"],"citation":null,"certainty":"UNCONFIRMED"}}'::jsonb
  WHERE kind = 'RATING' AND code LIKE 'rating-2025%' AND NOT parameters ? 'decisionDay';
UPDATE public."RuleSet" SET parameters = parameters || '{"transferCommentMonths":{"value":6,"citation":null,"certainty":"UNCONFIRMED"},"decisionDay":{"value":["12-31"],"citation":null,"certainty":"UNCONFIRMED"}}'::jsonb
  WHERE kind = 'RATING' AND NOT parameters ? 'decisionDay';
ALTER TABLE public."RuleRevision" DISABLE TRIGGER rule_revision_in_own_hand;
UPDATE public."RuleRevision" r SET parameters = r.parameters || jsonb_build_object('transferCommentMonths', s.parameters->'transferCommentMonths', 'decisionDay', s.parameters->'decisionDay')
  FROM public."RuleSet" s WHERE s."committeeId" = r."committeeId" AND s.id = r."ruleSetId" AND s.kind = 'RATING' AND NOT r.parameters ? 'decisionDay';
ALTER TABLE public."RuleRevision" ENABLE TRIGGER rule_revision_in_own_hand;
