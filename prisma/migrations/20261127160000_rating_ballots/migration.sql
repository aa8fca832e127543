-- The ballots of a branch's vote as they are counted: given out, returned, and then by level. Records of before know neither.
ALTER TABLE public."Rating" ADD COLUMN "ballotsGiven" INTEGER, ADD COLUMN "ballotsReturned" INTEGER;
ALTER TABLE public."Rating" ADD CONSTRAINT "Rating_ballots" CHECK (num_nulls("ballotsGiven", "ballotsReturned") = 2
  OR num_nulls("ballotsGiven", "ballotsReturned", "voteBase") = 0
    AND "ballotsReturned" <= "ballotsGiven" AND "ballotsGiven" <= "voteBase"
    AND "ballotsReturned" = "votesExcellent" + "votesGood" + "votesCompleted" + "votesFailed" + coalesce("votesInvalid", 0));

-- As before, with the two new parts of what a branch proposes.
CREATE OR REPLACE FUNCTION public.rating_keeps_its_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject text[] := ARRAY['committeeId', 'id', 'roundId', 'subject', 'memberId', 'branchId'];
  proposal text[] := ARRAY['proposedLevel', 'proposedById', 'votedOn', 'voteBase', 'ballotsGiven', 'ballotsReturned', 'votesExcellent',
    'votesGood', 'votesCompleted', 'votesFailed', 'votesInvalid'];
  kept text[] := CASE WHEN OLD.state = 'PROPOSED' AND NEW.state = 'PROPOSED' THEN subject ELSE subject || proposal END;
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(kept) c WHERE to_jsonb(NEW) -> c IS DISTINCT FROM to_jsonb(OLD) -> c) THEN
    RAISE EXCEPTION 'a rating keeps its subject and its proposal' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
