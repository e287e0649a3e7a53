-- How often articles are read, by day, in batches. Unlogged: a crash may empty it, and it costs the write-ahead log nothing.
create unlogged table article_reads (
  day text collate "C" not null,
  article_id integer not null,
  count integer not null,
  primary key (day, article_id)
);
create index article_reads_by_count on article_reads (day, count);
