-- What staff find by words, drafts and the trash included. In tables of its own, so that nothing of it can reach readers;
-- one for each kind, so that who looks for a picture never walks the articles. The number of a row is the id of what it holds.
-- The last word that was typed may go on, and is mostly short: words of one beginning are kept together.
create virtual table desk_index_articles using fts5(
  words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2'
);
create virtual table desk_index_pictures using fts5(
  words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2'
);

-- How far each index was made anew: the readers' and both of staff.
create table index_rebuilds (
  name text primary key,
  version integer not null,
  last_id integer not null,
  finished_at text
) strict;
insert into index_rebuilds (name, version, last_id, finished_at)
  select 'public', version, last_article_id, finished_at from search_rebuilds;
drop table search_rebuilds;

alter table editions drop column title_key;
