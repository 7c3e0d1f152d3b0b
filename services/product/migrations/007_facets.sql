-- What a design counts for in the facets, as `facet:value`; a price band and what is in stock are added when they are counted.
alter table designs add column "facets" text[] not null default '{}';
update designs set "facets" = array['type:' || "type"]
  || array(select 'metal:' || m from unnest("metals") m) || array(select 'purity:' || p from unnest("purities") p)
  || array(select 'colour:' || c from unnest("colours") c) || array(select 'stone:' || s from unnest("stones") s)
  || case when "oneOfAKind" then array['oneOfAKind:'] else '{}' end
where "status" <> 'hidden';

-- As it was, in the language whose plans are kept for the session, and each word's stem found once (`offset 0`).
create or replace function "searchQuery"(q text) returns tsquery language plpgsql stable as $$
begin
  return case when plain(q) ~ '"|(^|\s)or(\s|$)' then websearch_to_tsquery('english', plain(q)) else coalesce((
    select string_agg(case when sign then '!(' else '(' end || wanted::text || ')', ' & ' order by n)::tsquery
    from (
      select n, token like '-%' as sign, coalesce(s."substitute", plainto_tsquery('english', coalesce(near."word", token))) as wanted
      from regexp_split_to_table(plain(q), '\s+') with ordinality t(token, n)
      cross join lateral (select ts_lexize('english_stem', substring(token from '^-?([[:alnum:]]{2,40})$')) as own offset 0) l
      left join lateral (
        select w."word", w."lexeme" from "searchWords" w
        where own <> '{}' and token ~ '[[:alpha:]]' and length(token) >= 4
          and not exists (select from "searchWords" k where k."lexeme" = own[1])
          and w."word" % ltrim(token, '-') and similarity(w."word", ltrim(token, '-')) >= 0.4
        order by similarity(w."word", ltrim(token, '-')) desc, w."word" limit 1
      ) near on true
      left join "searchSynonyms" s on s."lexeme" = coalesce(near."lexeme", own[1])
      where n <= 20
    ) words where numnode(wanted) > 0
  ), '') end;
end $$;
