-- What staff find by words, drafts and the trash included. In tables of its own, so that nothing of it can reach readers;
-- one for each kind, so that who looks for a picture never walks the articles.
create table desk_index_articles (
  id integer primary key,
  words tsvector not null
);
create index desk_index_articles_words on desk_index_articles using gin (words) with (fastupdate = off);
create table desk_index_pictures (
  id integer primary key,
  words tsvector not null
);
create index desk_index_pictures_words on desk_index_pictures using gin (words) with (fastupdate = off);

-- How far each index was made anew: the readers' and both of staff.
create table index_rebuilds (
  name text primary key,
  version integer not null,
  last_id integer not null,
  finished_at text collate "C"
);
insert into index_rebuilds (name, version, last_id, finished_at)
  select 'public', version, last_article_id, finished_at from search_rebuilds;
drop table search_rebuilds;

alter table editions drop column title_key;
