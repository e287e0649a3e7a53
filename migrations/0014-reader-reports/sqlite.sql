create table reader_reports (
  id integer primary key autoincrement,
  article_id integer not null references articles (id),
  edition_id integer,
  at text not null,
  due_at text not null,
  body text not null,
  quote text not null,
  name text not null,
  contact text not null,
  consented_at text,
  forgotten_at text,
  answered_at text,
  answered_by integer references staff (id),
  answer text not null,
  note text not null,
  update_id integer references article_updates (id)
) strict;
create index reader_reports_open on reader_reports (due_at, id) where answered_at is null;
create index reader_reports_answered on reader_reports (answered_at, id) where answered_at is not null;
create index reader_reports_to_forget on reader_reports (answered_at, id)
  where consented_at is not null and forgotten_at is null;
create index reader_reports_by_article on reader_reports (article_id, id);
