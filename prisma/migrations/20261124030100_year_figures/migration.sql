-- The commune's published figures: totals that every reader of the register may know, while the rows stay hidden.
-- No names of persons, nothing of inspections in progress.
GRANT SELECT ON public."Branch", public."CommitteeName", public."Term", public."Village", public."BranchVillage", public."CivilOffice",
  public."MemberStatus", public."RatingRound", public."Target" TO sodb_resolver;
GRANT SELECT ("committeeId", id, sex) ON public."Member" TO sodb_resolver;
GRANT SELECT ("committeeId", "memberId", "officialOn", education) ON public."MemberProfile" TO sodb_resolver;
GRANT SELECT ("committeeId", "memberId", ethnicity) ON public."MemberSensitive" TO sodb_resolver;
GRANT SELECT ("committeeId", id, "roundId", subject, "memberId", "branchId", state, level, "notRatedReason", "supersededById")
  ON public."Rating" TO sodb_resolver;

-- A count of persons as the reader may know it: one to four of them could be told apart, so it stays null for who does not read the register.
CREATE FUNCTION app.shown_count(persons bigint, exact boolean) RETURNS bigint LANGUAGE sql STABLE
  RETURN CASE WHEN exact OR persons = 0 OR persons >= 5 THEN persons END;

-- Two counts whose sum is published: where one has to be hidden, the other would tell it.
CREATE FUNCTION app.shown_pair(one_key text, one bigint, other_key text, other bigint, exact boolean) RETURNS jsonb LANGUAGE sql STABLE
  RETURN CASE WHEN app.shown_count(one, exact) IS NULL OR app.shown_count(other, exact) IS NULL
    THEN jsonb_build_object(one_key, NULL, other_key, NULL) ELSE jsonb_build_object(one_key, one, other_key, other) END;

-- Decided ratings of a year's round, less those that a correction has replaced.
CREATE FUNCTION app.decided_ratings(in_year int) RETURNS TABLE (year int, subject text, member_id uuid, branch_id uuid, level text, not_rated text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT o.year, r.subject::text, r."memberId", r."branchId", r.level::text, r."notRatedReason"::text
      FROM public."RatingRound" o JOIN public."Rating" r ON r."committeeId" = o."committeeId" AND r."roundId" = o.id
      WHERE o."committeeId" = app.committee() AND o.quarter IS NULL AND (in_year IS NULL OR o.year = in_year)
        AND r.state = 'DECIDED' AND r."supersededById" IS NULL;
  END;

CREATE FUNCTION app.member_figures(on_day date, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('total', count(*))
        || app.shown_pair('official', count(*) FILTER (WHERE p."officialOn" <= on_day),
          'probationary', count(*) FILTER (WHERE p."officialOn" IS NULL OR p."officialOn" > on_day), exact)
        || jsonb_build_object(
          'female', app.shown_count(count(*) FILTER (WHERE m.sex = 'FEMALE'), exact),
          'ethnicMinority', app.shown_count(count(*) FILTER (WHERE lower(btrim(x.ethnicity)) <> 'kinh'), exact),
          'exempt', app.shown_count(count(*) FILTER (WHERE s.kind = 'EXEMPT'), exact),
          'suspended', app.shown_count(count(*) FILTER (WHERE s.kind = 'SUSPENDED'), exact),
          'interrupted', app.shown_count(count(*) FILTER (WHERE s.kind = 'INTERRUPTED'), exact))
      FROM public."Membership" h
      JOIN public."Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
      LEFT JOIN public."MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
      LEFT JOIN public."MemberSensitive" x ON x."committeeId" = h."committeeId" AND x."memberId" = h."memberId"
      LEFT JOIN public."MemberStatus" s ON s."committeeId" = h."committeeId" AND s."memberId" = h."memberId"
        AND s."startsOn" <= on_day AND (s."endsOn" IS NULL OR s."endsOn" > on_day)
      WHERE h."committeeId" = app.committee() AND h.kind = 'OFFICIAL' AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day);
  END;

-- The branches that the reader may look into, with their members on the day and their decided ratings of the year.
CREATE FUNCTION app.branch_figures(in_year int, on_day date, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH decided AS MATERIALIZED (SELECT * FROM app.decided_ratings(in_year)),
    heads AS (SELECT h."branchId" AS id, count(*) AS members FROM public."Membership" h
      WHERE h."committeeId" = app.committee() AND h.kind = 'OFFICIAL' AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day)
      GROUP BY h."branchId"),
    rated AS (SELECT d.branch_id AS id, count(d.level) AS rated, count(*) FILTER (WHERE d.level IN ('EXCELLENT', 'GOOD')) AS better
      FROM decided d WHERE d.subject = 'MEMBER' GROUP BY d.branch_id)
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'members', coalesce(h.members, 0),
        'rated', coalesce(r.rated, 0), 'goodOrBetter', coalesce(r.better, 0),
        'level', (SELECT d.level FROM decided d WHERE d.subject = 'BRANCH' AND d.branch_id = b.id)) ORDER BY coalesce(h.members, 0) DESC, b."sortKey"), '[]')
      FROM public."Branch" b LEFT JOIN heads h ON h.id = b.id LEFT JOIN rated r ON r.id = b.id
      WHERE b."committeeId" = app.committee() AND b."startsOn" <= on_day AND (b."endsOn" IS NULL OR b."endsOn" > on_day)
        AND (exact OR b.id = ANY (app.read_branches()));
  END;

