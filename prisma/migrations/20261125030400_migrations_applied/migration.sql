-- How many migrations this database has seen: the health check compares it with those of the program.
GRANT SELECT ON public._prisma_migrations TO sodb_resolver;
CREATE FUNCTION app.migrations_applied() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC
    SELECT count(*)::int FROM public._prisma_migrations m WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL;
  END;
REVOKE ALL ON FUNCTION app.migrations_applied() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.migrations_applied() TO sodb_app;
ALTER FUNCTION app.migrations_applied() OWNER TO sodb_resolver;
