-- What an expert says a stone is worth, and the version of the model that has learned from it.
create table appraisal (
  id               varchar(40) primary key,
  business         varchar(64) not null,
  key_id           varchar(16) not null,
  created_at       timestamp(3) with time zone not null,
  idempotency_key  varchar(255),
  request          varchar not null,
  used_by          varchar(64),
  constraint appraisal_once unique (business, idempotency_key)
);

create index appraisal_by_age on appraisal (business, id);
create index appraisal_by_use on appraisal (business, used_by, id);
