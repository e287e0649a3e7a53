-- Where the newest edition stands on its way to readers: draft, returned, submitted, reviewed.
alter table articles add column stage text not null default 'draft';
alter table articles add column submitted_at text;
alter table articles add column submitted_by integer references staff (id);
alter table articles add column reviewed_at text;
alter table articles add column reviewed_by integer references staff (id);
-- What readers have: until when, since when it says something new, why it was withdrawn, whether a gate was passed by.
alter table articles add column expires_at text;
alter table articles add column updated_at text;
alter table articles add column withdrawn_reason text not null default '';
alter table articles add column unreviewed_since text;
alter table articles add column unreviewed_by integer references staff (id);
alter table articles add column erased_at text;
-- Of the form that made it, so that a form which is sent twice makes one article.
alter table articles add column form_key text;
create unique index articles_by_form on articles (form_key) where form_key is not null;
create index articles_by_stage on articles (stage, changed_at) where draft_edition_id is not null and deleted_at is null;
-- Articles that are over stay in it, so it tells by itself which they are.
drop index articles_newest;
create index articles_newest on articles (published_at, id, expires_at)
  where live_edition_id is not null and withdrawn_at is null and deleted_at is null;
create index articles_by_expiry on articles (expires_at) where expires_at is not null;

alter table editions add column content_hash text not null default '';
alter table editions add column genre text not null default '';
alter table editions add column expire_at text;
alter table editions add column pin_until text;
-- What readers shall be told when this edition replaces a published one.
alter table editions add column change_kind text not null default 'minor';
alter table editions add column change_note text not null default '';
alter table editions add column wrong_text text not null default '';
alter table editions add column right_text text not null default '';
create index editions_pinned on editions (pin_until) where pin_until is not null;

alter table category_listings add column expires_at text;
create index category_listings_by_expiry on category_listings (expires_at) where expires_at is not null;

-- Every explicit save and every step through the gates; lines never change.
create table article_events (
  id integer primary key autoincrement,
  article_id integer not null references articles (id),
  edition_id integer,
  at text not null,
  staff_id integer references staff (id),
  staff_name text not null,
  act text not null,
  note text not null
) strict;
create index article_events_by_article on article_events (article_id, id);
create index article_events_by_act on article_events (act, at);

-- What readers are told of a published article: an update, a correction, an answer to somebody who reported an error.
create table article_updates (
  id integer primary key autoincrement,
  article_id integer not null references articles (id),
  edition_id integer,
  at text not null,
  kind text not null,
  note text not null,
  wrong_text text not null,
  right_text text not null
) strict;
create index article_updates_by_article on article_updates (article_id, id);
create index article_updates_by_kind on article_updates (kind, at, id);

-- One rolling slot per person and form: what was typed and not yet saved. Never a part of the history.
create table autosaves (
  staff_id integer not null references staff (id),
  slot text not null,
  article_id integer references articles (id),
  form text not null,
  saved_at text not null,
  primary key (staff_id, slot)
) strict, without rowid;

create table newsroom_settings (
  id integer primary key check (id = 1),
  gates integer not null,
  four_eyes_since text,
  reader_reports_since text,
  second_factor_since text
) strict;
insert into newsroom_settings (id, gates) values (1, 1);
