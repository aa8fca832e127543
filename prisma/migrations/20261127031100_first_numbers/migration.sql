-- From which number the register goes on with own papers of a kind, where they were numbered on paper before in that term.
CREATE TABLE "FirstNumber" (
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "kind" "PartyDocumentKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FirstNumber_pkey" PRIMARY KEY ("committeeId","termId","kind")
);
ALTER TABLE "FirstNumber" ADD CONSTRAINT "FirstNumber_committeeId_termId_fkey" FOREIGN KEY ("committeeId", "termId") REFERENCES "Term"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."FirstNumber" ADD CONSTRAINT "FirstNumber_number" CHECK (number BETWEEN 1 AND 99999);

ALTER TABLE public."FirstNumber" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."FirstNumber" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."FirstNumber" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
GRANT SELECT, INSERT ON public."FirstNumber" TO sodb_app;
GRANT UPDATE (number, reason, "recordedById", "recordedBy", "recordedAt", version) ON public."FirstNumber" TO sodb_app;
GRANT SELECT ON public."FirstNumber" TO sodb_backup;
CREATE POLICY first_number_read ON public."FirstNumber" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOL]')));
CREATE POLICY first_number_insert ON public."FirstNumber" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account()));
CREATE POLICY first_number_update ON public."FirstNumber" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')))
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account()));

-- It is said before the first number is given. Both take the lock that whoever gives a number takes.
CREATE FUNCTION public.first_number_comes_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('document number ' || NEW."committeeId" || ' ' || NEW."termId" || ' ' || NEW.kind));
  IF EXISTS (SELECT 1 FROM public."PartyDocument" d WHERE d."committeeId" = NEW."committeeId" AND d.direction = 'OWN'
      AND d."termId" = NEW."termId" AND d.kind = NEW.kind) THEN
    RAISE EXCEPTION 'a number was given' USING ERRCODE = '23514', CONSTRAINT = 'FirstNumber_comes_first';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "FirstNumber_comes_first" BEFORE INSERT OR UPDATE ON public."FirstNumber"
  FOR EACH ROW EXECUTE FUNCTION public.first_number_comes_first();

-- From there on own numbers follow each other without a gap; one that is taken is refused by its index.
CREATE FUNCTION public.own_numbers_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first_one integer;
  last_one integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('document number ' || NEW."committeeId" || ' ' || NEW."termId" || ' ' || NEW.kind));
  SELECT min(f.number) INTO first_one FROM public."FirstNumber" f
    WHERE f."committeeId" = NEW."committeeId" AND f."termId" = NEW."termId" AND f.kind = NEW.kind;
  SELECT max(d.number) INTO last_one FROM public."PartyDocument" d WHERE d."committeeId" = NEW."committeeId" AND d.direction = 'OWN'
    AND d."termId" = NEW."termId" AND d.kind = NEW.kind;
  first_one := coalesce(first_one, 1);
  IF NEW.number <> coalesce(last_one + 1, first_one) AND (last_one IS NULL OR NEW.number NOT BETWEEN first_one AND last_one) THEN
    RAISE EXCEPTION 'own numbers follow without a gap' USING ERRCODE = '23514', CONSTRAINT = 'PartyDocument_own_numbers_follow';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PartyDocument_own_numbers_follow" BEFORE INSERT ON public."PartyDocument"
  FOR EACH ROW WHEN (NEW.direction = 'OWN') EXECUTE FUNCTION public.own_numbers_follow();
