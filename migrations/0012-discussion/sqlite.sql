create table comments (
  id integer primary key autoincrement,
  article_id integer not null references articles (id),
  staff_id integer not null references staff (id),
  at text not null,
  body text not null,
  removed_at text
) strict;
create index comments_by_article on comments (article_id, id);

create table mentions (
  comment_id integer not null references comments (id),
  staff_id integer not null references staff (id),
  seen_at text,
  primary key (comment_id, staff_id)
) strict, without rowid;
create index mentions_unseen on mentions (staff_id) where seen_at is null;

-- Who has an article open; a row counts for a minute or two.
create table article_visitors (
  article_id integer not null references articles (id),
  staff_id integer not null references staff (id),
  seen_at text not null,
  primary key (article_id, staff_id)
) strict, without rowid;
