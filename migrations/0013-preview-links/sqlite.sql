create table preview_links (
  id integer primary key autoincrement,
  token_hash text not null unique,
  article_id integer not null references articles (id),
  -- Empty for a link that anybody with it may read; a name for somebody who is asked to agree.
  approver_name text not null,
  created_at text not null,
  created_by integer references staff (id),
  expires_at text not null,
  revoked_at text
) strict;
create index preview_links_by_article on preview_links (article_id, id);

create table preview_answers (
  id integer primary key autoincrement,
  link_id integer not null references preview_links (id),
  edition_id integer not null,
  at text not null,
  verdict text not null,
  note text not null
) strict;
create index preview_answers_by_link on preview_answers (link_id, id);
