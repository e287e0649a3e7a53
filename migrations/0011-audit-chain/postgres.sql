-- Each line holds the hash of the one before it and of itself; lines from before this step are outside the chain.
alter table audit_lines add column previous_hash text not null default '';
alter table audit_lines add column hash text not null default '';
create index audit_lines_by_staff on audit_lines (staff_name, id);
create index audit_lines_by_subject on audit_lines (subject_kind, subject_id, id);
