-- The administrator sees who was refused and who signed in, and no other reading.
CREATE POLICY access_security ON public."AccessLog" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('A'))
    AND type IN ('access.refused', 'session.opened', 'session.refused'));
