-- Entries go into the index at once: those of an import that waited in its list made every search read all of it.
alter index "designs_search_idx" set (fastupdate = off);
select gin_clean_pending_list('designs_search_idx');
