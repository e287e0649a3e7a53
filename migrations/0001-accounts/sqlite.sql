create table staff (
  id integer primary key autoincrement,
  email text not null unique,
  name text not null,
  role text not null,
  password_hash text,
  created_at text not null,
  closed_at text
) strict;

-- Only hashes of tokens are kept: who reads this table cannot sign in with it.
create table sessions (
  token_hash text primary key,
  staff_id integer not null references staff (id),
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  address text not null,
  browser text not null
) strict;
create index sessions_by_staff on sessions (staff_id);

create table one_time_links (
  token_hash text primary key,
  staff_id integer not null references staff (id),
  created_at text not null,
  expires_at text not null,
  used_at text
) strict;

create table known_devices (
  token_hash text primary key,
  staff_id integer not null references staff (id),
  created_at text not null
) strict;

create table sign_in_failures (
  key text primary key,
  count integer not null,
  last_at text not null
) strict;
