create schema kernel;
create extension if not exists btree_gist with schema public;

-- What happened, in the words of the module it happened in. Readers go by (xid, position) and
-- stay below the xmin of their snapshot: a position alone may commit out of order.
create table kernel.event (
    position  bigint generated always as identity,
    xid       xid8 not null default pg_current_xact_id(),
    region_id int not null,
    type      text not null,
    subject   uuid not null,
    payload   jsonb not null,
    at        timestamptz not null,
    primary key (xid, position)
);

create table kernel.cursor (
    consumer text primary key,
    xid      xid8 not null,
    position bigint not null
);

-- Events that a consumer could not digest: kept here, so that the rest flows.
create table kernel.set_aside (
    consumer text not null,
    xid      xid8 not null,
    position bigint not null,
    failure  text not null,
    at       timestamptz not null,
    primary key (consumer, xid, position)
);

-- One answer per key: written in the transaction of its effect, so that a refusal leaves nothing.
create table kernel.idempotency (
    person_id    uuid not null,
    route        text not null,
    key          text not null check (length(key) between 1 and 200),
    request_hash bytea not null,
    answer       jsonb not null,
    created_at   timestamptz not null,
    primary key (person_id, route, key)
);
create index idempotency_by_age on kernel.idempotency (created_at);
