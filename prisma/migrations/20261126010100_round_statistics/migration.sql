-- A round belongs to one register: without this the planner takes a round's ratings for one row, and compares every member with every rating.
CREATE STATISTICS public."Rating_round_of_register" (dependencies) ON "committeeId", "roundId" FROM public."Rating";
