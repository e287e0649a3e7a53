-- What came from elsewhere, so that a second run updates it or leaves it. A source is called by whoever imports; the key is what
-- the source itself calls the text: its guid, its address or its file.
create table imported_items (
  source text not null,
  key text not null,
  content_hash text not null,
  -- Of the article as the import left it: another one says that somebody worked on it since.
  article_version integer not null,
  article_id integer not null references articles (id),
  -- How many things were missing that a later run may find: pictures, files, a category.
  missing integer not null,
  imported_at text collate "C" not null,
  primary key (source, key)
);
create index imported_items_by_article on imported_items (article_id);
