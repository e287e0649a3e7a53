create table agency (
  id integer primary key check (id = 1),
  parent text not null,
  unit text not null,
  portal_kind text not null,
  short_name text not null,
  description text not null,
  contact_name text not null,
  address text not null,
  phone text not null,
  email text not null,
  fax text not null,
  changed_at text not null
) strict;

create table links (
  id integer primary key autoincrement,
  title text not null,
  address text not null,
  position integer not null
) strict;

insert into agency (id, parent, unit, portal_kind, short_name, description, contact_name, address, phone, email, fax, changed_at)
values (1, '', 'Cơ quan chưa đặt tên', 'Cổng thông tin điện tử', 'cơ quan', '', 'Cơ quan chưa đặt tên', '', '', '', '', '2000-01-01T00:00:00.000Z');
