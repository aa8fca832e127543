-- A plan of assignments may be called otherwise while it is a draft, and in no other state.
GRANT UPDATE (name) ON public."AssignmentPlan" TO sodb_app;
CREATE FUNCTION public.plan_name_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' OR NEW.state <> 'DRAFT' THEN
    RAISE EXCEPTION 'only a draft is renamed' USING ERRCODE = '23514', CONSTRAINT = 'AssignmentPlan_name_of_draft';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AssignmentPlan_name_of_draft" BEFORE UPDATE ON public."AssignmentPlan"
  FOR EACH ROW WHEN (NEW.name IS DISTINCT FROM OLD.name) EXECUTE FUNCTION public.plan_name_of_draft();