CREATE FUNCTION app.head_figures(on_day date) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH villages AS (SELECT v.id, (SELECT p.education FROM public."CivilOffice" c
          JOIN public."BranchVillage" l ON l."committeeId" = c."committeeId" AND l."villageId" = c."villageId"
            AND l."startsOn" <= on_day AND (l."endsOn" IS NULL OR l."endsOn" > on_day)
          JOIN public."BranchOffice" o ON o."committeeId" = l."committeeId" AND o."branchId" = l."branchId" AND o."memberId" = c."memberId"
            AND o.kind = 'SECRETARY' AND o."startsOn" <= on_day AND (o."endsOn" IS NULL OR o."endsOn" > on_day)
          JOIN public."MemberProfile" p ON p."committeeId" = c."committeeId" AND p."memberId" = c."memberId"
          WHERE c."committeeId" = v."committeeId" AND c."villageId" = v.id AND c."startsOn" <= on_day AND (c."endsOn" IS NULL OR c."endsOn" > on_day)
          LIMIT 1) AS education
      FROM public."Village" v
      WHERE v."committeeId" = app.committee() AND v."startsOn" <= on_day AND (v."endsOn" IS NULL OR v."endsOn" > on_day))
    SELECT jsonb_build_object('villages', count(*), 'together', count(v.education),
        'schooled', count(*) FILTER (WHERE v.education IN ('LOWER_SECONDARY', 'UPPER_SECONDARY')))
      FROM villages v;
  END;

CREATE FUNCTION app.assignment_figures(on_day date) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('branches', count(DISTINCT b.id),
        'branchesWithMain', count(DISTINCT a."branchId") FILTER (WHERE a.role = 'MAIN'), 'people', count(DISTINCT a."memberId"))
      FROM public."Branch" b
      LEFT JOIN public."Assignment" a ON a."committeeId" = b."committeeId" AND a."branchId" = b.id
        AND a."startsOn" <= on_day AND (a."endsOn" IS NULL OR a."endsOn" > on_day)
      WHERE b."committeeId" = app.committee() AND b."startsOn" <= on_day AND (b."endsOn" IS NULL OR b."endsOn" > on_day);
  END;

CREATE FUNCTION app.inspection_figures(in_year int) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('events', count(DISTINCT i.id),
        'inspections', count(DISTINCT i.id) FILTER (WHERE i.mode = 'INSPECTION'),
        'supervisions', count(DISTINCT i.id) FILTER (WHERE i.mode = 'SUPERVISION'),
        'branches', count(DISTINCT s."branchId"), 'members', count(DISTINCT s."memberId"),
        'withDiscipline', count(DISTINCT i.id) FILTER (WHERE i."disciplineFollows"))
      FROM public."Inspection" i
      LEFT JOIN public."InspectionSubject" s ON s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
      WHERE i."committeeId" = app.committee() AND i.year = in_year AND i.state = 'CONCLUDED';
  END;

