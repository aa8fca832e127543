CREATE TYPE "BulkEditState" AS ENUM ('PREPARED', 'DONE', 'UNDONE');
CREATE TYPE "BulkOutcome" AS ENUM ('CHANGE', 'SAME', 'NOT_YOURS', 'LEFT', 'RESTORED', 'KEPT');

CREATE TABLE "BulkEdit" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "editorName" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "state" "BulkEditState" NOT NULL DEFAULT 'PREPARED',
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "undoEndsAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BulkEdit_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE TABLE "BulkEditRow" (
    "committeeId" UUID NOT NULL,
    "editId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "outcome" "BulkOutcome" NOT NULL,
    "before" TEXT,
    "memberVersion" INTEGER NOT NULL,

    CONSTRAINT "BulkEditRow_pkey" PRIMARY KEY ("committeeId","editId","memberId")
);

CREATE INDEX "BulkEdit_committeeId_preparedAt_idx" ON "BulkEdit"("committeeId", "preparedAt");
ALTER TABLE "BulkEditRow" ADD CONSTRAINT "BulkEditRow_committeeId_editId_fkey" FOREIGN KEY ("committeeId", "editId") REFERENCES "BulkEdit"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."BulkEdit"
  ADD CONSTRAINT "BulkEdit_done" CHECK ((state = 'PREPARED') = ("doneAt" IS NULL) AND ("doneAt" IS NULL) = ("undoEndsAt" IS NULL)),
  ADD CONSTRAINT "BulkEdit_undone" CHECK ((state = 'UNDONE') = ("undoneAt" IS NOT NULL));
ALTER TABLE public."BulkEditRow"
  ADD CONSTRAINT "BulkEditRow_left_out" CHECK (outcome IN ('CHANGE', 'RESTORED', 'KEPT') OR before IS NULL);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['BulkEdit', 'BulkEditRow'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
    EXECUTE format('GRANT SELECT, DELETE ON public.%I TO sodb_resolver', t);
    EXECUTE format('CREATE POLICY resolver_reads ON public.%I FOR SELECT TO sodb_resolver USING (true)', t);
    EXECUTE format('CREATE POLICY resolver_purges ON public.%I FOR DELETE TO sodb_resolver USING (true)', t);
  END LOOP;
END $$;

-- What was looked at never changes; only what became of it is added.
GRANT UPDATE (state, "doneAt", "undoEndsAt", "undoneAt", version) ON public."BulkEdit" TO sodb_app;
GRANT UPDATE (outcome) ON public."BulkEditRow" TO sodb_app;

-- A bulk edit is its editor's and the office's. What a secretary's one held of somebody who has left the branch stays closed.
CREATE POLICY bulk_read ON public."BulkEdit" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]'))
    OR (SELECT app.has('B')) AND "accountId" = (SELECT app.account())));
CREATE POLICY bulk_insert ON public."BulkEdit" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[OB]')) AND "accountId" = (SELECT app.account())
    AND state = 'PREPARED');
CREATE POLICY bulk_update ON public."BulkEdit" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND state <> 'UNDONE' AND ((SELECT app.has('[SO]'))
    OR (SELECT app.has('B')) AND "accountId" = (SELECT app.account())))
  WITH CHECK ("committeeId" = (SELECT app.committee()));

CREATE POLICY bulk_row_read ON public."BulkEditRow" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SO]')) OR (SELECT app.has('B'))
    AND (outcome IN ('SAME', 'NOT_YOURS', 'LEFT') OR "memberId" = ANY ((SELECT app.own_members())::uuid[]))
    AND EXISTS (SELECT 1 FROM public."BulkEdit" e WHERE e."committeeId" = "BulkEditRow"."committeeId" AND e.id = "editId"
      AND e."accountId" = (SELECT app.account()))));
CREATE POLICY bulk_row_insert ON public."BulkEditRow" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[OB]'))
    AND EXISTS (SELECT 1 FROM public."BulkEdit" e WHERE e."committeeId" = "BulkEditRow"."committeeId" AND e.id = "editId"
      AND e."accountId" = (SELECT app.account()) AND e.state = 'PREPARED'));
CREATE POLICY bulk_row_update ON public."BulkEditRow" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND outcome = 'CHANGE' AND ((SELECT app.has('[SO]')) OR (SELECT app.has('B'))
    AND "memberId" = ANY ((SELECT app.own_members())::uuid[])
    AND EXISTS (SELECT 1 FROM public."BulkEdit" e WHERE e."committeeId" = "BulkEditRow"."committeeId" AND e.id = "editId"
      AND e."accountId" = (SELECT app.account()))))
  WITH CHECK ("committeeId" = (SELECT app.committee()));

-- The hourly housekeeping: the values before are kept as long as they can be brought back, what was only prepared for a day.
CREATE FUNCTION app.purge_bulk_edits() RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM public."BulkEditRow" r USING public."BulkEdit" e
    WHERE e."committeeId" = r."committeeId" AND e.id = r."editId"
      AND coalesce(e."undoEndsAt", e."preparedAt" + interval '1 day') < now();
  DELETE FROM public."BulkEdit" e WHERE e.state = 'PREPARED' AND e."preparedAt" + interval '1 day' < now();
END $$;
REVOKE ALL ON FUNCTION app.purge_bulk_edits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.purge_bulk_edits() TO sodb_app;
ALTER FUNCTION app.purge_bulk_edits() OWNER TO sodb_resolver;
