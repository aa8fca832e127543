-- A document with sensitive data in it is ordered with its purpose as well; null orders are lists of members.
ALTER TABLE public."ExportOrder" ADD COLUMN document "DocumentKind";
GRANT INSERT (document) ON public."ExportOrder" TO sodb_app;
