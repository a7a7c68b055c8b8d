-- What was valued: the stone as understood, and the answer word for word.
create table valuation (
  -- Begins with the time, so that ids sort by age.
  id              varchar(40) primary key,
  business        varchar(64) not null,
  key_id          varchar(16) not null,
  created_at      timestamp(3) with time zone not null,
  client_reference varchar(200),
  idempotency_key varchar(255),
  model_version   varchar(64) not null,
  request         varchar not null,
  answer          varchar not null,
  constraint valuation_once unique (business, idempotency_key)
);

create index valuation_by_age on valuation (business, id);
create index valuation_by_name on valuation (business, client_reference, id);
