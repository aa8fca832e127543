-- What a branch decides in its meeting is its own to do; what a body of the committee decides is the committee's, for any branch.
ALTER TABLE public."Task" DROP CONSTRAINT "Task_of_a_meeting_is_the_branchs";
CREATE FUNCTION public.task_is_of_who_met() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public."Meeting" m WHERE m."committeeId" = NEW."committeeId" AND m.id = NEW."meetingId"
    AND CASE WHEN m.body IS NULL THEN NEW.giver = 'BRANCH' AND m."branchId" = NEW."branchId" ELSE NEW.giver = 'COMMITTEE' END) THEN
    RAISE EXCEPTION 'a task of a meeting is given by who met' USING ERRCODE = '23514', CONSTRAINT = 'Task_of_who_met';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_is_of_who_met BEFORE INSERT ON public."Task"
  FOR EACH ROW WHEN (NEW."meetingId" IS NOT NULL) EXECUTE FUNCTION public.task_is_of_who_met();
