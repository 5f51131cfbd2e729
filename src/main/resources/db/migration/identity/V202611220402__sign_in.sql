-- A code that was sent to a contact, and how far its receiver has come. One is alive for each contact: a new one takes
-- the place of the old. Neither the code nor what the browser keeps can be read back: the code's hash is made with the
-- browser's secret, so that six digits cannot be found by trying them all on a stolen table.
create table identity.sign_in (
    kind       text not null check (kind in ('PHONE', 'MAIL')),
    value      text not null,
    attempt    bytea not null unique check (length(attempt) = 32),
    code       bytea not null check (length(code) = 32),
    tries      int not null default 0 check (tries between 0 and 5),
    -- Whose account the contact is to be added to; null when somebody wants to come in.
    adds_to    uuid references identity.person,
    -- The code was right; what is still missing is a name.
    proven_at  timestamptz,
    expires_at timestamptz not null,
    primary key (kind, value)
);
create index sign_in_by_expiry on identity.sign_in (expires_at);
create index sign_in_by_account on identity.sign_in (adds_to) where adds_to is not null;

-- How much of a limit is used up, shared by all processes (bucket4j). The name is a hash: it leads back to nobody.
create table identity.throttle (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index throttle_by_expiry on identity.throttle (expires_at);
