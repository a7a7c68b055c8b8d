-- API keys: everything but their secrets. A revoked key stays, so that it can't come back.
create table api_key (
  id            varchar(16) primary key,
  name          varchar(100) not null,
  business      varchar(64) not null,
  -- Separated by spaces.
  scopes        varchar(200) not null,
  plan          varchar(20) not null,
  hash          varchar(64) not null,
  created_at    timestamp(3) with time zone not null,
  expires_at    timestamp(3) with time zone,
  revoked_at    timestamp(3) with time zone,
  -- The key in whose place this one was made.
  replaces      varchar(16),
  last_used_at  timestamp(3) with time zone
);

-- One row. Its number grows with every change of a key; whoever changes keys locks it.
create table key_revision (
  only_row      varchar(1) primary key,
  revision      bigint not null
);

insert into key_revision (only_row, revision) values ('x', 0);

-- Who issued, rotated or revoked what. Rows are only ever added.
create table key_event (
  -- Begins with the time, so that ids sort by age.
  id            varchar(40) primary key,
  happened_at   timestamp(3) with time zone not null,
  action        varchar(20) not null,
  key_id        varchar(16) not null,
  business      varchar(64) not null,
  -- Null where the service itself did it.
  actor_key_id  varchar(16),
  request_id    varchar(64)
);

create index key_event_by_key on key_event (key_id, id);
