-- The chain is checked by who reads the trail: leadership and administrators.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.verify_audit(OUT checked bigint, OUT first_fault bigint)
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
  IF NOT app.has('[SLA]') THEN RAISE EXCEPTION 'no right' USING ERRCODE = '42501'; END IF;
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
RESET ROLE;
