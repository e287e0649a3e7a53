alter table staff add column totp_secret text;
alter table staff add column totp_confirmed_at text;
-- The last time step that was used: a code counts once.
alter table staff add column totp_last_step integer;

create table backup_codes (
  code_hash text primary key,
  staff_id integer not null references staff (id),
  created_at text not null,
  used_at text
) strict;
create index backup_codes_by_staff on backup_codes (staff_id);

-- Who gave the right password and still owes the code. It opens nothing by itself.
create table pending_sign_ins (
  token_hash text primary key,
  staff_id integer not null references staff (id),
  expires_at text not null
) strict;
create index pending_sign_ins_by_staff on pending_sign_ins (staff_id);

-- Somebody with rows here works in these categories, and below them, only.
create table staff_categories (
  staff_id integer not null references staff (id),
  category_id integer not null references categories (id),
  primary key (staff_id, category_id)
) strict, without rowid;
