-- One row, whose number grows in the same transaction with everything that readers see: kept pages are asked whether it is
-- still theirs. Sessions, drafts, autosaves, counters and the audit log are nobody's business here.
create table content_version (
  id integer primary key check (id = 1),
  version integer not null
);
insert into content_version (id, version) values (1, 1);

-- Once in a transaction, however many rows it changes. Deferred to its end: two that publish at once would otherwise hold
-- this row while each waits for the other.
create function readers_see() returns trigger language plpgsql as $$
begin
  if current_setting('portal.readers_see', true) = pg_current_xact_id()::text then return null; end if;
  perform set_config('portal.readers_see', pg_current_xact_id()::text, true);
  update content_version set version = version + 1;
  perform pg_notify('content_changed', '');
  return null;
end $$;
create function readers_see_html() returns trigger language plpgsql as $$
begin
  if exists (select 1 from articles where live_edition_id = new.id) then
    update content_version set version = version + 1;
    perform pg_notify('content_changed', '');
  end if;
  return null;
end $$;

create constraint trigger readers_see_agency after insert or update or delete on agency
  deferrable initially deferred for each row execute function readers_see();
create constraint trigger readers_see_links after insert or update or delete on links
  deferrable initially deferred for each row execute function readers_see();
create constraint trigger readers_see_categories after insert or update or delete on categories
  deferrable initially deferred for each row execute function readers_see();
create constraint trigger readers_see_article_updates after insert or update or delete on article_updates
  deferrable initially deferred for each row execute function readers_see();
create constraint trigger readers_see_newsroom_settings after insert or update or delete on newsroom_settings
  deferrable initially deferred for each row execute function readers_see();

-- Of articles only what readers get: the newest draft and its stage are columns of the same row.
create constraint trigger readers_see_articles_added after insert on articles
  deferrable initially deferred for each row when (new.live_edition_id is not null) execute function readers_see();
create constraint trigger readers_see_articles_changed after update of slug, live_edition_id, published_at, withdrawn_at, withdrawn_reason, deleted_at, erased_at, expires_at, updated_at on articles
  deferrable initially deferred for each row when (old.live_edition_id is not null or new.live_edition_id is not null) execute function readers_see();
create constraint trigger readers_see_articles_removed after delete on articles
  deferrable initially deferred for each row when (old.live_edition_id is not null) execute function readers_see();

-- An edition never changes, but its HTML may be made again.
create constraint trigger readers_see_html_renewed after update of body_html on editions
  deferrable initially deferred for each row execute function readers_see_html();

-- What scheduled articles and moved categories bring into lists.
create constraint trigger readers_see_listings after insert or delete on category_listings
  deferrable initially deferred for each row execute function readers_see();

-- Before an article with it is live nobody sees them, and then the article tells.
create constraint trigger readers_see_pictures_changed after update on pictures
  deferrable initially deferred for each row when (old.public_since is not null) execute function readers_see();
create constraint trigger readers_see_documents_changed after update on documents
  deferrable initially deferred for each row execute function readers_see();

-- Lists by tag, author and day, which are also made anew by themselves after an upgrade.
create constraint trigger readers_see_labels after insert or update or delete on labels
  deferrable initially deferred for each row execute function readers_see();
create constraint trigger readers_see_label_listings after insert or update or delete on label_listings
  deferrable initially deferred for each row execute function readers_see();
create constraint trigger readers_see_archive_days after insert or update or delete on archive_days
  deferrable initially deferred for each row execute function readers_see();
