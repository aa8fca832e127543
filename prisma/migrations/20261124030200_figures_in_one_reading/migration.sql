-- The figures again, with the committee looked up once and the ratings of all years counted in one pass.
SET LOCAL ROLE sodb_resolver;
DROP FUNCTION app.year_figures(int, date), app.rating_years(int);
DROP FUNCTION app.rating_figures(int, boolean), app.branch_figures(int, date, boolean), app.member_figures(date, boolean),
  app.head_figures(date), app.assignment_figures(date), app.inspection_figures(int);
DROP FUNCTION app.decided_ratings(int);
RESET ROLE;

CREATE FUNCTION app.member_figures(of_committee uuid, on_day date, exact boolean) RETURNS jsonb
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
      WHERE h."committeeId" = of_committee AND h.kind = 'OFFICIAL' AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day);
  END;

CREATE FUNCTION app.head_figures(of_committee uuid, on_day date) RETURNS jsonb
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
      WHERE v."committeeId" = of_committee AND v."startsOn" <= on_day AND (v."endsOn" IS NULL OR v."endsOn" > on_day))
    SELECT jsonb_build_object('villages', count(*), 'together', count(v.education),
        'schooled', count(*) FILTER (WHERE v.education IN ('LOWER_SECONDARY', 'UPPER_SECONDARY')))
      FROM villages v;
  END;

CREATE FUNCTION app.assignment_figures(of_committee uuid, on_day date) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('branches', count(DISTINCT b.id),
        'branchesWithMain', count(DISTINCT a."branchId") FILTER (WHERE a.role = 'MAIN'), 'people', count(DISTINCT a."memberId"))
      FROM public."Branch" b
      LEFT JOIN public."Assignment" a ON a."committeeId" = b."committeeId" AND a."branchId" = b.id
        AND a."startsOn" <= on_day AND (a."endsOn" IS NULL OR a."endsOn" > on_day)
      WHERE b."committeeId" = of_committee AND b."startsOn" <= on_day AND (b."endsOn" IS NULL OR b."endsOn" > on_day);
  END;

CREATE FUNCTION app.inspection_figures(of_committee uuid, in_year int) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT jsonb_build_object('events', count(DISTINCT i.id),
        'inspections', count(DISTINCT i.id) FILTER (WHERE i.mode = 'INSPECTION'),
        'supervisions', count(DISTINCT i.id) FILTER (WHERE i.mode = 'SUPERVISION'),
        'branches', count(DISTINCT s."branchId"), 'members', count(DISTINCT s."memberId"),
        'withDiscipline', count(DISTINCT i.id) FILTER (WHERE i."disciplineFollows"))
      FROM public."Inspection" i
      LEFT JOIN public."InspectionSubject" s ON s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
      WHERE i."committeeId" = of_committee AND i.year = in_year AND i.state = 'CONCLUDED';
  END;

-- The branches that the reader may look into, with their members on the day and their decided ratings of the year.
CREATE FUNCTION app.branch_figures(of_committee uuid, in_year int, on_day date, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH heads AS (SELECT h."branchId" AS id, count(*) AS members FROM public."Membership" h
      WHERE h."committeeId" = of_committee AND h.kind = 'OFFICIAL' AND h."startsOn" <= on_day AND (h."endsOn" IS NULL OR h."endsOn" > on_day)
      GROUP BY h."branchId"),
    rated AS (SELECT r."branchId" AS id, count(r.level) FILTER (WHERE r.subject = 'MEMBER') AS rated,
        count(*) FILTER (WHERE r.subject = 'MEMBER' AND r.level IN ('EXCELLENT', 'GOOD')) AS better,
        max(r.level::text) FILTER (WHERE r.subject = 'BRANCH') AS level
      FROM public."RatingRound" o JOIN public."Rating" r ON r."committeeId" = o."committeeId" AND r."roundId" = o.id
      WHERE o."committeeId" = of_committee AND o.year = in_year AND o.quarter IS NULL
        AND r.state = 'DECIDED' AND r."supersededById" IS NULL AND r."branchId" IS NOT NULL
      GROUP BY r."branchId")
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'members', coalesce(h.members, 0), 'rated', coalesce(r.rated, 0),
        'goodOrBetter', coalesce(r.better, 0), 'level', r.level) ORDER BY coalesce(h.members, 0) DESC, b."sortKey"), '[]')
      FROM public."Branch" b LEFT JOIN heads h ON h.id = b.id LEFT JOIN rated r ON r.id = b.id
      WHERE b."committeeId" = of_committee AND b."startsOn" <= on_day AND (b."endsOn" IS NULL OR b."endsOn" > on_day)
        AND (exact OR b.id = ANY ((SELECT app.read_branches())::uuid[]));
  END;

