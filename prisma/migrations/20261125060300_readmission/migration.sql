-- AlterTable
ALTER TABLE "MemberProfile" ADD COLUMN     "readmittedOn" DATE,
ADD COLUMN     "secondCeremonyOn" DATE,
ADD COLUMN     "secondDecidedOn" DATE,
ADD COLUMN     "secondOfficialOn" DATE;

ALTER TABLE public."MemberProfile" ADD CONSTRAINT "MemberProfile_readmission" CHECK (
  ("readmittedOn" IS NULL) = ("secondCeremonyOn" IS NULL) AND "readmittedOn" > "admittedOn" AND "secondCeremonyOn" >= "readmittedOn"
  AND ("secondOfficialOn" IS NULL OR "secondOfficialOn" >= "secondCeremonyOn") AND ("secondDecidedOn" IS NULL) = ("secondOfficialOn" IS NULL)
  OR num_nonnulls("readmittedOn", "secondCeremonyOn", "secondOfficialOn", "secondDecidedOn") = 0);

DROP TRIGGER profile_office_columns ON public."MemberProfile";
CREATE TRIGGER profile_office_columns BEFORE UPDATE ON public."MemberProfile" FOR EACH ROW
  EXECUTE FUNCTION public.secretary_keeps_to_own_columns('committeeId,memberId,cardNumber,oldCardNumber,cardIssuedBy,cardIssuedOn,recordNumber,admittedOn,ceremonyOn,officialOn,officialDecidedOn,readmittedOn,secondCeremonyOn,secondOfficialOn,secondDecidedOn');

GRANT SELECT ("secondCeremonyOn", "secondOfficialOn") ON public."MemberProfile" TO sodb_resolver;

-- The figures and the voters of a day as before, with the official day that counts on that day.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.member_figures(of_committee uuid, on_day date, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('total', count(*))
        || app.shown_pair('official', count(*) FILTER (WHERE o.official_on <= on_day),
          'probationary', count(*) FILTER (WHERE o.official_on IS NULL OR o.official_on > on_day), exact)
        || jsonb_build_object(
          'female', app.shown_count(count(*) FILTER (WHERE m.sex = 'FEMALE'), exact),
          'ethnicMinority', app.shown_count(count(*) FILTER (WHERE lower(btrim(x.ethnicity)) <> 'kinh'), exact),
          'exempt', app.shown_count(count(*) FILTER (WHERE s.kind = 'EXEMPT'), exact),
          'suspended', app.shown_count(count(*) FILTER (WHERE s.kind = 'SUSPENDED'), exact),
          'interrupted', app.shown_count(count(*) FILTER (WHERE s.kind = 'INTERRUPTED'), exact))
      FROM public."Membership" h
      JOIN public."Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
      LEFT JOIN public."MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
      LEFT JOIN LATERAL (SELECT CASE WHEN p."secondCeremonyOn" <= on_day THEN p."secondOfficialOn" ELSE p."officialOn" END AS official_on) o ON true
      LEFT JOIN public."MemberSensitive" x ON x."committeeId" = h."committeeId" AND x."memberId" = h."memberId"
      LEFT JOIN public."MemberStatus" s ON s."committeeId" = h."committeeId" AND s."memberId" = h."memberId"
        AND s."startsOn" <= on_day AND (s."endsOn" IS NULL OR s."endsOn" > on_day)
      WHERE h."committeeId" = of_committee AND h.kind = 'OFFICIAL' AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day);
  END;

CREATE OR REPLACE FUNCTION app.voters_of(of_branch uuid, on_day date)
  RETURNS TABLE (member_id uuid, full_name text, is_official boolean, activity text, is_away boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT m.id, m."fullName", coalesce(CASE WHEN p."secondCeremonyOn" <= on_day THEN p."secondOfficialOn" ELSE p."officialOn" END <= on_day, false), s.kind::text,
        EXISTS (SELECT 1 FROM public."Membership" t WHERE t."committeeId" = h."committeeId" AND t."memberId" = h."memberId"
          AND t.kind = 'TEMPORARY' AND t."startsOn" <= on_day AND (t."endsOn" IS NULL OR t."endsOn" > on_day))
      FROM public."Membership" h
      JOIN public."Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
      LEFT JOIN public."MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
      LEFT JOIN public."MemberStatus" s ON s."committeeId" = h."committeeId" AND s."memberId" = h."memberId"
        AND s."startsOn" <= on_day AND (s."endsOn" IS NULL OR s."endsOn" > on_day)
      WHERE h."committeeId" = app.committee() AND h."branchId" = of_branch AND h.kind = 'OFFICIAL'
        AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day)
        AND (app.has('[SOL]') OR of_branch = ANY (app.own_branches()))
      ORDER BY m."sortKey", m.id;
  END;
RESET ROLE;
