-- Articles that readers find of each day, month and year in each category and below it; category 0 stands for all of them. Each
-- is kept, so that a year costs one row and not the sum of its days.
create table archive_counts (
  category_id integer not null,
  unit text not null,
  period text not null,
  count integer not null,
  primary key (category_id, unit, period)
) strict, without rowid;
create index archive_counts_by_period on archive_counts (period, category_id);

insert into archive_counts (category_id, unit, period, count)
  select category_id, 'day', day, count from archive_days
  union all
  select category_id, 'month', substr(day, 1, 7), sum(count) from archive_days group by 1, 3
  union all
  select category_id, 'year', substr(day, 1, 4), sum(count) from archive_days group by 1, 3;
drop table archive_days;

create trigger readers_see_archive_counts_added after insert on archive_counts
begin update content_version set version = version + 1; end;
create trigger readers_see_archive_counts_changed after update on archive_counts
begin update content_version set version = version + 1; end;
create trigger readers_see_archive_counts_removed after delete on archive_counts
begin update content_version set version = version + 1; end;

-- How many rows each list has of each month (in Greenwich: the first seven letters of `published_at`), and under '' of all, so
-- that its length is one row and the place of its n-th page a few sums. Kept by triggers, so that no deed can forget it.
create table listing_months (
  -- 'category' or 'label'.
  list text not null,
  list_id integer not null,
  month text not null,
  count integer not null,
  primary key (list, list_id, month)
) strict, without rowid;

insert into listing_months (list, list_id, month, count)
  select 'category', category_id, substr(published_at, 1, 7), count(*) from category_listings group by 2, 3
  union all
  select 'label', label_id, substr(published_at, 1, 7), count(*) from label_listings group by 2, 3;
insert into listing_months (list, list_id, month, count)
  select list, list_id, '', sum(count) from listing_months group by 1, 2;

create trigger listing_months_category_added after insert on category_listings
begin
  insert into listing_months (list, list_id, month, count)
    values ('category', new.category_id, substr(new.published_at, 1, 7), 1), ('category', new.category_id, '', 1)
    on conflict (list, list_id, month) do update set count = count + 1;
end;
create trigger listing_months_category_removed after delete on category_listings
begin
  update listing_months set count = count - 1
    where list = 'category' and list_id = old.category_id and month in ('', substr(old.published_at, 1, 7));
  delete from listing_months
    where list = 'category' and list_id = old.category_id and month in ('', substr(old.published_at, 1, 7)) and count = 0;
end;
create trigger listing_months_label_added after insert on label_listings
begin
  insert into listing_months (list, list_id, month, count)
    values ('label', new.label_id, substr(new.published_at, 1, 7), 1), ('label', new.label_id, '', 1)
    on conflict (list, list_id, month) do update set count = count + 1;
end;
create trigger listing_months_label_removed after delete on label_listings
begin
  update listing_months set count = count - 1
    where list = 'label' and list_id = old.label_id and month in ('', substr(old.published_at, 1, 7));
  delete from listing_months
    where list = 'label' and list_id = old.label_id and month in ('', substr(old.published_at, 1, 7)) and count = 0;
end;

-- What is over and still listed does not count: found in each list without a walk.
create index category_listings_ending on category_listings (category_id, expires_at) where expires_at is not null;
create index label_listings_ending on label_listings (label_id, expires_at) where expires_at is not null;

-- What is asked for each minute, and at each start.
create index articles_in_trash on articles (deleted_at) where deleted_at is not null and erased_at is null;
update editions set renderer = '' where body_html = '' and published_at is null
  and not exists (
    select 1 from articles where articles.id = article_id and editions.id in (draft_edition_id, live_edition_id)
  );
create index editions_by_renderer on editions (renderer);
