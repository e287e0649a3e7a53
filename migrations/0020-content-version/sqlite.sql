-- One row, whose number grows in the same transaction with everything that readers see: kept pages are asked whether it is
-- still theirs. Sessions, drafts, autosaves, counters and the audit log are nobody's business here.
create table content_version (
  id integer primary key check (id = 1),
  version integer not null
) strict;
insert into content_version (id, version) values (1, 1);

create trigger readers_see_agency_added after insert on agency
begin update content_version set version = version + 1; end;
create trigger readers_see_agency_changed after update on agency
begin update content_version set version = version + 1; end;
create trigger readers_see_agency_removed after delete on agency
begin update content_version set version = version + 1; end;

create trigger readers_see_links_added after insert on links
begin update content_version set version = version + 1; end;
create trigger readers_see_links_changed after update on links
begin update content_version set version = version + 1; end;
create trigger readers_see_links_removed after delete on links
begin update content_version set version = version + 1; end;

create trigger readers_see_categories_added after insert on categories
begin update content_version set version = version + 1; end;
create trigger readers_see_categories_changed after update on categories
begin update content_version set version = version + 1; end;
create trigger readers_see_categories_removed after delete on categories
begin update content_version set version = version + 1; end;

create trigger readers_see_article_updates_added after insert on article_updates
begin update content_version set version = version + 1; end;
create trigger readers_see_article_updates_changed after update on article_updates
begin update content_version set version = version + 1; end;
create trigger readers_see_article_updates_removed after delete on article_updates
begin update content_version set version = version + 1; end;

create trigger readers_see_newsroom_settings_added after insert on newsroom_settings
begin update content_version set version = version + 1; end;
create trigger readers_see_newsroom_settings_changed after update on newsroom_settings
begin update content_version set version = version + 1; end;
create trigger readers_see_newsroom_settings_removed after delete on newsroom_settings
begin update content_version set version = version + 1; end;

-- Of articles only what readers get: the newest draft and its stage are columns of the same row.
create trigger readers_see_articles_added after insert on articles
  when new.live_edition_id is not null
begin update content_version set version = version + 1; end;
create trigger readers_see_articles_changed after update of slug, live_edition_id, published_at, withdrawn_at, withdrawn_reason, deleted_at, erased_at, expires_at, updated_at on articles
  when old.live_edition_id is not null or new.live_edition_id is not null
begin update content_version set version = version + 1; end;
create trigger readers_see_articles_removed after delete on articles
  when old.live_edition_id is not null
begin update content_version set version = version + 1; end;

-- An edition never changes, but its HTML may be made again.
create trigger readers_see_html_renewed after update of body_html on editions
  when exists (select 1 from articles where live_edition_id = new.id)
begin update content_version set version = version + 1; end;

-- What scheduled articles and moved categories bring into lists.
create trigger readers_see_listings_added after insert on category_listings
begin update content_version set version = version + 1; end;
create trigger readers_see_listings_removed after delete on category_listings
begin update content_version set version = version + 1; end;

-- Before an article with it is live nobody sees them, and then the article tells.
create trigger readers_see_pictures_changed after update on pictures
  when old.public_since is not null
begin update content_version set version = version + 1; end;
create trigger readers_see_documents_changed after update on documents
begin update content_version set version = version + 1; end;

-- Lists by tag, author and day, which are also made anew by themselves after an upgrade.
create trigger readers_see_labels_added after insert on labels
begin update content_version set version = version + 1; end;
create trigger readers_see_labels_changed after update on labels
begin update content_version set version = version + 1; end;
create trigger readers_see_labels_removed after delete on labels
begin update content_version set version = version + 1; end;
create trigger readers_see_label_listings_added after insert on label_listings
begin update content_version set version = version + 1; end;
create trigger readers_see_label_listings_changed after update on label_listings
begin update content_version set version = version + 1; end;
create trigger readers_see_label_listings_removed after delete on label_listings
begin update content_version set version = version + 1; end;
create trigger readers_see_archive_days_added after insert on archive_days
begin update content_version set version = version + 1; end;
create trigger readers_see_archive_days_changed after update on archive_days
begin update content_version set version = version + 1; end;
create trigger readers_see_archive_days_removed after delete on archive_days
begin update content_version set version = version + 1; end;
