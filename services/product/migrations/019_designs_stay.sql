-- A change of price is most of what designs are written for. No index holds prices of designs any more (lists of all designs by price
-- are found in memory, those of a category have their own table), so with room on the page such a change touches no index: before,
-- every word of the design went into the index of words anew.
drop index "designs_fromMinor_id_idx";
alter table designs set (fillfactor = 80);
