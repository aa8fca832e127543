-- Programmes of the committee's bodies, the commission's among them, are kept by the office alone; inspectors read them.
ALTER POLICY programme_insert ON public."InspectionProgramme"
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND state = 'DRAFT' AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND ((SELECT app.has('[SO]'))
      OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
ALTER POLICY programme_update ON public."InspectionProgramme"
  USING ("committeeId" = (SELECT app.committee()) AND state = 'DRAFT'
    AND ((SELECT app.has('[SO]'))
      OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (state = 'DRAFT' OR "issuedById" IS NOT DISTINCT FROM (SELECT app.account())));
ALTER POLICY line_insert ON public."ProgrammeLine"
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND num_nonnulls("droppedOn", "doneOn") = 0
    AND EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId"
      AND (p.state = 'ISSUED') = ("addedOn" IS NOT NULL)
      AND ((SELECT app.has('[SO]'))
        OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
ALTER POLICY line_update ON public."ProgrammeLine"
  USING ("committeeId" = (SELECT app.committee()) AND "droppedOn" IS NULL
    AND EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId"
      AND p.state = 'ISSUED' AND ((SELECT app.has('[SO]'))
        OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))))
  -- Only a branch says of its plan what is done; the meeting it names is its own.
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND ("doneOn" IS NULL OR EXISTS (SELECT 1 FROM public."InspectionProgramme" p
      WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId" AND p."branchId" IS NOT NULL
        AND ("doneMeetingId" IS NULL OR EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = p."committeeId"
          AND m.id = "doneMeetingId" AND m."branchId" = p."branchId")))));
ALTER POLICY line_delete ON public."ProgrammeLine"
  USING ("committeeId" = (SELECT app.committee())
    AND EXISTS (SELECT 1 FROM public."InspectionProgramme" p WHERE p."committeeId" = "ProgrammeLine"."committeeId" AND p.id = "programmeId"
      AND p.state = 'DRAFT' AND ((SELECT app.has('[SO]'))
        OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
ALTER POLICY subject_insert ON public."ProgrammeSubject"
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND coalesce("memberId" <> (SELECT app.member()), true) AND NOT coalesce("branchId" = ANY ((SELECT app.own_branches())::uuid[]), false)
    AND EXISTS (SELECT 1 FROM public."ProgrammeLine" l JOIN public."InspectionProgramme" p
      ON p."committeeId" = l."committeeId" AND p.id = l."programmeId" WHERE l."committeeId" = "ProgrammeSubject"."committeeId"
        AND l.id = "lineId" AND (p.state = 'DRAFT' OR l.xmin = pg_current_xact_id()::xid)
        AND ("ProgrammeSubject"."branchId" IS NULL OR p."branchId" IS NULL)
        AND ((SELECT app.has('[SO]'))
          OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
ALTER POLICY subject_delete ON public."ProgrammeSubject"
  USING ("committeeId" = (SELECT app.committee())
    AND EXISTS (SELECT 1 FROM public."ProgrammeLine" l JOIN public."InspectionProgramme" p
      ON p."committeeId" = l."committeeId" AND p.id = l."programmeId" WHERE l."committeeId" = "ProgrammeSubject"."committeeId"
        AND l.id = "lineId" AND p.state = 'DRAFT'
        AND ((SELECT app.has('[SO]'))
          OR p."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));
