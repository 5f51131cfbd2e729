create schema notice;

create table notice.notice (
    id         uuid primary key,
    region_id  int not null,
    person_id  uuid not null references identity.person,
    kind       text not null check (kind in ('NEW_ORDER', 'PAID', 'REMINDER', 'CANCELLED', 'REFUNDED', 'REPLY')),
    subject_id uuid not null, -- the order, or the visit that was replied to
    facts      jsonb not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    unique (person_id, kind, subject_id) -- told once, however often the event is read
);
create index notice_by_person on notice.notice (person_id, created_at desc);

-- What is still to be reminded of.
create table notice.reminder (
    order_id  uuid primary key,
    region_id int not null,
    person_id uuid not null,
    due_at    timestamptz not null,
    facts     jsonb not null
);
create index reminder_by_due on notice.reminder (due_at);