-- The decided ratings of a year, or of every year that has a round; a corrected one counts once. Null where nothing has been decided.
CREATE FUNCTION app.rating_figures(of_committee uuid, in_year int, exact boolean) RETURNS TABLE (year int, figures jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    WITH years AS (SELECT in_year AS year WHERE in_year IS NOT NULL
      UNION SELECT o.year FROM public."RatingRound" o WHERE o."committeeId" = of_committee AND o.quarter IS NULL AND in_year IS NULL),
    counts AS MATERIALIZED (SELECT o.year, r.subject, count(r.level) AS rated, count(r."notRatedReason") AS not_rated, max(r.level::text) AS level,
        count(*) FILTER (WHERE r.level = 'EXCELLENT') AS excellent, count(*) FILTER (WHERE r.level = 'GOOD') AS good,
        count(*) FILTER (WHERE r.level = 'COMPLETED') AS completed, count(*) FILTER (WHERE r.level = 'FAILED') AS failed
      FROM public."RatingRound" o JOIN public."Rating" r ON r."committeeId" = o."committeeId" AND r."roundId" = o.id
      WHERE o."committeeId" = of_committee AND o.quarter IS NULL AND (in_year IS NULL OR o.year = in_year)
        AND r.state = 'DECIDED' AND r."supersededById" IS NULL
      GROUP BY o.year, r.subject)
    SELECT y.year, jsonb_build_object('year', y.year,
      'members', (SELECT jsonb_build_object('rated', c.rated, 'notRated', app.shown_count(c.not_rated, exact), 'goodOrBetter', c.excellent + c.good)
          || app.shown_pair('EXCELLENT', c.excellent, 'GOOD', c.good, exact) || app.shown_pair('COMPLETED', c.completed, 'FAILED', c.failed, exact)
        FROM counts c WHERE c.year = y.year AND c.subject = 'MEMBER'),
      'branches', (SELECT jsonb_build_object('rated', c.rated, 'notRated', c.not_rated, 'goodOrBetter', c.excellent + c.good,
          'EXCELLENT', c.excellent, 'GOOD', c.good, 'COMPLETED', c.completed, 'FAILED', c.failed)
        FROM counts c WHERE c.year = y.year AND c.subject = 'BRANCH'),
      'committee', (SELECT c.level FROM counts c WHERE c.year = y.year AND c.subject = 'COMMITTEE'),
      'targets', (SELECT coalesce(jsonb_object_agg(t.kind, t.value), '{}') FROM public."Target" t
        WHERE t."committeeId" = of_committee AND t.year = y.year))
      FROM years y;
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
    'members', app.member_figures(committee, on_day, exact),
    'byBranch', app.branch_figures(committee, in_year, on_day, exact),
    'heads', app.head_figures(committee, on_day),
    'assignments', app.assignment_figures(committee, on_day),
    'inspections', app.inspection_figures(committee, in_year),
    'ratings', (SELECT r.figures FROM app.rating_figures(committee, in_year, exact) r),
    'next', (SELECT coalesce(jsonb_object_agg(t.kind, t.value), '{}') FROM public."Target" t WHERE t."committeeId" = committee AND t.year = in_year + 1));
END $$;

-- The ratings of every year that has a round, up to the given one, oldest first.
CREATE FUNCTION app.rating_years(last_year int) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  committee uuid := app.committee();
BEGIN
  IF committee IS NULL OR NOT app.has('[SOLIBC]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  RETURN (SELECT coalesce(jsonb_agg(r.figures ORDER BY r.year), '[]')
    FROM app.rating_figures(committee, NULL, app.has('[SOL]')) r WHERE r.year <= last_year);
END $$;

GRANT EXECUTE ON FUNCTION app.year_figures(int, date), app.rating_years(int) TO sodb_app;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('member_figures', 'branch_figures', 'head_figures', 'assignment_figures', 'inspection_figures', 'rating_figures',
      'year_figures', 'rating_years') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
