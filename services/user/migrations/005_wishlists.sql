-- "linkToken" is kept as it is, so that its owner can see the link again: it opens nothing that this table does not hold.
create table wishlists (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "name" text not null,
  "linkToken" text unique check (char_length("linkToken") = 43),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on wishlists ("userId", "id");
create unique index "oneListPerName" on wishlists ("userId", lower("name"));

create table wishlist_items (
  "id" uuid primary key default uuidv7(),
  "wishlistId" uuid not null references wishlists on delete cascade,
  "designSlug" text,
  "variantId" uuid,
  "pieceId" uuid,
  "note" text,
  "addedAt" timestamptz not null default now(),
  check (num_nonnulls("designSlug", "variantId", "pieceId") > 0),
  constraint "oneItemPerArticle" unique nulls not distinct ("wishlistId", "designSlug", "variantId", "pieceId")
);
create index on wishlist_items ("wishlistId", "id");