-- One year's ratings: members, branches, the committee. Null where nothing has been decided.
CREATE FUNCTION app.rating_figures(in_year int, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH counts AS (SELECT d.subject, count(d.level) AS rated, count(d.not_rated) AS not_rated,
        count(*) FILTER (WHERE d.level = 'EXCELLENT') AS excellent, count(*) FILTER (WHERE d.level = 'GOOD') AS good,
        count(*) FILTER (WHERE d.level = 'COMPLETED') AS completed, count(*) FILTER (WHERE d.level = 'FAILED') AS failed
      FROM app.decided_ratings(in_year) d GROUP BY d.subject)
    SELECT jsonb_build_object('year', in_year,
      'members', (SELECT jsonb_build_object('rated', c.rated, 'notRated', app.shown_count(c.not_rated, exact), 'goodOrBetter', c.excellent + c.good)
          || app.shown_pair('EXCELLENT', c.excellent, 'GOOD', c.good, exact) || app.shown_pair('COMPLETED', c.completed, 'FAILED', c.failed, exact)
        FROM counts c WHERE c.subject = 'MEMBER'),
      'branches', (SELECT jsonb_build_object('rated', c.rated, 'notRated', c.not_rated, 'goodOrBetter', c.excellent + c.good,
          'EXCELLENT', c.excellent, 'GOOD', c.good, 'COMPLETED', c.completed, 'FAILED', c.failed)
        FROM counts c WHERE c.subject = 'BRANCH'),
      'committee', (SELECT d.level FROM app.decided_ratings(in_year) d WHERE d.subject = 'COMMITTEE'),
      'targets', (SELECT coalesce(jsonb_object_agg(t.kind, t.value), '{}') FROM public."Target" t WHERE t."committeeId" = app.committee() AND t.year = in_year));
  END;

-- All published figures of one year, as of a day in it. Refused to who reads nothing of the register.
CREATE FUNCTION app.year_figures(in_year int, on_day date) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
  exact boolean := app.has('[SOL]');
BEGIN
  IF committee IS NULL OR NOT app.has('[SOLIBC]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  RETURN jsonb_build_object(
    'body', (SELECT jsonb_build_object('name', n.name, 'superiorName', n."superiorName") FROM public."CommitteeName" n
      WHERE n."committeeId" = committee AND n."startsOn" <= on_day AND (n."endsOn" IS NULL OR n."endsOn" > on_day)),
    'members', app.member_figures(on_day, exact),
    'byBranch', app.branch_figures(in_year, on_day, exact),
    'heads', app.head_figures(on_day),
    'assignments', app.assignment_figures(on_day),
    'inspections', app.inspection_figures(in_year),
    'ratings', app.rating_figures(in_year, exact),
    'next', (SELECT coalesce(jsonb_object_agg(t.kind, t.value), '{}') FROM public."Target" t WHERE t."committeeId" = committee AND t.year = in_year + 1));
END $$;

-- The ratings of every year that has a round or a target, up to the given one.
CREATE FUNCTION app.rating_years(last_year int) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF app.committee() IS NULL OR NOT app.has('[SOLIBC]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  RETURN (SELECT coalesce(jsonb_agg(app.rating_figures(y.year, app.has('[SOL]')) ORDER BY y.year), '[]')
    FROM (SELECT DISTINCT o.year FROM public."RatingRound" o WHERE o."committeeId" = app.committee() AND o.quarter IS NULL AND o.year <= last_year) y);
END $$;

GRANT EXECUTE ON FUNCTION app.year_figures(int, date), app.rating_years(int) TO sodb_app;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('shown_count', 'shown_pair', 'decided_ratings', 'member_figures', 'branch_figures', 'head_figures', 'assignment_figures',
      'inspection_figures', 'rating_figures', 'year_figures', 'rating_years') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
