-- A passkey is a key pair whose private half never leaves its owner's device (WebAuthn, level 3). What stands here opens
-- nothing by itself.
create table identity.passkey (
    id               uuid primary key default gen_random_uuid(),
    person_id        uuid not null references identity.person,
    credential_id    bytea not null unique,
    public_key       bytea not null,
    -- Counted up by devices that count; one that runs backwards betrays a copy.
    signature_count  bigint not null check (signature_count >= 0),
    user_verified    boolean not null,
    backup_eligible  boolean not null,
    backed_up        boolean not null,
    transports       text[] not null,
    attestation      bytea,
    client_data      bytea,
    label            text not null check (length(label) between 1 and 60),
    created_at       timestamptz not null,
    last_used_at     timestamptz
);
create index passkey_by_person on identity.passkey (person_id);

-- A question to a device, to be answered once, in the browser that asked for it.
create table identity.ceremony (
    secret     bytea primary key check (length(secret) = 32),
    person_id  uuid references identity.person,
    challenge  bytea not null,
    expires_at timestamptz not null
);
create index ceremony_by_expiry on identity.ceremony (expires_at);
create index ceremony_by_person on identity.ceremony (person_id) where person_id is not null;
