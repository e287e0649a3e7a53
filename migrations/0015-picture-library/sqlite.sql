-- Its main point, per mille of the width and height that are shown; null for the middle.
alter table pictures add column focal_x integer;
alter table pictures add column focal_y integer;
-- Who agreed to be seen in it, and when. Never for readers.
alter table pictures add column consent text not null default '';

-- Every set of files that a picture has had: as it arrived, cut, or another file in its place. The one in use has the
-- picture's key; `master_key` names the set that was cut from, its own for a whole picture. A cut is per mille of the whole.
create table picture_versions (
  id integer primary key autoincrement,
  picture_id integer not null references pictures (id),
  key text not null unique,
  master_key text not null,
  original_name text not null,
  file_name text not null,
  format text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  crop_x integer,
  crop_y integer,
  crop_width integer,
  crop_height integer,
  focal_x integer,
  focal_y integer,
  -- Of the file that was received; null for pictures from before.
  sha256 text,
  -- What it looks like in 16 hexadecimal digits: null until somebody looked, empty when it shows too little to be told.
  likeness text,
  made_at text not null,
  made_by integer references staff (id)
) strict;
create index picture_versions_by_picture on picture_versions (picture_id, id);
create index picture_versions_by_content on picture_versions (sha256) where sha256 is not null;
create index picture_versions_unseen on picture_versions (id) where likeness is null;

-- Of every picture in the library the five pieces of its likeness: two that are nearly alike share one of them.
create table picture_pieces (
  place integer not null,
  piece text not null,
  picture_id integer not null references pictures (id),
  primary key (place, piece, picture_id)
) strict, without rowid;
create index picture_pieces_by_picture on picture_pieces (picture_id);

-- Pictures that look alike, both ways.
create table picture_twins (
  picture_id integer not null references pictures (id),
  twin_id integer not null references pictures (id),
  primary key (picture_id, twin_id)
) strict, without rowid;

insert into picture_versions
  (picture_id, key, master_key, original_name, file_name, format, width, height, bytes, made_at, made_by)
  select id, key, key, original_name, file_name, format, width, height, bytes, uploaded_at, uploaded_by from pictures;
