-- Where each field of a member's record comes from: the last event that set it, when and by whom. Never a value, and only
-- of members whose profile the reader may open.
CREATE FUNCTION app.field_sources(of_member uuid)
  RETURNS TABLE (field text, event text, at timestamptz, actor text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT DISTINCT ON (k.field) k.field, e.type, e.at, e."actorName"
    FROM public."AuditChange" c
    JOIN public."AuditEvent" e ON e."committeeId" = c."committeeId" AND e.seq = c.seq
    CROSS JOIN LATERAL jsonb_object_keys(coalesce(c.after, '{}')) AS k(field)
    WHERE c."committeeId" = app.committee() AND c."recordId" = of_member AND c.record = 'Member'
      AND (app.has('[SOL]') OR of_member = ANY (app.open_profiles()))
    ORDER BY k.field, e.seq DESC;
  END;
GRANT SELECT ON public."AuditChange" TO sodb_resolver;
REVOKE ALL ON FUNCTION app.field_sources(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.field_sources(uuid) TO sodb_app;
ALTER FUNCTION app.field_sources(uuid) OWNER TO sodb_resolver;
