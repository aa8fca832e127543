-- How many files of the whole register the person has taken or ordered today, by the commune's day. The next one waits until this
-- transaction is over; each statement of the function sees what was committed before it, so that many at once are counted one after
-- the other. It sees what the person sees.
CREATE FUNCTION app.whole_files_today() RETURNS integer LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog AS $$
DECLARE
  register uuid := app.committee();
  person uuid := app.account();
  began timestamptz := app.today()::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh';
  counted integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('whole files ' || person));
  SELECT count(*) INTO counted FROM (
    SELECT l.params ->> 'serial' FROM public."AccessLog" l WHERE l."committeeId" = register AND l."accountId" = person
      AND l.type IN ('members.exported', 'document.exported') AND l.at >= began AND l.params ->> 'whole' = 'true'
    UNION
    SELECT o.serial FROM public."ExportOrder" o WHERE o."committeeId" = register AND o."accountId" = person
      AND o."orderedAt" >= began AND o."isWhole") taken;
  RETURN counted;
END $$;
REVOKE ALL ON FUNCTION app.whole_files_today() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.whole_files_today() TO sodb_app;
