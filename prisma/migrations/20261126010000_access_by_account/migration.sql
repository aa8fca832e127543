-- How many files somebody has taken today is counted before each further one.
CREATE INDEX "AccessLog_committeeId_accountId_type_at_idx" ON "AccessLog"("committeeId", "accountId", "type", "at");
