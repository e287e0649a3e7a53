-- Addresses that other portals of this office had, and where they lead today. `key` is the address as `legacy-address.ts`
-- folds it, with the parameters that name a page behind a question mark.
create table legacy_addresses (
  id integer primary key,
  key text not null unique,
  old_address text not null,
  target_kind text not null check (target_kind in ('article', 'category', 'path')),
  target_id integer,
  target_path text not null,
  changed_at text not null,
  check ((target_kind = 'path') = (target_id is null))
) strict;

-- Which parameters name a page at this path, such as `cat&id` at `/news.php`: a request may have others besides.
create table legacy_parameters (
  path text not null,
  names text not null,
  primary key (path, names)
) strict, without rowid;

-- What readers asked for in vain.
create table missed_addresses (
  id integer primary key,
  key text not null unique,
  address text not null,
  referrer text not null,
  count integer not null,
  last_at text not null,
  ignored_at text
) strict;
create index missed_addresses_by_count on missed_addresses (count, id);
