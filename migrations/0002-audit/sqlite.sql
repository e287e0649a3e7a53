create table audit_lines (
  id integer primary key autoincrement,
  at text not null,
  staff_id integer,
  staff_name text not null,
  act text not null,
  subject_kind text not null,
  subject_id integer,
  subject_title text not null,
  note text not null
) strict;

create trigger audit_lines_stay before update on audit_lines begin select raise(abort, 'audit lines never change'); end;
create trigger audit_lines_remain before delete on audit_lines begin select raise(abort, 'audit lines never go'); end;
