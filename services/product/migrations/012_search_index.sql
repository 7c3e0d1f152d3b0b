-- Entries go into the index at once, so that no search has to read a list of those that wait.
alter index "designs_search_idx" set (fastupdate = off);
select gin_clean_pending_list('designs_search_idx');
