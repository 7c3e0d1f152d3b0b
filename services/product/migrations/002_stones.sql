-- What a loose stone is chosen by. Its stock and status are its piece's.
create table stones (
  "pieceId" uuid primary key references pieces on delete cascade,
  "shape" text not null,
  "caratMct" integer not null check ("caratMct" > 0),
  "cut" text not null,
  "colour" text not null,
  "clarity" text not null,
  "depthPermille" integer not null,
  "tablePermille" integer not null,
  "lengthUm" integer not null check ("lengthUm" > 0),
  "widthUm" integer not null check ("widthUm" > 0),
  "heightUm" integer not null check ("heightUm" > 0),
  "priceMinor" bigint not null,
  "currency" text not null
);
create index on stones ("priceMinor", "pieceId");
create index on stones ("caratMct", "pieceId");
