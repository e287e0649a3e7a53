-- What somebody is writing, what nobody reviewed, and what was withdrawn of a month: each found without a walk of the archive.
create index articles_by_writer on articles (created_by, changed_at) where draft_edition_id is not null and deleted_at is null;
create index articles_unreviewed on articles (unreviewed_since) where unreviewed_since is not null;
create index articles_withdrawn on articles (published_at) where withdrawn_at is not null and deleted_at is null;
