-- The stays in branches that touch a period, with how each began, for the table of rises and falls: of every branch for who
-- reads the register, of the own branches for a secretary. The profile of somebody who has left is not the branch's to open,
-- and yet the branch knows whom it admitted: so the function tells how a stay began, and no date of the profile.
CREATE FUNCTION app.roll_stays(first_day date, last_day date)
  RETURNS TABLE (id uuid, "memberId" uuid, "fullName" text, "branchId" uuid, "startsOn" date, "endsOn" date, "endReason" public."MembershipEnd",
    "began" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT h.id, h."memberId", m."fullName", h."branchId", h."startsOn", h."endsOn", h."endReason",
      CASE
        WHEN EXISTS (SELECT 1 FROM public."Membership" b WHERE b."committeeId" = h."committeeId" AND b."memberId" = h."memberId"
          AND b.kind = 'OFFICIAL' AND b."endsOn" = h."startsOn" AND b."endReason" = 'TRANSFERRED') THEN 'TRANSFERRED'
        WHEN h."startsOn" BETWEEN p."admittedOn" AND greatest(p."admittedOn", p."ceremonyOn") THEN 'ADMITTED'
        WHEN h."startsOn" BETWEEN p."readmittedOn" AND greatest(p."readmittedOn", p."secondCeremonyOn") THEN 'ADMITTED'
        ELSE 'ARRIVED'
      END
    FROM public."Membership" h
    JOIN public."Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
    LEFT JOIN public."MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
    WHERE h."committeeId" = app.committee() AND h.kind = 'OFFICIAL' AND h."startsOn" <= last_day
      AND (h."endsOn" IS NULL OR h."endsOn" >= first_day)
      AND (app.has('[SOL]') OR h."branchId" = ANY (app.own_branches()))
    ORDER BY m."sortKey", m.id, h."startsOn";
  END;
GRANT SELECT ("committeeId", "memberId", "admittedOn", "ceremonyOn", "readmittedOn", "secondCeremonyOn") ON public."MemberProfile" TO sodb_resolver;
REVOKE ALL ON FUNCTION app.roll_stays(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.roll_stays(date, date) TO sodb_app;
ALTER FUNCTION app.roll_stays(date, date) OWNER TO sodb_resolver;
