-- Files that articles carry for readers to take with them. Its key and `file_name` make its address, which stays when another
-- file takes the place of the first.
create table documents (
  id integer primary key autoincrement,
  key text not null unique,
  file_name text not null,
  title text not null,
  description text not null,
  -- Title, name of the file and description, folded, to be found by.
  search_key text not null,
  added_at text not null,
  added_by integer references staff (id),
  public_since text,
  deleted_at text
) strict;
create index documents_newest on documents (id) where deleted_at is null;

-- Every file that a document has had; the one in use is not retired. The library holds the same content once.
create table document_versions (
  id integer primary key autoincrement,
  document_id integer not null references documents (id),
  key text not null unique,
  original_name text not null,
  kind text not null,
  bytes integer not null,
  sha256 text not null,
  -- Of a PDF that could be read.
  pages integer,
  -- What its owner should know, as JSON.
  warnings text not null,
  received_at text not null,
  received_by integer references staff (id),
  retired_at text
) strict;
create index document_versions_by_document on document_versions (document_id, id);
create unique index document_versions_in_use on document_versions (document_id) where retired_at is null;
create unique index document_versions_by_content on document_versions (sha256) where retired_at is null;

-- What the file in use says, for searching.
create table document_texts (
  document_id integer primary key references documents (id),
  text text not null
) strict;

create table edition_documents (
  edition_id integer not null references editions (id),
  document_id integer not null references documents (id),
  place integer not null,
  primary key (edition_id, document_id)
) strict, without rowid;
create index edition_documents_by_document on edition_documents (document_id);
