-- Only columns the table has.
ALTER TABLE public."RollClosingEntry" ADD CONSTRAINT "RollClosingEntry_column" CHECK ("column" IN ('opening', 'admitted', 'transferredIn',
  'arrived', 'transferredOut', 'movedAway', 'deceased', 'removed', 'resigned', 'expelled', 'closing'));
