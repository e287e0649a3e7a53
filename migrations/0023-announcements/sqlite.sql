-- Who is told of articles, as the settings name them. Addresses and secrets stay in the settings: `key` is a hash.
create table announcement_receivers (
  id integer primary key,
  key text not null unique,
  kind text not null check (kind in ('webhook', 'indexnow')),
  host text not null,
  added_at text not null,
  succeeded_at text,
  failing_since text,
  paused_until text,
  -- It said that it is gone; somebody has to let it be told again.
  stopped_at text,
  -- The process that tells it now, and for how long nobody else may.
  held_by text,
  held_until text
) strict;

-- What one receiver is told of one article, written in the transaction that makes it true. Of texts it holds nothing.
create table announcements (
  id integer primary key,
  message_id text not null unique,
  receiver_id integer not null references announcement_receivers (id) on delete cascade,
  type text not null,
  -- Null for a test.
  article_id integer references articles (id),
  previous_slug text,
  -- In the future for an article that waits for its hour.
  happened_at text not null,
  -- Since when it is tried.
  waits_since text not null,
  tries integer not null default 0,
  tried_at text,
  -- What came of the last try: a status of HTTP, or why there was none.
  result text not null default '',
  -- Null once it has ended.
  next_try_at text,
  outcome text check (outcome in ('delivered', 'outdated', 'given-up')),
  ended_at text,
  check ((next_try_at is null) = (ended_at is not null)),
  check ((outcome is null) = (ended_at is null))
) strict;
create index announcements_waiting on announcements (receiver_id, id) where ended_at is null;
create index announcements_waiting_of_article on announcements (article_id, receiver_id, id) where ended_at is null;
create index announcements_ended on announcements (ended_at);
