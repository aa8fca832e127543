-- The audit trail: written by one function, chained by hash, one chain per committee.
GRANT SELECT, INSERT, UPDATE ON public."AuditHead" TO sodb_resolver;
GRANT SELECT, INSERT ON public."AuditEvent", public."AuditChange" TO sodb_resolver;
CREATE POLICY resolver_writes ON public."AuditHead" TO sodb_resolver USING (true) WITH CHECK (true);
CREATE POLICY resolver_inserts ON public."AuditEvent" FOR INSERT TO sodb_resolver WITH CHECK (true);
CREATE POLICY resolver_inserts ON public."AuditChange" FOR INSERT TO sodb_resolver WITH CHECK (true);

-- What is hashed: the event with its changes, as one JSON text, after the hash before it.
CREATE FUNCTION app.audit_hash(previous bytea, e public."AuditEvent", changes jsonb) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog SET "TimeZone" = 'UTC'
  BEGIN ATOMIC
    SELECT sha256(previous || convert_to(((to_jsonb(e) - 'hash' - 'previous') || jsonb_build_object('changes', changes))::text, 'UTF8'));
  END;

CREATE FUNCTION app.append_audit(event jsonb, changes jsonb) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog SET "TimeZone" = 'UTC' AS $$
DECLARE
  committee uuid := app.committee();
  head public."AuditHead";
  e public."AuditEvent";
BEGIN
  IF committee IS NULL THEN RAISE EXCEPTION 'no context' USING ERRCODE = '42501'; END IF;
  changes := (SELECT coalesce(jsonb_agg(jsonb_build_object('record', c.value -> 'record', 'recordId', c.value -> 'recordId',
    'before', nullif(c.value -> 'before', 'null'), 'after', nullif(c.value -> 'after', 'null')) ORDER BY c.n), '[]')
    FROM jsonb_array_elements(changes) WITH ORDINALITY c(value, n));
  INSERT INTO public."AuditHead" ("committeeId", seq, hash) VALUES (committee, 0, '\x00'::bytea) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM public."AuditHead" h WHERE h."committeeId" = committee FOR UPDATE;
  e."committeeId" := committee;
  e.seq := head.seq + 1;
  e.id := gen_random_uuid();
  e.at := date_trunc('milliseconds', clock_timestamp());
  e.type := event ->> 'type';
  e."accountId" := app.account();
  e."actorName" := event ->> 'actorName';
  e."sessionId" := app.session_id();
  e."subjectKind" := event ->> 'subjectKind';
  e."subjectId" := (event ->> 'subjectId')::uuid;
  e."subjectName" := event ->> 'subjectName';
  e."branchId" := (event ->> 'branchId')::uuid;
  e.params := coalesce(event -> 'params', '{}');
  e.reason := event ->> 'reason';
  e.previous := head.hash;
  e.hash := app.audit_hash(head.hash, e, changes);
  INSERT INTO public."AuditEvent" VALUES (e.*);
  INSERT INTO public."AuditChange" ("committeeId", seq, position, record, "recordId", before, after)
    SELECT committee, e.seq, c.n - 1, c.value ->> 'record', (c.value ->> 'recordId')::uuid, nullif(c.value -> 'before', 'null'), nullif(c.value -> 'after', 'null')
    FROM jsonb_array_elements(changes) WITH ORDINALITY c(value, n);
  UPDATE public."AuditHead" SET seq = e.seq, hash = e.hash WHERE "committeeId" = committee;
  RETURN e.seq;
END $$;

-- Recomputes the chain: the first faulty sequence number, or null with the count where all is well.
CREATE FUNCTION app.verify_audit(OUT checked bigint, OUT first_fault bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET "TimeZone" = 'UTC' AS $$
DECLARE
  e public."AuditEvent";
  changes jsonb;
  expected_seq bigint := 1;
  previous bytea := '\x00';
  earlier timestamptz := '-infinity';
  head public."AuditHead";
BEGIN
  checked := 0;
  IF NOT app.has('[SLOA]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
  FOR e IN SELECT * FROM public."AuditEvent" x WHERE x."committeeId" = app.committee() ORDER BY x.seq LOOP
    SELECT coalesce(jsonb_agg(jsonb_build_object('record', c.record, 'recordId', c."recordId", 'before', c.before, 'after', c.after) ORDER BY c.position), '[]')
      INTO changes FROM public."AuditChange" c WHERE c."committeeId" = e."committeeId" AND c.seq = e.seq;
    IF e.seq <> expected_seq OR e.previous <> previous OR e.at < earlier OR e.hash <> app.audit_hash(previous, e, changes) THEN
      first_fault := expected_seq;
      RETURN;
    END IF;
    previous := e.hash;
    earlier := e.at;
    expected_seq := expected_seq + 1;
    checked := checked + 1;
  END LOOP;
  SELECT * INTO head FROM public."AuditHead" h WHERE h."committeeId" = app.committee();
  IF FOUND AND (head.seq <> checked OR head.hash <> previous) THEN first_fault := checked + 1; END IF;
END $$;

GRANT EXECUTE ON FUNCTION app.append_audit(jsonb, jsonb), app.verify_audit() TO sodb_app;
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('audit_hash', 'append_audit', 'verify_audit') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sodb_resolver', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO sodb_resolver', f);
  END LOOP;
END $$;
