-- Each line holds the hash of the one before it and of itself; lines from before this step are outside the chain.
alter table audit_lines add column previous_hash text not null default '';
alter table audit_lines add column hash text not null default '';
-- The title without marks and capitals, for finding by words; lines from before this step have none.
alter table audit_lines add column subject_key text not null default '';

-- One row: the last line from before the chain, and how the chain ends. Whoever adds a line changes this row first, so
-- that two transactions never follow the same line.
create table audit_chain (
  id integer primary key check (id = 1),
  last_before integer not null,
  lines integer not null,
  last_hash text not null
);
insert into audit_chain (id, last_before, lines, last_hash) select 1, coalesce(max(id), 0), 0, '' from audit_lines;

-- The log is read newest first, narrowed in one of these ways.
create index audit_lines_by_time on audit_lines (at, id);
create index audit_lines_by_staff on audit_lines (staff_id, at, id);
create index audit_lines_by_act on audit_lines (act, at, id);
create index audit_lines_by_kind on audit_lines (subject_kind, at, id);
create index audit_lines_by_subject on audit_lines (subject_kind, subject_id, at, id);
