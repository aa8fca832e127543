-- What must never be false, held by the database.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Periods are half-open: [startsOn, endsOn).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RoleGrant','CommitteeName','Term','CommitteeOffice','Branch','Village','BranchVillage',
    'BranchOffice','CivilOffice','Membership','MemberStatus','RuleSet','Assignment']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK ("endsOn" IS NULL OR "endsOn" > "startsOn")', t, t || '_period');
  END LOOP;
END $$;

ALTER TABLE public."CommitteeName" ADD CONSTRAINT "CommitteeName_one_at_a_time"
  EXCLUDE USING gist ("committeeId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."Term" ADD CONSTRAINT "Term_one_at_a_time"
  EXCLUDE USING gist ("committeeId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."CommitteeOffice" ADD CONSTRAINT "CommitteeOffice_one_secretary"
  EXCLUDE USING gist ("committeeId" WITH =, daterange("startsOn", "endsOn") WITH &&) WHERE (kind = 'SECRETARY');
ALTER TABLE public."CommitteeOffice" ADD CONSTRAINT "CommitteeOffice_held_once"
  EXCLUDE USING gist ("committeeId" WITH =, "memberId" WITH =, kind WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."BranchVillage" ADD CONSTRAINT "BranchVillage_linked_once"
  EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, "villageId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."BranchOffice" ADD CONSTRAINT "BranchOffice_one_secretary"
  EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, daterange("startsOn", "endsOn") WITH &&) WHERE (kind = 'SECRETARY');
ALTER TABLE public."BranchOffice" ADD CONSTRAINT "BranchOffice_held_once"
  EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, "memberId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."CivilOffice" ADD CONSTRAINT "CivilOffice_one_holder"
  EXCLUDE USING gist ("committeeId" WITH =, "villageId" WITH =, kind WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."Membership" ADD CONSTRAINT "Membership_one_branch"
  EXCLUDE USING gist ("committeeId" WITH =, "memberId" WITH =, kind WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."Membership" ADD CONSTRAINT "Membership_end_has_reason"
  CHECK (("endsOn" IS NULL) = ("endReason" IS NULL));
ALTER TABLE public."MemberStatus" ADD CONSTRAINT "MemberStatus_one_at_a_time"
  EXCLUDE USING gist ("committeeId" WITH =, "memberId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."Assignment" ADD CONSTRAINT "Assignment_one_main"
  EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, daterange("startsOn", "endsOn") WITH &&) WHERE (role = 'MAIN');
ALTER TABLE public."Assignment" ADD CONSTRAINT "Assignment_held_once"
  EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, "memberId" WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."RuleSet" ADD CONSTRAINT "RuleSet_one_of_a_kind"
  EXCLUDE USING gist ("committeeId" WITH =, kind WITH =, daterange("startsOn", "endsOn") WITH &&);
ALTER TABLE public."RoleGrant" ADD CONSTRAINT "RoleGrant_held_once"
  EXCLUDE USING gist ("committeeId" WITH =, "accountId" WITH =, role WITH =, daterange("startsOn", "endsOn") WITH &&);

ALTER TABLE public."Account" ADD CONSTRAINT "Account_username" CHECK (username ~ '^[a-z0-9._-]{2,40}$');
ALTER TABLE public."RoleGrant" ADD CONSTRAINT "RoleGrant_confirmed_by_another"
  CHECK ("confirmedById" IS NULL OR ("confirmedById" <> "grantedById" AND "confirmedById" <> "accountId"));
ALTER TABLE public."AccountMember" ADD CONSTRAINT "AccountMember_confirmed_by_another"
  CHECK ("confirmedById" IS NULL OR ("confirmedById" <> "linkedById" AND "confirmedById" <> "accountId"));

ALTER TABLE public."MemberProfile"
  ADD CONSTRAINT "MemberProfile_birth" CHECK ("birthOn" ~ '^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  ADD CONSTRAINT "MemberProfile_card" CHECK ("cardNumber" ~ '^\d{12}$'),
  ADD CONSTRAINT "MemberProfile_old_card" CHECK ("oldCardNumber" ~ '^\d{8}$'),
  ADD CONSTRAINT "MemberProfile_official_after_admission" CHECK ("officialOn" IS NULL OR "officialOn" >= "admittedOn");
CREATE UNIQUE INDEX "MemberProfile_one_card" ON public."MemberProfile" ("committeeId", "cardNumber");
CREATE UNIQUE INDEX "MemberProfile_one_old_card" ON public."MemberProfile" ("committeeId", "oldCardNumber");

ALTER TABLE public."RatingRound" ADD CONSTRAINT "RatingRound_quarter" CHECK (quarter BETWEEN 1 AND 3);
CREATE UNIQUE INDEX "RatingRound_one_a_period" ON public."RatingRound" ("committeeId", year, coalesce(quarter, 0));

ALTER TABLE public."Rating"
  ADD CONSTRAINT "Rating_subject" CHECK (CASE subject
    WHEN 'MEMBER' THEN "memberId" IS NOT NULL AND "branchId" IS NOT NULL
    WHEN 'BRANCH' THEN "memberId" IS NULL AND "branchId" IS NOT NULL
    ELSE "memberId" IS NULL AND "branchId" IS NULL END),
  ADD CONSTRAINT "Rating_level_or_reason" CHECK (CASE
    WHEN state = 'PROPOSED' THEN level IS NULL AND num_nonnulls("proposedLevel", "notRatedReason") = 1
    ELSE num_nonnulls(level, "notRatedReason") = 1 END),
  ADD CONSTRAINT "Rating_recorded" CHECK (state = 'PROPOSED' OR
    num_nulls("recordedById", "decisionNumber", "decidedOn", "minutesNumber", "presentCount") = 0),
  ADD CONSTRAINT "Rating_decided_by_two" CHECK ((state = 'DECIDED') = ("confirmedById" IS NOT NULL)
    AND (state = 'DECIDED') = ("confirmedAt" IS NOT NULL) AND "confirmedById" IS DISTINCT FROM "recordedById"
    OR state <> 'DECIDED' AND "confirmedById" IS NULL AND "confirmedAt" IS NULL),
  ADD CONSTRAINT "Rating_confirmer_did_not_propose" CHECK ("confirmedById" IS NULL OR "confirmedById" IS DISTINCT FROM "proposedById"),
  ADD CONSTRAINT "Rating_votes" CHECK (
    least("votesExcellent", "votesGood", "votesCompleted", "votesFailed", "votesInvalid", "voteBase") >= 0
    AND (num_nulls("votesExcellent", "votesGood", "votesCompleted", "votesFailed", "voteBase") IN (0, 5))
    AND ("voteBase" IS NULL OR "votesExcellent" + "votesGood" + "votesCompleted" + "votesFailed" + coalesce("votesInvalid", 0) <= "voteBase")),
  ADD CONSTRAINT "Rating_correction" CHECK (("supersedesId" IS NULL) = ("correctionReason" IS NULL));
CREATE UNIQUE INDEX "Rating_one_per_member" ON public."Rating" ("committeeId", "roundId", "memberId")
  WHERE subject = 'MEMBER' AND "supersededById" IS NULL;
CREATE UNIQUE INDEX "Rating_one_per_branch" ON public."Rating" ("committeeId", "roundId", "branchId")
  WHERE subject = 'BRANCH' AND "supersededById" IS NULL;
CREATE UNIQUE INDEX "Rating_one_for_the_committee" ON public."Rating" ("committeeId", "roundId")
  WHERE subject = 'COMMITTEE' AND "supersededById" IS NULL;
CREATE UNIQUE INDEX "Rating_corrected_once" ON public."Rating" ("committeeId", "supersedesId");

ALTER TABLE public."Inspection"
  ADD CONSTRAINT "Inspection_period" CHECK (("endsOn" IS NULL OR "endsOn" >= "startsOn") AND ("periodTo" IS NULL OR "periodTo" >= "periodFrom")),
  ADD CONSTRAINT "Inspection_concluded" CHECK ((state = 'CONCLUDED') = (conclusion IS NOT NULL)
    AND (state = 'CONCLUDED') = ("concludedOn" IS NOT NULL) AND (state = 'CONCLUDED') = ("disciplineFollows" IS NOT NULL));
ALTER TABLE public."InspectionSubject" ADD CONSTRAINT "InspectionSubject_one_of_two" CHECK (num_nonnulls("branchId", "memberId") = 1);
CREATE UNIQUE INDEX "InspectionSubject_named_once" ON public."InspectionSubject" ("committeeId", "inspectionId", coalesce("branchId", "memberId"));

-- Decided ratings and issued conclusions are never edited; a correction is a new record that names the old one.
CREATE FUNCTION public.refuse_change_of_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'DECIDED' AND (to_jsonb(NEW) - 'supersededById') IS DISTINCT FROM (to_jsonb(OLD) - 'supersededById') THEN
    RAISE EXCEPTION 'a decided rating is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Rating_decided_is_final';
  END IF;
  IF OLD."supersededById" IS NOT NULL THEN
    RAISE EXCEPTION 'a corrected rating is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Rating_decided_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_decided_is_final BEFORE UPDATE ON public."Rating"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_decided();

CREATE FUNCTION public.refuse_change_of_concluded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'CONCLUDED' THEN
    RAISE EXCEPTION 'a concluded inspection is never changed' USING ERRCODE = '23514', CONSTRAINT = 'Inspection_concluded_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inspection_concluded_is_final BEFORE UPDATE ON public."Inspection"
  FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_concluded();
