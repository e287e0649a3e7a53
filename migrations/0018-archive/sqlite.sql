-- Tags, and names of authors, under which readers find articles. A key is the same for two spellings of one name and differs
-- for two names that have one slug; the slug is the last step of an address and stays.
create table labels (
  id integer primary key autoincrement,
  kind text not null,
  key text not null,
  slug text not null,
  unique (kind, key),
  unique (kind, slug)
) strict;

-- One row for each label of a live article, with the name as this article writes it.
create table label_listings (
  label_id integer not null references labels (id),
  published_at text not null,
  article_id integer not null references articles (id),
  expires_at text,
  name text not null,
  primary key (label_id, published_at, article_id)
) strict, without rowid;
create index label_listings_by_article on label_listings (article_id);

-- The day, in the office's time zone, under which `archive_days` counts it; null before its hour.
alter table category_listings add column counted_day text;
create index category_listings_uncounted on category_listings (published_at) where counted_day is null;

-- Articles that readers find of each day in each category and below it; category 0 stands for all of them.
create table archive_days (
  category_id integer not null,
  day text not null,
  count integer not null,
  primary key (category_id, day)
) strict, without rowid;
create index archive_days_by_day on archive_days (day, category_id);

-- Which rules made the rows above, and how far those of an older version are made anew.
create table listing_renewal (
  id integer primary key,
  version text not null,
  last_id integer not null,
  finished_at text
) strict;
insert into listing_renewal (id, version, last_id) values (1, '', 0);
