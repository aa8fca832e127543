-- Who has left the office no longer sees what was ordered there.
DROP POLICY order_read ON public."ExportOrder";
CREATE POLICY order_read ON public."ExportOrder" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND "accountId" = (SELECT app.account()) AND (SELECT app.has('O')));
