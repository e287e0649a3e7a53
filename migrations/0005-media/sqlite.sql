create table pictures (
  id integer primary key autoincrement,
  key text not null unique,
  original_name text not null,
  file_name text not null,
  format text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  alternative_text text not null,
  decorative_at text,
  caption text not null,
  credit text not null,
  uploaded_at text not null,
  uploaded_by integer references staff (id),
  public_since text,
  deleted_at text
) strict;
create index pictures_newest on pictures (id) where deleted_at is null;
