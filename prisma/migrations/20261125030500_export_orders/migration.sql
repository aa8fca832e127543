-- A file with sensitive columns is ordered first, with its purpose, and can be fetched by who ordered it for a short time.
CREATE TABLE public."ExportOrder" (
  "committeeId" uuid NOT NULL,
  id uuid NOT NULL,
  "accountId" uuid NOT NULL,
  filters jsonb NOT NULL,
  columns text[] NOT NULL,
  purpose text NOT NULL,
  "rowCount" integer NOT NULL,
  "isWhole" boolean NOT NULL,
  serial text NOT NULL,
  "orderedAt" timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT "ExportOrder_pkey" PRIMARY KEY ("committeeId", id),
  CONSTRAINT "ExportOrder_purpose" CHECK (length(btrim(purpose)) >= 10),
  CONSTRAINT "ExportOrder_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES public."Committee" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "ExportOrder_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES public."Account" (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ExportOrder_committeeId_accountId_orderedAt_idx" ON public."ExportOrder" ("committeeId", "accountId", "orderedAt");

ALTER TABLE public."ExportOrder" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."ExportOrder" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."ExportOrder" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY resolver_reads ON public."ExportOrder" FOR SELECT TO sodb_resolver USING (true);
GRANT SELECT, INSERT ("committeeId", id, "accountId", filters, columns, purpose, "rowCount", "isWhole", serial)
  ON public."ExportOrder" TO sodb_app;
GRANT SELECT ON public."ExportOrder" TO sodb_backup;
CREATE POLICY order_read ON public."ExportOrder" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()));
CREATE POLICY order_insert ON public."ExportOrder" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()) AND (SELECT app.has('O')));
