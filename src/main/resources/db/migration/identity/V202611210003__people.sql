create schema identity;

create table identity.person (
    id         uuid primary key,
    region_id  int not null references region.region,
    name       text not null check (length(name) between 1 and 80),
    language   text not null check (language in ('en', 'zh-CN')),
    created_at timestamptz not null
);

-- A role holds in a region (operator, partner), for a merchant, or at a place (counter, staff).
create table identity.role (
    person_id   uuid not null references identity.person,
    role        text not null check (role in ('OPERATOR', 'PARTNER', 'MERCHANT', 'COUNTER')),
    region_id   int not null references region.region,
    merchant_id uuid,
    place_id    uuid,
    unique nulls not distinct (person_id, role, region_id, merchant_id, place_id),
    check ((role = 'MERCHANT') = (merchant_id is not null)),
    check ((role = 'COUNTER') = (place_id is not null))
);

-- Bearer tokens, kept as SHA-256. Those of the demo are honoured in demo mode only.
create table identity.token (
    hash       bytea primary key check (length(hash) = 32),
    person_id  uuid not null references identity.person,
    label      text not null,
    demo       boolean not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index token_by_person on identity.token (person_id);

create table identity.audit (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    person_id uuid,
    action    text not null,
    subject   text not null
);

-- Spring Session's tables (its own names, so that its statements stay as shipped).
create table identity.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_by_expiry on identity.spring_session (expiry_time);
create index spring_session_by_principal on identity.spring_session (principal_name);
create table identity.spring_session_attributes (
    session_primary_id char(36) not null references identity.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
