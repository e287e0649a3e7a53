create table categories (
  id integer primary key autoincrement,
  parent_id integer references categories (id),
  slug text not null,
  name text not null,
  description text not null,
  position integer not null,
  home_position integer,
  hidden_at text,
  created_at text not null
) strict;
create index categories_by_parent on categories (parent_id, position);
-- Two siblings never share an address, whoever adds them at the same moment.
create unique index categories_by_address on categories (coalesce(parent_id, 0), slug);

-- Every address that a category ever had, so that old links answer 301.
create table category_paths (
  path text primary key,
  category_id integer not null references categories (id)
) strict;
create index category_paths_by_category on category_paths (category_id);
