create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The text as search sees it: lower case, without accents.
create function plain(text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

-- A design is a draft until it is published, and archived when it is no longer sold; the one that loose stones belong to is hidden.
alter table designs drop constraint "designs_status_check";
update designs set "status" = 'published' where "status" = 'listed';
alter table designs alter column "status" set default 'published',
  add constraint "designStatus" check ("status" in ('draft', 'published', 'archived', 'hidden'));

-- What lists are filtered by, made from the variants on sale.
alter table designs
  add column "colours" text[] not null default '{}',
  add column "stones" text[] not null default '{}',
  add column "oneOfAKind" boolean not null default false,
  add column "keywords" text not null default '',
  drop column "search";
update designs d set "colours" = made."colours", "stones" = made."stones", "oneOfAKind" = made."oneOfAKind",
  "keywords" = concat_ws(' ', d."type", array_to_string(d."metals", ' '), array_to_string(made."colours", ' '), array_to_string(made."stones", ' '))
from (
  select v."designId", coalesce(array_agg(distinct v."colour") filter (where v."colour" is not null), '{}') as "colours",
    coalesce(array_agg(distinct s ->> 'kind') filter (where s is not null), '{}') as "stones", bool_or(v."oneOfAKind") as "oneOfAKind"
  from variants v left join lateral jsonb_array_elements(case jsonb_typeof(v."stones") when 'array' then v."stones" else '[]' end) s on true
  where v."active" group by 1
) made where made."designId" = d."id" and d."status" <> 'hidden';
alter table designs add column "search" tsvector generated always as (
  setweight(to_tsvector('english', plain("title")), 'A') || setweight(to_tsvector('english', plain("keywords")), 'B')
    || setweight(to_tsvector('english', plain("description")), 'C')
) stored;
create index on designs using gin ("search");
drop index "designs_fromMinor_id_idx";
create index on designs ("fromMinor", "id") where "status" = 'published';
create index on designs ((plain("title")) collate "C") where "status" = 'published';

-- The words that designs are found by: what is not one of them is taken for the nearest that is.
create table "searchWords" (
  "word" text collate "C" primary key,
  "lexeme" text not null
);
create index on "searchWords" using gin ("word" gin_trgm_ops);
create index on "searchWords" ("lexeme");

create function "wordsOf"(text) returns table ("word" text, "lexeme" text) language sql immutable as $$
  select distinct w, (tsvector_to_array(to_tsvector('english', w)))[1] from regexp_split_to_table(plain($1), '[^[:alnum:]]+') w
  where length(w) between 3 and 40 and to_tsvector('english', w) <> ''
$$;
insert into "searchWords" select distinct w."word", w."lexeme" from designs d cross join lateral "wordsOf"(d."title" || ' ' || d."keywords") w
  where d."status" <> 'hidden';

-- Words that mean the same to who looks for them.
create table "searchSynonyms" ("lexeme" text primary key, "substitute" tsquery not null);
with groups ("words") as (values
  ('earring stud jhumka jhumki bali eardrop'),
  ('necklace haar haram'),
  ('bangle kada kara chudi choori kangan'),
  ('mangalsutra thali tanmaniya'),
  ('anklet payal pajeb'),
  ('ring anguthi'),
  ('pendant locket'),
  ('nath nosepin'),
  ('tikka teeka'),
  ('diamond heera hira'),
  ('gold sona'),
  ('silver chandi'),
  ('pearl moti'),
  ('ruby manik'),
  ('emerald panna'),
  ('sapphire neelam')
),
known as (
  insert into "searchWords" select w."word", w."lexeme" from groups cross join lateral "wordsOf"("words") w on conflict do nothing
)
insert into "searchSynonyms"
select w."lexeme", (select string_agg(quote_literal(o."lexeme"), ' | ' order by o."lexeme") from "wordsOf"("words") o)::tsquery
from groups cross join lateral "wordsOf"("words") w;

-- What to look for: a word that nothing has is mended to the nearest that something has, and synonyms are added. Words in quotes, and
-- words with `or` between them, are taken as they are.
create function "searchQuery"(q text) returns tsquery language sql stable as $$
  select case when plain(q) ~ '"|(^|\s)or(\s|$)' then websearch_to_tsquery('english', plain(q)) else coalesce((
    select string_agg(case when sign then '!(' else '(' end || wanted::text || ')', ' & ' order by n)::tsquery
    from (
      select n, token like '-%' as sign, coalesce(s."substitute", plainto_tsquery('english', coalesce(near."word", token))) as wanted
      from regexp_split_to_table(plain(q), '\s+') with ordinality t(token, n)
      cross join lateral (select ts_lexize('english_stem', substring(token from '^-?([[:alnum:]]{2,40})$')) as own) l
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
  ), '') end
$$;
