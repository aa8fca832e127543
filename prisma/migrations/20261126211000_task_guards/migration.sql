-- A task of the committee is accepted as it was reported, in the hand of another one; a policy sees only the row as it becomes.
-- Its deadline is moved by those who give such tasks.
CREATE FUNCTION public.task_keeps_its_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.giver = 'COMMITTEE' AND NEW.state = 'DONE'
    AND (OLD.state NOT IN ('REPORTED', 'DONE') OR NEW."reportedById" IS DISTINCT FROM OLD."reportedById") THEN
    RAISE EXCEPTION 'a task of the committee is accepted as it was reported' USING ERRCODE = '42501';
  END IF;
  IF current_user = 'sodb_app' AND NEW.giver = 'COMMITTEE' AND NEW."deadlineOn" <> OLD."deadlineOn" AND NOT app.has('[SOL]') THEN
    RAISE EXCEPTION 'the deadline of a task of the committee is moved by who gives such tasks' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_keeps_its_report BEFORE UPDATE ON public."Task" FOR EACH ROW EXECUTE FUNCTION public.task_keeps_its_report();

-- The records of a member lie in the tables that move with the member, and in those that never do: a new table is named once.
SET LOCAL ROLE sodb_resolver;
CREATE OR REPLACE FUNCTION app.member_records(of_member uuid) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE t text;
BEGIN
  RETURN NEXT of_member;
  FOREACH t IN ARRAY app.tables_of_member() || ARRAY['Rating', 'PartyBadge', 'Dossier', 'Transfer'] LOOP
    RETURN QUERY EXECUTE format('SELECT r.id FROM public.%I r WHERE r."committeeId" = $1 AND r."memberId" = $2', t)
      USING app.committee(), of_member;
  END LOOP;
END $$;
RESET ROLE;
