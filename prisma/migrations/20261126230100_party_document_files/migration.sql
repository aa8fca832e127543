CREATE TYPE "AttachmentFormat" AS ENUM ('PDF', 'DOCX', 'XLSX', 'JPG', 'PNG');

CREATE TABLE "PartyDocumentFile" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "replacesId" UUID,
    "fileName" TEXT NOT NULL,
    "format" "AttachmentFormat" NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PartyDocumentFile_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE UNIQUE INDEX "PartyDocumentFile_committeeId_documentId_id_key" ON "PartyDocumentFile"("committeeId", "documentId", "id");
-- A version is followed by one, and that of the same paper.
CREATE UNIQUE INDEX "PartyDocumentFile_followed_once" ON "PartyDocumentFile"("committeeId", "documentId", "replacesId");
ALTER TABLE "PartyDocumentFile" ADD CONSTRAINT "PartyDocumentFile_committeeId_documentId_fkey" FOREIGN KEY ("committeeId", "documentId") REFERENCES "PartyDocument"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PartyDocumentFile" ADD CONSTRAINT "PartyDocumentFile_replaces_fkey" FOREIGN KEY ("committeeId", "documentId", "replacesId") REFERENCES "PartyDocumentFile"("committeeId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."PartyDocumentFile"
  ADD CONSTRAINT "PartyDocumentFile_size" CHECK (size = octet_length(bytes) AND size BETWEEN 1 AND 10485760),
  ADD CONSTRAINT "PartyDocumentFile_replaces_another" CHECK ("replacesId" <> id);

-- What was kept stays: no right to change or remove it is given to anybody.
GRANT SELECT, INSERT ON public."PartyDocumentFile" TO sodb_app;
GRANT SELECT ON public."PartyDocumentFile" TO sodb_backup;
ALTER TABLE public."PartyDocumentFile" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."PartyDocumentFile" FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_all ON public."PartyDocumentFile" TO %I USING (true) WITH CHECK (true)', current_user);
END $$;

-- A file is read with its paper.
CREATE POLICY file_read ON public."PartyDocumentFile" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND EXISTS (SELECT 1 FROM public."PartyDocument" d
    WHERE d."committeeId" = "PartyDocumentFile"."committeeId" AND d.id = "PartyDocumentFile"."documentId"));
CREATE POLICY file_insert ON public."PartyDocumentFile" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]'))
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account())
    AND EXISTS (SELECT 1 FROM public."PartyDocument" d WHERE d."committeeId" = "PartyDocumentFile"."committeeId"
      AND d.id = "PartyDocumentFile"."documentId" AND d."annulledOn" IS NULL));
