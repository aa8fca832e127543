ALTER TYPE "DocumentKind" ADD VALUE 'INSPECTION_DECISION';
ALTER TYPE "DocumentKind" ADD VALUE 'INSPECTION_MINUTES';
ALTER TYPE "DocumentKind" ADD VALUE 'INSPECTION_REPORT';
ALTER TYPE "DocumentKind" ADD VALUE 'INSPECTION_NOTICE';
ALTER TYPE "DocumentKind" ADD VALUE 'INSPECTION_HANDOVER';

-- That a paper of a case was taken away is seen by who sees the case, and by nobody else.
CREATE POLICY case_papers ON public."AccessLog" AS RESTRICTIVE FOR SELECT TO sodb_app
  USING (type <> 'document.exported' OR coalesce(params ->> 'documentKind', '') NOT LIKE 'INSPECTION\_%' OR app.sees_inspection("subjectId"));
