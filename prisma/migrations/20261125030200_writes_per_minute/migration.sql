-- How often somebody has written lately.
CREATE INDEX "CommandReceipt_committeeId_accountId_at_idx" ON public."CommandReceipt" ("committeeId", "accountId", at);
