-- Which of a line's differences are accepted, once somebody has looked at them cell by cell.
ALTER TABLE "StagingRow" ADD COLUMN "accepted" JSONB;
ALTER TABLE "StagingRow" ADD CONSTRAINT "StagingRow_accepted" CHECK (accepted IS NULL OR jsonb_typeof(accepted) = 'array');
