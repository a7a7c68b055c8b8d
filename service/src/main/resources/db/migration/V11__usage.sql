-- What was asked, added up by day (UTC), key, operation and outcome.
create table usage_of_day (
  on_day     date not null,
  key_id     varchar(16) not null,
  business   varchar(64) not null,
  plan       varchar(20) not null,
  -- Such as POST /v1/estimates.
  operation  varchar(120) not null,
  outcome    varchar(10) not null,
  requests   bigint not null,
  -- What was taken from the day's quota: a batch takes one for each stone.
  units      bigint not null,
  primary key (on_day, key_id, operation, outcome)
);

create index usage_by_business on usage_of_day (business, on_day);

-- The last report of each process, so that one that is sent again isn't added again.
create table usage_report (
  process_id   varchar(32) primary key,
  report       bigint not null,
  reported_at  timestamp(3) with time zone not null
);
