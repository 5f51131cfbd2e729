-- Somebody who asked to be forgotten leaves a row without a name: the orders of the past and the books refer to it.
alter table identity.person add erased_at timestamptz;

-- Who was erased, and when: nothing else, and never taken back. The same is kept in the data folder, because a backup
-- that is older than the erasure does not have this row.
create table identity.erasure (
    person_id   uuid primary key, -- refers to nobody: an old backup may not know them yet
    erased_at   timestamptz not null,
    keeps_words boolean not null -- whether what they wrote for all to read stays, without a name
);

-- What somebody agreed to, and took back. Rows are added, never changed: the newest of a subject counts.
create table identity.consent (
    id        bigint generated always as identity primary key,
    person_id uuid not null references identity.person,
    subject   text not null check (length(subject) between 1 and 60),
    version   text not null check (length(version) between 1 and 40), -- of the text they agreed to
    given     boolean not null,
    at        timestamptz not null,
    place     text not null check (length(place) between 1 and 60) -- on which page
);
create index consent_by_person on identity.consent (person_id, subject, id desc);

create index audit_by_person on identity.audit (person_id, at);
