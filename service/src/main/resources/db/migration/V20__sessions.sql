-- Who has signed in to the web app. A token itself is nowhere but in its browser.
create table staff_session (
  -- SHA-256 of the token, in hex.
  token_hash    varchar(64) primary key,
  -- The key that signed in; whatever it may do, its sessions may.
  key_id        varchar(16) not null,
  opened_at     timestamp(3) with time zone not null,
  -- Late by a minute at most.
  last_seen_at  timestamp(3) with time zone not null,
  -- Null until somebody signs out.
  ended_at      timestamp(3) with time zone
);

create index staff_session_by_end on staff_session (ended_at);
