-- Only words, each with its places: contentless, because what is shown comes from the live edition itself.
-- The words arrive apart already, so the simplest tokenizer keeps every letter of ours.
create virtual table search_index using fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii');

-- One row for each article that is up. No foreign key: an index that can be made again must never stand in the way.
create table search_documents (
  order_key integer primary key,
  article_id integer not null unique,
  kind text not null,
  category_id integer,
  published_at text not null,
  expires_at text,
  fields text not null,
  counted_at text
) strict;
create index search_documents_due on search_documents (published_at) where counted_at is null;
create index search_documents_ending on search_documents (expires_at) where expires_at is not null;

-- What each document added to search_words, deflated, to take it back. Apart, because ranking reads many documents.
create table search_document_words (
  article_id integer primary key,
  words blob not null
) strict;

-- How many articles that readers see hold each word.
create table search_words (
  folded text not null,
  written text not null,
  letters integer not null,
  count integer not null,
  primary key (folded, written)
) strict, without rowid;
create index search_words_by_letters on search_words (letters, count);

create table search_rebuilds (
  id integer primary key check (id = 1),
  version integer not null,
  last_article_id integer not null,
  finished_at text
) strict;

create table synonyms (
  id integer primary key autoincrement,
  position integer not null,
  words text not null
) strict;

insert into synonyms (position, words) values
  (1, 'UBND, Ủy ban nhân dân, Uỷ ban nhân dân'),
  (2, 'HĐND, Hội đồng nhân dân'),
  (3, 'DTTS, dân tộc thiểu số'),
  (4, 'Jrai, Gia Rai, Gia-rai'),
  (5, 'Ba Na, Bahnar'),
  (6, 'Đak, Đăk, Đắk');
