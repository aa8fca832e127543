-- How long what is not needed daily is kept.
ALTER TYPE "RuleKind" ADD VALUE 'RETENTION';
