-- A guest's cart is known by the hash of its token, a customer's by its owner. A claimed one lives on in `claimedBy`'s own cart.
create table carts (
  "id" uuid primary key default uuidv7(),
  "userId" uuid,
  "tokenHash" text unique,
  "status" text not null default 'open' check ("status" in ('open', 'ordered', 'claimed')),
  "claimedBy" uuid,
  "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  check (("userId" is null) <> ("tokenHash" is null)),
  check (("status" = 'claimed') = ("claimedBy" is not null))
);
create unique index "oneOpenCartPerCustomer" on carts ("userId") where "status" = 'open';
create index on carts ("updatedAt") where "userId" is null and "status" <> 'ordered';

-- Title, slug and picture are those of the day the line was added; they are shown while product does not answer.
create table cart_lines (
  "id" uuid primary key default uuidv7(),
  "cartId" uuid not null references carts on delete cascade,
  "variantId" uuid not null,
  "pieceId" uuid,
  "engraving" text check (char_length("engraving") between 1 and 60),
  "quantity" integer not null,
  "title" text not null,
  "slug" text not null,
  "imageUrl" text,
  constraint "quantityPerLine" check ("quantity" between 1 and case when "pieceId" is null then 20 else 1 end),
  constraint "oneLinePerArticle" unique nulls not distinct ("cartId", "variantId", "pieceId", "engraving")
);
create unique index "oneLinePerPiece" on cart_lines ("cartId", "pieceId") where "pieceId" is not null;
