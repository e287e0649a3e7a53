-- Articles that readers find of each day, month and year in each category and below it; category 0 stands for all of them. Each
-- is kept, so that a year costs one row and not the sum of its days.
create table archive_counts (
  category_id integer not null,
  unit text collate "C" not null,
  period text collate "C" not null,
  count integer not null,
  primary key (category_id, unit, period) include (count)
);
create index archive_counts_by_period on archive_counts (period, category_id) include (count);

insert into archive_counts (category_id, unit, period, count)
  select category_id, 'day', day, count from archive_days
  union all
  select category_id, 'month', substr(day, 1, 7), sum(count) from archive_days group by 1, 3
  union all
  select category_id, 'year', substr(day, 1, 4), sum(count) from archive_days group by 1, 3;
drop table archive_days;

create constraint trigger readers_see_archive_counts after insert or update or delete on archive_counts
  deferrable initially deferred for each row execute function readers_see();

-- How many rows each list has of each month (in Greenwich: the first seven letters of `published_at`), and under '' of all, so
-- that its length is one row and the place of its n-th page a few sums. Kept by triggers, so that no deed can forget it.
create table listing_months (
  -- 'category' or 'label'.
  list text collate "C" not null,
  list_id integer not null,
  month text collate "C" not null,
  count integer not null,
  primary key (list, list_id, month)
);

insert into listing_months (list, list_id, month, count)
  select 'category', category_id, substr(published_at, 1, 7), count(*) from category_listings group by 2, 3
  union all
  select 'label', label_id, substr(published_at, 1, 7), count(*) from label_listings group by 2, 3;
insert into listing_months (list, list_id, month, count)
  select list, list_id, '', sum(count) from listing_months group by 1, 2;

-- Once for all rows of a statement. Whoever lists takes the row of `listing_renewal` first, so nobody waits here for each other.
create function add_category_months() returns trigger language plpgsql as $$
begin
  insert into listing_months as known (list, list_id, month, count)
    select 'category', category_id, month, count(*)
      from changed, lateral (values (''), (substr(published_at, 1, 7))) as counted (month) group by 2, 3 order by 2, 3
    on conflict (list, list_id, month) do update set count = known.count + excluded.count;
  return null;
end $$;
create function remove_category_months() returns trigger language plpgsql as $$
begin
  update listing_months as known set count = known.count - gone.count
    from (
      select category_id, counted.month, count(*) as count
        from changed, lateral (values (''), (substr(published_at, 1, 7))) as counted (month) group by 1, 2
    ) as gone
    where list = 'category' and list_id = gone.category_id and known.month = gone.month;
  delete from listing_months
    where list = 'category' and count = 0
      and list_id in (select category_id from changed);
  return null;
end $$;
create trigger listing_months_category_added after insert on category_listings
  referencing new table as changed for each statement execute function add_category_months();
create trigger listing_months_category_removed after delete on category_listings
  referencing old table as changed for each statement execute function remove_category_months();

create function add_label_months() returns trigger language plpgsql as $$
begin
  insert into listing_months as known (list, list_id, month, count)
    select 'label', label_id, month, count(*)
      from changed, lateral (values (''), (substr(published_at, 1, 7))) as counted (month) group by 2, 3 order by 2, 3
    on conflict (list, list_id, month) do update set count = known.count + excluded.count;
  return null;
end $$;
create function remove_label_months() returns trigger language plpgsql as $$
begin
  update listing_months as known set count = known.count - gone.count
    from (
      select label_id, counted.month, count(*) as count
        from changed, lateral (values (''), (substr(published_at, 1, 7))) as counted (month) group by 1, 2
    ) as gone
    where list = 'label' and list_id = gone.label_id and known.month = gone.month;
  delete from listing_months
    where list = 'label' and count = 0
      and list_id in (select label_id from changed);
  return null;
end $$;
create trigger listing_months_label_added after insert on label_listings
  referencing new table as changed for each statement execute function add_label_months();
create trigger listing_months_label_removed after delete on label_listings
  referencing old table as changed for each statement execute function remove_label_months();

-- What is over and still listed does not count: found in each list without a walk.
create index category_listings_ending on category_listings (category_id, expires_at) include (published_at, article_id)
  where expires_at is not null;
create index label_listings_ending on label_listings (label_id, expires_at) include (published_at, article_id)
  where expires_at is not null;

-- What is asked for each minute, and at each start.
create index articles_in_trash on articles (deleted_at) where deleted_at is not null and erased_at is null;
update editions set renderer = '' where body_html = '' and published_at is null
  and not exists (
    select 1 from articles where articles.id = article_id and editions.id in (draft_edition_id, live_edition_id)
  );
create index editions_by_renderer on editions (renderer);
