-- What posts require of who holds them.
ALTER TYPE "RuleKind" ADD VALUE 'TRAINING';
