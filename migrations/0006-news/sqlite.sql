create table articles (
  id integer primary key autoincrement,
  slug text not null,
  version integer not null,
  draft_edition_id integer,
  live_edition_id integer,
  published_at text,
  withdrawn_at text,
  deleted_at text,
  created_at text not null,
  created_by integer references staff (id),
  changed_at text not null
) strict;
create index articles_newest on articles (published_at, id)
  where live_edition_id is not null and withdrawn_at is null and deleted_at is null;
create index articles_changed on articles (changed_at, id);

create table editions (
  id integer primary key autoincrement,
  article_id integer not null references articles (id),
  slug text not null,
  title text not null,
  title_key text not null,
  lead text not null,
  body text not null,
  body_html text not null,
  renderer text not null,
  category_id integer references categories (id),
  author text not null,
  unit text not null,
  source_name text not null,
  source_address text not null,
  tags text not null,
  cover_picture_id integer references pictures (id),
  publish_at text,
  saved_at text not null,
  saved_by integer references staff (id),
  published_at text
) strict;
create index editions_by_article on editions (article_id, id);
create index editions_by_category on editions (category_id);
create index editions_by_cover on editions (cover_picture_id);

create table edition_pictures (
  edition_id integer not null references editions (id),
  picture_id integer not null references pictures (id),
  primary key (edition_id, picture_id)
) strict, without rowid;
create index edition_pictures_by_picture on edition_pictures (picture_id);

-- One row for the category of a live article and one for each category above it, so that every list is one walk of an index.
create table category_listings (
  category_id integer not null references categories (id),
  published_at text not null,
  article_id integer not null references articles (id),
  primary key (category_id, published_at, article_id)
) strict, without rowid;
create index category_listings_by_article on category_listings (article_id);
