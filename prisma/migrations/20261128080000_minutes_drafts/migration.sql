-- What somebody has typed of the minutes of a meeting and not sent yet. It is theirs alone, and goes when the minutes are sent.
CREATE TABLE public."MinutesDraft" (
  "committeeId" UUID NOT NULL,
  "meetingId" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "meetingVersion" INTEGER NOT NULL,
  "entries" JSONB NOT NULL,
  "keptAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "MinutesDraft_pkey" PRIMARY KEY ("committeeId", "meetingId", "accountId"),
  CONSTRAINT "MinutesDraft_entries" CHECK (jsonb_typeof("entries") = 'object' AND length("entries"::text) <= 1000000)
);
ALTER TABLE public."MinutesDraft" ADD CONSTRAINT "MinutesDraft_committeeId_meetingId_fkey"
  FOREIGN KEY ("committeeId", "meetingId") REFERENCES public."Meeting"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."MinutesDraft" ADD CONSTRAINT "MinutesDraft_accountId_fkey"
  FOREIGN KEY ("accountId") REFERENCES public."Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON public."MinutesDraft" TO sodb_app;
GRANT SELECT ON public."MinutesDraft" TO sodb_backup;
ALTER TABLE public."MinutesDraft" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."MinutesDraft" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."MinutesDraft" TO CURRENT_USER USING (true) WITH CHECK (true);

-- A draft is its owner's, of minutes that are not sent and that the owner keeps.
CREATE POLICY draft_own ON public."MinutesDraft" FOR ALL TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Meeting" m
      WHERE m."committeeId" = "MinutesDraft"."committeeId" AND m.id = "MinutesDraft"."meetingId" AND m.state = 'DRAFT'
        AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."Meeting" m
      WHERE m."committeeId" = "MinutesDraft"."committeeId" AND m.id = "MinutesDraft"."meetingId" AND m.state = 'DRAFT'
        AND ((SELECT app.has('[SO]')) OR m."branchId" = ANY ((SELECT app.own_branches())::uuid[]))));

-- Whoever sends the minutes does not see the drafts of others, and yet they go.
CREATE FUNCTION app.end_minutes_drafts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM public."MinutesDraft" d WHERE d."committeeId" = NEW."committeeId" AND d."meetingId" = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_minutes_drafts() FROM PUBLIC;
CREATE TRIGGER "Meeting_ends_drafts" AFTER UPDATE OF state ON public."Meeting"
  FOR EACH ROW WHEN (OLD.state = 'DRAFT' AND NEW.state <> 'DRAFT') EXECUTE FUNCTION app.end_minutes_drafts();
